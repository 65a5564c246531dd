using System.Collections.Immutable;
using ListenLint.Analyzers.Rules;
using ListenLint.Analyzers.Tests.Catalog;
using ListenLint.Analyzers.Tests.Verification;
using ListenLint.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>A solution in an editor: every rule runs over it, and the actions of our fixes are offered, applied and judged.</summary>
internal sealed class LightBulb
{
    public const string Folder = "/repo/App";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = InstancesOf<DiagnosticAnalyzer>(typeof(ListenLintAnalyzer));
    private static readonly ImmutableArray<MendingFix> Fixes = InstancesOf<MendingFix>(typeof(MendingFix));

    private LightBulb(Solution solution) => Solution = solution;

    public Solution Solution { get; }

    private Project App => Solution.Projects.Single(project => project.Name == "App");

    public static LightBulb Over(string code, IEnumerable<(string Path, string Text)>? more = null, string editorConfig = "", string usings = SampleProject.WebUsings, params string[] enabled)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("App", "App", LanguageNames.CSharp)
            .WithMetadataReferences(RealAssemblies.References)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest));
        foreach (var (path, text) in (more ?? []).Prepend(("Program.cs", code)).Append(("Usings.g.cs", usings)))
        {
            var full = Folder + "/" + path;
            project = path.EndsWith(".cs", StringComparison.Ordinal)
                ? project.AddDocument(path, text, filePath: full).Project
                : path.EndsWith("config", StringComparison.Ordinal)
                    ? project.AddAnalyzerConfigDocument(path, SourceText.From(text), filePath: full).Project
                    : project.AddAdditionalDocument(path, text, filePath: full).Project;
        }

        project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n" + editorConfig), filePath: Folder + "/.editorconfig").Project;
        var isProgram = project.Documents.Any(document => document.GetSyntaxRootAsync().Result!.DescendantNodes()
            .Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return new LightBulb(project
            .WithCompilationOptions(options.WithSpecificDiagnosticOptions(enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))))
            .Solution);
    }

    /// <summary>A second project that sees what the first one makes public.</summary>
    public LightBulb BesideClient(string code)
    {
        var client = Solution.AddProject("Client", "Client", LanguageNames.CSharp)
            .WithMetadataReferences(RealAssemblies.References)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddProjectReference(new ProjectReference(App.Id));
        return new LightBulb(client.AddDocument("Client.cs", code, filePath: "/repo/Client/Client.cs").Project.Solution);
    }

    public string Text(string path = "Program.cs") =>
        (App.Documents.FirstOrDefault(document => document.Name == path) ?? App.AdditionalDocuments.First(document => document.Name == path))
            .GetTextAsync().Result.ToString();

    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string? id = null)
    {
        var compilation = (await App.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var run = compilation.WithAnalyzers(Rules, App.AnalyzerOptions);
        var found = await run.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed && (id is null || diagnostic.Id == id))
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The actions for one finding, as the light bulb lists them.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        if (Solution.GetDocument(finding.Location.SourceTree) is { } document)
        {
            foreach (var fix in FixesOf(finding.Id))
            {
                var context = new CodeFixContext(document, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
                await fix.RegisterCodeFixesAsync(context);
            }
        }

        return actions;
    }

    /// <summary>The actions for the first finding of a rule.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(string rule) =>
        (await FindingsAsync(rule)) is [var first, ..] ? await ActionsAsync(first) : throw new InvalidOperationException($"{rule} is silent here");

    public async Task<LightBulb> AfterAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return new LightBulb(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution);
    }

    /// <summary>Applies the action with this key to one finding after the other until nobody offers it any more.</summary>
    public async Task<LightBulb> OneByOneAsync(string rule, string key)
    {
        var current = this;
        for (var i = 0; i < 20; i++)
        {
            CodeAction? next = null;
            foreach (var finding in await current.FindingsAsync(rule))
            {
                next ??= (await current.ActionsAsync(finding)).FirstOrDefault(action => action.EquivalenceKey == key);
            }

            if (next is null)
            {
                return current;
            }

            current = await current.AfterAsync(next);
        }

        throw new InvalidOperationException("The fix never comes to rest");
    }

    /// <summary>Fix All in the solution, as <c>dotnet format</c> asks for it; null where there is no such action.</summary>
    public async Task<LightBulb?> AllAtOnceAsync(string rule, string key, FixAllScope scope = FixAllScope.Solution, string document = "Program.cs")
    {
        var fix = FixesOf(rule).Single();
        var context = new FixAllContext(
            App.Documents.Single(candidate => candidate.Name == document), fix, scope, key, [rule], new Findings(this), TestContext.Current.CancellationToken);
        return await fix.GetFixAllProvider().GetFixAsync(context) is { } action ? await AfterAsync(action) : null;
    }

    public async Task<IReadOnlyList<string>> CompilerErrorsAsync() =>
        [.. (await App.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())];

    private static IEnumerable<MendingFix> FixesOf(string rule) => Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule));

    private static ImmutableArray<T> InstancesOf<T>(Type inAssemblyOf) =>
        [.. inAssemblyOf.Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type) && type.GetConstructor([]) is not null)
            .Select(type => (T)Activator.CreateInstance(type)!)];

    private sealed class Findings(LightBulb bulb) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await bulb.FindingsAsync()).Where(finding => bulb.Solution.GetDocument(finding.Location.SourceTree)?.Id == document.Id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await bulb.FindingsAsync();
    }
}
