using System.Collections.Immutable;
using ListenLint.Analyzers.Rules;
using ListenLint.Analyzers.Tests.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Tests.Verification;

/// <summary>
/// A whole project under every rule at once, straight on the compiler: sources, the files beside them and the project
/// properties in, findings out as <c>file:line id severity</c>.
/// </summary>
internal sealed class ProjectRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> AllRules = typeof(ListenLintAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    public const string Folder = "/repo/App";

    public string Code { get; init; } = "";

    /// <summary>Paths relative to the project's folder; <c>../</c> leads to the repository.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    public IReadOnlyList<(string Path, string Text)> MoreCode { get; init; } = [];

    /// <summary>The source of a project that this one references: handed over as an editor does, as a compilation and not as an assembly.</summary>
    public string ReferencedCode { get; init; } = "";

    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    public string EditorConfig { get; init; } = "";

    public OutputKind OutputKind { get; init; } = OutputKind.ConsoleApplication;

    public bool MustCompile { get; init; } = true;

    public IReadOnlyList<string> Enabled { get; init; } = [];

    public async Task<IReadOnlyList<Diagnostic>> Diagnostics()
    {
        var options = CSharpParseOptions.Default.WithPreprocessorSymbols("DEBUG", "NET10_0_OR_GREATER");
        var trees = MoreCode.Prepend(("Program.cs", Code)).Append(("Usings.g.cs", SampleProject.WebUsings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, path: Folder + "/" + file.Item1, encoding: System.Text.Encoding.UTF8))
            .ToArray();
        var config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse("root = true\n" + EditorConfig, Folder + "/.editorconfig")));
        var provider = new ConfigOptions(config, Properties);
        var compilation = CSharpCompilation.Create(
            Properties.GetValueOrDefault("AssemblyName", "App"),
            trees,
            RealAssemblies.References.Add(RealAssemblies.Compile(ReferencedCode).ToMetadataReference()),
            new CSharpCompilationOptions(OutputKind, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(Enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)))
                .WithSyntaxTreeOptionsProvider(new TreeOptions(config)));
        if (MustCompile)
        {
            Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));
        }

        var files = Files.Select(file => (AdditionalText)new FileText(ListenLint.Core.Paths.Combine(Folder, file.Path), file.Text)).ToImmutableArray();
        Exception? crash = null;
        var run = compilation.WithAnalyzers(
            AllRules,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions(files, provider), (exception, _, _) => crash ??= exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var result = await run.GetAnalysisResultAsync(TestContext.Current.CancellationToken);
        Assert.Null(crash);
        return [.. result.GetAllDiagnostics().OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(found => found.Location.SourceSpan).ThenBy(found => found.Id, StringComparer.Ordinal)];
    }

    /// <summary>Each finding as <c>Program.cs:3 LL1001 warning</c>.</summary>
    public async Task<IReadOnlyList<string>> Findings() =>
        [.. (await Diagnostics()).Select(found => $"{NameOf(found)}:{found.Location.GetLineSpan().StartLinePosition.Line + 1} {found.Id} {found.Severity.ToString().ToLowerInvariant()}")];

    private static string NameOf(Diagnostic found)
    {
        var path = found.Location.GetLineSpan().Path;
        return path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[(Folder.Length + 1)..] : path["/repo/".Length..];
    }

    private sealed class FileText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class TreeOptions(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class ConfigOptions(AnalyzerConfigSet config, IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(
            properties
                .Append(KeyValuePair.Create("ProjectDir", Folder + "/"))
                .Append(KeyValuePair.Create("MSBuildProjectFile", "App.csproj"))
                .GroupBy(pair => pair.Key)
                .ToDictionary(group => "build_property." + group.Key, group => group.First().Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(config.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(config.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
