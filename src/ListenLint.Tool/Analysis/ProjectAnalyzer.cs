using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Analysis;

/// <param name="Diagnostics">Severities as the project configures them; suppressed ones are marked; in source order.</param>
internal sealed record ProjectDiagnostics(Project Project, Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<RuleCrash> Crashes);

/// <summary>Runs our rules, and only ours, over one project: a package that the project references is not run a second time.</summary>
internal sealed class ProjectAnalyzer(ImmutableArray<DiagnosticAnalyzer> analyzers, IReadOnlySet<string> rules)
{
    public async Task<ProjectDiagnostics> RunAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{project.Name} has no compilation.");
        if (analyzers.IsEmpty)
            return new ProjectDiagnostics(project, compilation, [], []);

        var crashes = new ConcurrentBag<RuleCrash>();
        var driver = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, analyzer, told) => crashes.Add(RuleCrash.Of(analyzer, project, told, exception)),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));
        var result = await driver.GetAnalysisResultAsync(cancellationToken).ConfigureAwait(false);

        return new ProjectDiagnostics(
            project,
            compilation,
            [.. result.GetAllDiagnostics()
                .Where(diagnostic => rules.Count == 0 || rules.Contains(diagnostic.Id))
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)],
            [.. crashes.Distinct().OrderBy(crash => crash.Sentence, StringComparer.Ordinal)]);
    }
}
