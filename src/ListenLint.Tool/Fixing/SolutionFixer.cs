using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

internal sealed record AppliedFix(Finding Finding, string Title, bool Exposes);

/// <param name="Gated">Fingerprint-like keys of findings that a fix could mend if it were allowed to open the listener.</param>
/// <param name="Refused">By the same keys, why a fix was not applied.</param>
internal sealed record FixOutcome(
    Solution Solution, IReadOnlyList<AppliedFix> Applied, IReadOnlyList<string> Failures, IReadOnlySet<string> Gated, IReadOnlyDictionary<string, string> Refused);

/// <summary>
/// Applies fixes in rounds: judge a project, apply what does not overlap, judge again, until nothing more can be mended.
/// A fix that brings a compile error, or a text that was there before, or does not remove its finding, is taken back.
/// </summary>
internal sealed class SolutionFixer(AnalyzerSet set, IReadOnlySet<string> rules, FindingSeverity least, bool allowExposure, Action<string> progress)
{
    private const int MostRounds = 100;
    private const string TakenBack = "its fix was taken back";
    private const string NotRemoved = "its fix did not remove it";
    private readonly ProjectAnalyzer _analyzer = new(set.AnalyzersFor(rules), rules);
    private readonly FixChooser _chooser = new(new FixFinder(set), allowExposure);
    private readonly List<AppliedFix> _applied = [];
    private readonly List<string> _failures = [];
    private readonly Dictionary<string, string> _refused = [];
    private readonly HashSet<string> _gated = [];
    private readonly HashSet<(string Path, string Text)> _seen = [];
    private ProjectDiagnostics? _lastJudged;

    public static string KeyOf(Finding finding) => string.Join('\n', finding.Id, finding.Place?.Path, finding.Place?.MarkedText, finding.Message);

    public async Task<FixOutcome> RunAsync(LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var solution = loaded.Solution;
        var files = new KeepableFiles(solution);
        var pending = new Queue<ProjectId>(loaded.Requested);
        for (var round = 0; pending.TryDequeue(out var id) && round < MostRounds * loaded.Requested.Count; round++)
        {
            var refused = _refused.Count;
            var mended = await MendAsync(solution, id, loaded, files, cancellationToken).ConfigureAwait(false);
            var affected = Affected(solution, mended);
            foreach (var project in loaded.Requested)
            {
                if ((affected.Contains(project) || (project == id && _refused.Count > refused)) && !pending.Contains(project))
                    pending.Enqueue(project);
            }

            solution = mended;
        }

        return new FixOutcome(solution, _applied, _failures, _gated, _refused);
    }

    // A changed constant can change what is found in the projects that refer to it.
    private static HashSet<ProjectId> Affected(Solution before, Solution after)
    {
        var graph = after.GetProjectDependencyGraph();
        return [.. after.GetChanges(before).GetProjectChanges()
            .SelectMany(change => graph.GetProjectsThatTransitivelyDependOnThisProject(change.ProjectId).Append(change.ProjectId))];
    }

    private async Task<Solution> MendAsync(Solution solution, ProjectId id, LoadedSolution loaded, KeepableFiles files, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(id)!;
        progress($"Mending {project.Name}");
        var before = await FindingsAsync(project, cancellationToken).ConfigureAwait(false);
        var proposals = await ProposeAsync(project, before, files, cancellationToken).ConfigureAwait(false);
        if (proposals.Count == 0)
            return solution;

        var batch = new EditBatch();
        var taken = proposals.Where(proposal => batch.TryAdd(proposal.Proposal)).ToArray();
        var mended = await TryApplyAsync(solution, batch, loaded, cancellationToken).ConfigureAwait(false);
        if (mended is not null && await RemovedAsync(mended, taken.Select(proposal => proposal.Fix.Finding)).ConfigureAwait(false))
            return await KeepAsync(mended, batch, taken.Select(proposal => proposal.Fix)).ConfigureAwait(false);

        // One of them is at fault: which one shows when they go one at a time.
        foreach (var (fix, proposal) in taken)
        {
            var alone = new EditBatch();
            alone.TryAdd(proposal);
            if (await TryApplyAsync(solution, alone, loaded, cancellationToken).ConfigureAwait(false) is not { } one)
            {
                _refused[KeyOf(fix.Finding)] = TakenBack;
                _failures.Add($"The fix '{fix.Title}' for {fix.Finding.Id} at {fix.Finding.Place?.Path}:{fix.Finding.Place?.Line} was taken back: the code would not compile, or it undoes another fix.");
            }
            else if (await RemovedAsync(one, [fix.Finding]).ConfigureAwait(false))
            {
                return await KeepAsync(one, alone, [fix]).ConfigureAwait(false);
            }
            else
            {
                _refused[KeyOf(fix.Finding)] = NotRemoved;
            }
        }

        return solution;

        async Task<bool> RemovedAsync(Solution after, IEnumerable<Finding> targets)
        {
            var left = await FindingsAsync(after.GetProject(id)!, cancellationToken).ConfigureAwait(false);
            var lines = new Dictionary<string, IReadOnlySet<string>>(FilePaths.Comparer);
            foreach (var path in left.Select(item => item.Finding.Place?.Path).OfType<string>().Distinct().Where(path => solution.GetDocumentIdsWithFilePath(path).Length > 0))
                lines[path] = (await TextAsync(solution, path, cancellationToken).ConfigureAwait(false)).Lines.Select(line => line.ToString().Trim()).ToHashSet(StringComparer.Ordinal);
            return new LineBalance(before.Select(item => item.Finding), left.Select(item => item.Finding), lines).Removed(targets);
        }

        async Task<Solution> KeepAsync(Solution after, EditBatch applied, IEnumerable<AppliedFix> fixes)
        {
            _applied.AddRange(fixes);
            foreach (var path in applied.Paths)
                _seen.Add((path, (await TextAsync(after, path, cancellationToken).ConfigureAwait(false)).ToString()));
            return after;
        }
    }

    private async Task<List<(Diagnostic Diagnostic, Finding Finding)>> FindingsAsync(Project project, CancellationToken cancellationToken)
    {
        // What the last round was checked with is what the next one starts from.
        if (_lastJudged is null || _lastJudged.Project != project)
            _lastJudged = await _analyzer.RunAsync(project, cancellationToken).ConfigureAwait(false);
        var judged = _lastJudged;
        var reader = new FindingReader(project, judged.Compilation);
        var findings = new List<(Diagnostic, Finding)>();
        foreach (var diagnostic in judged.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed))
        {
            if (await reader.ReadAsync(diagnostic, [], cancellationToken).ConfigureAwait(false) is { } finding)
                findings.Add((diagnostic, finding));
        }

        return findings;
    }

    private async Task<List<(AppliedFix Fix, FixProposal Proposal)>> ProposeAsync(
        Project project, IEnumerable<(Diagnostic, Finding)> findings, KeepableFiles files, CancellationToken cancellationToken)
    {
        var proposals = new List<(AppliedFix, FixProposal)>();
        foreach (var (diagnostic, finding) in findings)
        {
            if (finding.Severity < least || _refused.ContainsKey(KeyOf(finding)))
                continue;
            try
            {
                var choice = await _chooser.ChooseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false);
                if (choice.IsGated)
                    _gated.Add(KeyOf(finding));
                if (choice.Action is { } action && await FixProposal.FromAsync(action, project.Solution, cancellationToken).ConfigureAwait(false) is { } proposal
                    && await CanBeKeptAsync(proposal, finding, files, cancellationToken).ConfigureAwait(false))
                    proposals.Add((new AppliedFix(finding, action.Title, choice.Exposes), proposal));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _refused[KeyOf(finding)] = "its fix crashed";
                _failures.Add(RuleCrash.OfFix(finding.Id, finding.Place?.Path ?? project.Name, exception).Sentence);
            }
        }

        return proposals;
    }

    private async Task<bool> CanBeKeptAsync(FixProposal proposal, Finding finding, KeepableFiles files, CancellationToken cancellationToken)
    {
        foreach (var path in proposal.Edits.Keys)
        {
            if (await files.ObjectionAsync(path, cancellationToken).ConfigureAwait(false) is not { } objection)
                continue;
            _refused[KeyOf(finding)] = "its fix changes a file whose encoding cannot be kept";
            if (!_failures.Contains(objection))
                _failures.Add(objection);
            return false;
        }

        return true;
    }

    private async Task<Solution?> TryApplyAsync(Solution solution, EditBatch batch, LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var mended = await batch.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
        foreach (var path in batch.Paths)
        {
            _seen.Add((path, (await TextAsync(solution, path, cancellationToken).ConfigureAwait(false)).ToString()));
            if (_seen.Contains((path, (await TextAsync(mended, path, cancellationToken).ConfigureAwait(false)).ToString())))
                return null;
        }

        foreach (var id in ProjectsHolding(solution, batch.Paths).Intersect(loaded.Requested))
        {
            if (await ErrorsAsync(mended, id, cancellationToken).ConfigureAwait(false) > await ErrorsAsync(solution, id, cancellationToken).ConfigureAwait(false))
                return null;
        }

        return mended;
    }

    private static IEnumerable<ProjectId> ProjectsHolding(Solution solution, IEnumerable<string> paths) =>
        paths.SelectMany(path => solution.GetDocumentIdsWithFilePath(path)).Where(id => solution.GetDocument(id) is not null).Select(id => id.ProjectId).Distinct();

    private static async Task<SourceText> TextAsync(Solution solution, string path, CancellationToken cancellationToken)
    {
        var id = solution.GetDocumentIdsWithFilePath(path)[0];
        var document = (TextDocument?)solution.GetDocument(id) ?? solution.GetAdditionalDocument(id)!;
        return await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> ErrorsAsync(Solution solution, ProjectId id, CancellationToken cancellationToken)
    {
        var compilation = await solution.GetProject(id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation!.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
