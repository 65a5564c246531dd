using System.Collections.Immutable;
using System.Text;
using ListenLint.Analyzers.Rules;
using ListenLint.Analyzers.Tests.Catalog;
using ListenLint.Analyzers.Tests.Verification;
using ListenLint.CodeFixes.Configuration;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

/// <summary>A web project with the files beside it in a workspace: every rule runs over it, and the fixes of files are offered and applied.</summary>
internal sealed class ConfiguredProject
{
    public const string Plain = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();
        """;

    public const string ListenAnyIP = """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));
        builder.Build().Run();
        """;

    /// <summary>A Dockerfile that starts the project and sets nothing.</summary>
    public const string BareDockerfile = "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = InstancesOf<DiagnosticAnalyzer>(typeof(ListenLintAnalyzer));

    private readonly ProjectId _id;

    private ConfiguredProject(Solution solution, ProjectId id) => (Solution, _id) = (solution, id);

    public static ImmutableArray<ConfigurationFix> Fixes { get; } = InstancesOf<ConfigurationFix>(typeof(ConfigurationFix));

    public Solution Solution { get; }

    public Project Project => Solution.GetProject(_id)!;

    /// <summary>Paths are relative to the project's folder. A file that ends in <c>config</c> goes to the compiler as such.</summary>
    public static ConfiguredProject Of(string code, IEnumerable<(string Path, string Text)> files, string targetFramework = "net10.0", Workspace? workspace = null)
    {
        var id = ProjectId.CreateNewId();
        var solution = (workspace ?? new AdhocWorkspace()).CurrentSolution.AddProject(
            ProjectInfo.Create(id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, filePath: ProjectRun.Folder + "/App.csproj")
                .WithMetadataReferences(RealAssemblies.References)
                .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
                .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));
        var global = $"""
            is_global = true
            build_property.ProjectDir = {ProjectRun.Folder}/
            build_property.MSBuildProjectFile = App.csproj
            build_property.TargetFramework = {targetFramework}
            """;
        foreach (var (path, text) in files.Concat([("Program.cs", code), ("Usings.g.cs", SampleProject.WebUsings), (".globalconfig", global)]))
        {
            var document = DocumentId.CreateNewId(id);
            var full = Paths.Combine(ProjectRun.Folder, path);
            var source = SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            solution = path.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(document, path, source, filePath: full)
                : path.EndsWith("config", StringComparison.Ordinal)
                    ? solution.AddAnalyzerConfigDocument(document, path, source, filePath: full)
                    : solution.AddAdditionalDocument(document, path, source, filePath: full);
        }

        return new ConfiguredProject(solution, id);
    }

    public TextDocument Document(string path) =>
        Project.AdditionalDocuments.Concat<TextDocument>(Project.AnalyzerConfigDocuments).Single(document => document.FilePath == Paths.Combine(ProjectRun.Folder, path));

    public async Task<string> TextAsync(string path) => (await Document(path).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>Every text that can change, by its path.</summary>
    public async Task<Dictionary<string, string>> TextsAsync()
    {
        var texts = new Dictionary<string, string>();
        foreach (var document in Project.Documents.Concat(Project.AdditionalDocuments).Concat(Project.AnalyzerConfigDocuments))
        {
            texts.Add(document.FilePath!, (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        return texts;
    }

    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string? rule = null)
    {
        var compilation = (await Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var found = await compilation.WithAnalyzers(Rules, Project.AnalyzerOptions).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found
            .Where(finding => finding.Severity > DiagnosticSeverity.Hidden && finding.Id.StartsWith("LL", StringComparison.Ordinal) && (rule is null || finding.Id == rule))
            .OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The actions for one finding, as the light bulb lists them.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic finding)
    {
        var path = finding.Location.GetLineSpan().Path;
        var actions = new List<CodeAction>();
        if (Project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path) is { } document)
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
            }
        }

        return actions;
    }

    /// <summary>The actions with a key, for all findings.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(string key)
    {
        var actions = new List<CodeAction>();
        foreach (var finding in await FindingsAsync(key.Split(':')[1]))
        {
            actions.AddRange((await ActionsAsync(finding)).Where(action => action.EquivalenceKey == key));
        }

        return actions;
    }

    public async Task<ConfiguredProject> AfterAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return new ConfiguredProject(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution, _id);
    }

    private static ImmutableArray<T> InstancesOf<T>(Type inAssemblyOf) =>
        [.. inAssemblyOf.Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .Select(type => (T)Activator.CreateInstance(type)!)];
}
