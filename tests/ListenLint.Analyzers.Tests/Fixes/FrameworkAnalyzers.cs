using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>The analyzers that every ASP.NET Core project runs, from the SDK's own reference pack.</summary>
internal static class FrameworkAnalyzers
{
    public static async Task<IReadOnlyList<string>> FindingsAsync(string id, Solution solution)
    {
        var compilation = (await solution.Projects.Single().GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var analyzers = Load().Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id)).ToImmutableArray();
        Assert.SkipWhen(
            analyzers.IsEmpty && typeof(Compilation).Assembly.GetName().Version!.Major < 5,
            "The framework's analyzers are built against a newer Roslyn than the floor that the tests run on");
        Assert.NotEmpty(analyzers);
        var options = compilation.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create(id, ReportDiagnostic.Warn)]);
        var found = await compilation.WithOptions(options).WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.Id)];
    }

    private static IEnumerable<DiagnosticAnalyzer> Load()
    {
        var dotnet = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..");
        var newest = Directory.GetDirectories(Path.Combine(dotnet, "packs", "Microsoft.AspNetCore.App.Ref"), "10.*")
            .OrderBy(folder => Version.Parse(Path.GetFileName(folder))).Last();
        var file = Directory.GetFiles(Path.Combine(newest, "analyzers"), "Microsoft.AspNetCore.App.Analyzers.dll", SearchOption.AllDirectories).Single();
        return new AnalyzerFileReference(file, new Loader()).GetAnalyzers(LanguageNames.CSharp);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
