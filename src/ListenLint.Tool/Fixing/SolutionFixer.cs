using Microsoft.CodeAnalysis;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

internal sealed record AppliedFix(Finding Finding, string Title, bool Exposes);

/// <param name="Gated">Fingerprint-like keys of findings that a fix could mend if it were allowed to open the listener.</param>
internal sealed record FixOutcome(Solution Solution, IReadOnlyList<AppliedFix> Applied, IReadOnlyList<string> Failures, IReadOnlySet<string> Gated);

/// <summary>
/// Applies fixes in rounds: judge a project, apply what does not overlap, judge again, until nothing more can be mended.
/// A fix that brings a compile error, or a text that was there before, is taken back.
/// </summary>
internal sealed class SolutionFixer(AnalyzerSet set, IReadOnlySet<string> rules, FindingSeverity least, bool allowExposure, Action<string> progress)
{
    private const int MostRounds = 100;
    private readonly ProjectAnalyzer _analyzer = new(set.AnalyzersFor(rules), rules);
    private readonly FixChooser _chooser = new(new FixFinder(set), allowExposure);
    private readonly List<AppliedFix> _applied = [];
    private readonly List<string> _failures = [];
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _gated = [];
    private readonly HashSet<(string Path, string Text)> _seen = [];

    public static string KeyOf(Finding finding) => string.Join('\n', finding.Id, finding.Place?.Path, finding.Place?.MarkedText, finding.Message);

    public async Task<FixOutcome> RunAsync(LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var solution = loaded.Solution;
        var pending = new Queue<ProjectId>(loaded.Requested);
        for (var round = 0; pending.TryDequeue(out var id) && round < MostRounds * loaded.Requested.Count; round++)
        {
            var refused = _refused.Count;
            var mended = await MendAsync(solution, id, loaded, cancellationToken).ConfigureAwait(false);
            var affected = Affected(solution, mended);
            foreach (var project in loaded.Requested)
            {
                if ((affected.Contains(project) || (project == id && _refused.Count > refused)) && !pending.Contains(project))
                    pending.Enqueue(project);
            }

            solution = mended;
        }

        return new FixOutcome(solution, _applied, _failures, _gated);
    }

    // A changed constant can change what is found in the projects that refer to it.
    private static HashSet<ProjectId> Affected(Solution before, Solution after)
    {
        var graph = after.GetProjectDependencyGraph();
        return [.. after.GetChanges(before).GetProjectChanges()
            .SelectMany(change => graph.GetProjectsThatTransitivelyDependOnThisProject(change.ProjectId).Append(change.ProjectId))];
    }

    private async Task<Solution> MendAsync(Solution solution, ProjectId id, LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(id)!;
        progress($"Mending {project.Name}");
        var proposals = await ProposeAsync(project, cancellationToken).ConfigureAwait(false);
        if (proposals.Count == 0)
            return solution;

        var batch = new EditBatch();
        var taken = proposals.Where(proposal => batch.TryAdd(proposal.Proposal)).ToArray();
        var mended = await TryApplyAsync(solution, batch, loaded, cancellationToken).ConfigureAwait(false);
        if (mended is not null)
        {
            _applied.AddRange(taken.Select(proposal => proposal.Fix));
            return mended;
        }

        // One of them is at fault: which one shows when they go one at a time.
        foreach (var (fix, proposal) in taken)
        {
            var alone = new EditBatch();
            alone.TryAdd(proposal);
            if (await TryApplyAsync(solution, alone, loaded, cancellationToken).ConfigureAwait(false) is { } one)
            {
                _applied.Add(fix);
                return one;
            }

            _refused.Add(KeyOf(fix.Finding));
            _failures.Add($"The fix '{fix.Title}' for {fix.Finding.Id} at {fix.Finding.Place?.Path}:{fix.Finding.Place?.Line} was taken back: the code would not compile, or it undoes another fix.");
        }

        return solution;
    }

    private async Task<List<(AppliedFix Fix, FixProposal Proposal)>> ProposeAsync(Project project, CancellationToken cancellationToken)
    {
        var judged = await _analyzer.RunAsync(project, cancellationToken).ConfigureAwait(false);
        var reader = new FindingReader(project, judged.Compilation);
        var proposals = new List<(AppliedFix, FixProposal)>();
        foreach (var diagnostic in judged.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed))
        {
            if (await reader.ReadAsync(diagnostic, [], cancellationToken).ConfigureAwait(false) is not { } finding
                || finding.Severity < least || _refused.Contains(KeyOf(finding)))
                continue;
            try
            {
                var choice = await _chooser.ChooseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false);
                if (choice.IsGated)
                    _gated.Add(KeyOf(finding));
                if (choice.Action is { } action && await FixProposal.FromAsync(action, project.Solution, cancellationToken).ConfigureAwait(false) is { } proposal)
                    proposals.Add((new AppliedFix(finding, action.Title, choice.Exposes), proposal));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _refused.Add(KeyOf(finding));
                _failures.Add(RuleCrash.OfFix(finding.Id, finding.Place?.Path ?? project.Name, exception).Sentence);
            }
        }

        return proposals;
    }

    private async Task<Solution?> TryApplyAsync(Solution solution, EditBatch batch, LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var mended = await batch.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
        var texts = new List<(string, string)>();
        foreach (var path in batch.Paths)
        {
            _seen.Add((path, await TextAsync(solution, path, cancellationToken).ConfigureAwait(false)));
            var text = (path, await TextAsync(mended, path, cancellationToken).ConfigureAwait(false));
            if (_seen.Contains(text))
                return null;
            texts.Add(text);
        }

        foreach (var id in ProjectsHolding(solution, batch.Paths).Intersect(loaded.Requested))
        {
            if (await ErrorsAsync(mended, id, cancellationToken).ConfigureAwait(false) > await ErrorsAsync(solution, id, cancellationToken).ConfigureAwait(false))
                return null;
        }

        _seen.UnionWith(texts);
        return mended;
    }

    private static IEnumerable<ProjectId> ProjectsHolding(Solution solution, IEnumerable<string> paths) =>
        paths.SelectMany(path => solution.GetDocumentIdsWithFilePath(path)).Where(id => solution.GetDocument(id) is not null).Select(id => id.ProjectId).Distinct();

    private static async Task<string> TextAsync(Solution solution, string path, CancellationToken cancellationToken)
    {
        var id = solution.GetDocumentIdsWithFilePath(path)[0];
        var document = (TextDocument?)solution.GetDocument(id) ?? solution.GetAdditionalDocument(id)!;
        return (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
    }

    private static async Task<int> ErrorsAsync(Solution solution, ProjectId id, CancellationToken cancellationToken)
    {
        var compilation = await solution.GetProject(id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation!.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
