using Microsoft.CodeAnalysis;
using ListenLint.Tool.Fixing;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Analysis;

/// <param name="Findings">Merged and in order; suppressed ones included.</param>
/// <param name="Census">Null when nobody counts.</param>
internal sealed record SolutionFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<RuleCrash> Crashes, CensusResult? Census);

/// <summary>Judges the requested projects of a loaded solution one after the other.</summary>
internal sealed class SolutionAnalyzer(AnalyzerSet set, ISiteCensus? census, IReadOnlySet<string> rules)
{
    private readonly FixFinder _fixes = new(set);
    private readonly FixChooser _chooser = new(new FixFinder(set), allowExposure: false);

    public async Task<SolutionFindings> RunAsync(LoadedSolution loaded, Action<string> progress, CancellationToken cancellationToken)
    {
        var analyzer = new ProjectAnalyzer(set.AnalyzersFor(rules), rules);
        var findings = new FindingList();
        var crashes = new List<RuleCrash>();
        var counted = census is null ? null : new CensusResult();
        foreach (var id in loaded.Requested)
        {
            var project = loaded.Solution.GetProject(id)!;
            progress($"Judging {project.Name}");
            var judged = await analyzer.RunAsync(project, cancellationToken).ConfigureAwait(false);
            crashes.AddRange(judged.Crashes);
            var reader = new FindingReader(project, judged.Compilation);
            foreach (var diagnostic in judged.Diagnostics)
            {
                var (fixes, mending) = await FixesAsync(project, diagnostic, crashes, cancellationToken).ConfigureAwait(false);
                if (await reader.ReadAsync(diagnostic, fixes, cancellationToken).ConfigureAwait(false) is { } finding)
                    findings.Add(finding with { Mending = mending });
            }

            if (counted is not null)
                await CountAsync(counted, judged, reader, cancellationToken).ConfigureAwait(false);
        }

        return new SolutionFindings(findings.InOrder(loaded.Root), [.. crashes.Distinct()], counted);
    }

    private async Task<(IReadOnlyList<string> Titles, Mending Mending)> FixesAsync(Project project, Diagnostic diagnostic, List<RuleCrash> crashes, CancellationToken cancellationToken)
    {
        if (diagnostic.IsSuppressed || diagnostic.Severity == DiagnosticSeverity.Hidden)
            return ([], Mending.None);
        try
        {
            var actions = await _fixes.FindAsync(project, diagnostic, cancellationToken).ConfigureAwait(false);
            var choice = _chooser.Choose(project, diagnostic, actions);
            var mending = choice.IsGated ? Mending.Exposes : choice.Action is null ? Mending.None : Mending.Free;
            return ([.. actions.Select(action => action.Title).Distinct()], mending);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            crashes.Add(RuleCrash.OfFix(diagnostic.Id, diagnostic.Location.GetLineSpan().Path, exception));
            return ([], Mending.None);
        }
    }

    private async Task CountAsync(CensusResult counted, ProjectDiagnostics judged, FindingReader reader, CancellationToken cancellationToken)
    {
        foreach (var site in census!.Take(judged.Compilation, judged.Project.AnalyzerOptions, cancellationToken))
        {
            if (await reader.PlaceAsync(site.Location, cancellationToken).ConfigureAwait(false) is { } place)
                counted.Add(site, place);
        }
    }
}
