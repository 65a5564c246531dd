using ListenLint.Analyzers.Tests.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ListenLint.Analyzers.Tests.Verification;

/// <summary>Code as it is while somebody types it. What a rule finds in it does not matter; that it throws does.</summary>
internal static class BrokenCode
{
    public static async Task IsSurvivedBy<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Broken",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: cancellation), CSharpSyntaxTree.ParseText(SampleProject.WebUsings, cancellationToken: cancellation)],
            RealAssemblies.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Contains(compilation.GetDiagnostics(cancellation), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        await compilation.WithAnalyzers([new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.Empty(thrown);
    }
}
