using ListenLint.Analyzers.Tests.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace ListenLint.Analyzers.Tests.Verification;

/// <summary>The project that a source is verified in: by default a web program with its implicit usings.</summary>
internal sealed record SampleProject
{
    public const string WebUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net; global using System.Net.Http; global using System.Net.Sockets; global using System.Threading;
        global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    public string Usings { get; init; } = WebUsings;

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The lines of an .editorconfig at the root.</summary>
    public string EditorConfig { get; init; } = "";

    public IReadOnlyList<(string Path, string Text)> MoreSources { get; init; } = [];

    public IReadOnlyList<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Off for broken code.</summary>
    public bool Compiles { get; init; } = true;

    public void Apply(SolutionState state)
    {
        state.OutputKind = OutputKind;
        state.Sources.Add(("/0/Usings.g.cs", Usings));
        state.Sources.AddRange(MoreSources.Select(file => (file.Path, Microsoft.CodeAnalysis.Text.SourceText.From(file.Text))));
        state.AdditionalReferences.AddRange(RealAssemblies.References);
        state.AdditionalFiles.AddRange(AdditionalFiles.Select(file => (file.Path, Microsoft.CodeAnalysis.Text.SourceText.From(file.Text))));
        state.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n" + EditorConfig));
    }
}

/// <summary>Findings stand in the source as <c>[|…|]</c> or <c>{|LL1001:…|}</c>; a source without them must be silent.</summary>
internal static class Verify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task Code(string source, SampleProject? project = null)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source, ReferenceAssemblies = new ReferenceAssemblies("net10.0") };
        (project ??= new SampleProject()).Apply(test.TestState);
        test.CompilerDiagnostics = project.Compiles ? CompilerDiagnostics.Errors : CompilerDiagnostics.None;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>Each finding is mended one by one, by fix-all in document, project and solution, and the result must compile and stay as it is.</summary>
internal static class Verify<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public static Task Fix(string source, string mended, SampleProject? project = null, Action<CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>>? more = null)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = source, FixedCode = mended, ReferenceAssemblies = new ReferenceAssemblies("net10.0") };
        (project ??= new SampleProject()).Apply(test.TestState);
        project.Apply(test.FixedState);
        more?.Invoke(test);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    public static Task NoFix(string source, SampleProject? project = null) => Fix(source, source, project);
}
