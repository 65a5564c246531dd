using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Exposure;

/// <summary>
/// Applies a fix that opens a listener to many places at once only in documents whose .editorconfig says so; one by one
/// it is always offered. Where no document allows it there is no fix-all at all, so that <c>dotnet format</c> says so.
/// </summary>
internal sealed class ExposingFixAllProvider : FixAllProvider
{
    public const string KeyPrefix = "expose:";

    public const string Permission = "listenlint.fix_may_expose";

    public static readonly ExposingFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeActionEquivalenceKey?.StartsWith(KeyPrefix, StringComparison.Ordinal) != true)
        {
            return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(context).ConfigureAwait(false);
        }

        var documents = context.Scope switch
        {
            FixAllScope.Project => context.Project.Documents,
            FixAllScope.Solution => context.Solution.Projects.SelectMany(project => project.Documents),
            _ => context.Document is { } document ? [document] : [],
        };
        var trees = new HashSet<SyntaxTree>();
        foreach (var document in documents)
        {
            if (await document.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false) is { } tree && Allows(document, tree))
            {
                trees.Add(tree);
            }
        }

        return trees.Count == 0 ? null : await WellKnownFixAllProviders.BatchFixer.GetFixAsync(Within(context, trees)).ConfigureAwait(false);
    }

    private static bool Allows(Document document, SyntaxTree tree) =>
        document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Permission, out var value)
        && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private static FixAllContext Within(FixAllContext context, HashSet<SyntaxTree> trees)
    {
        var diagnostics = new AllowedDiagnostics(context, trees);
        return context.Document is { } document
            ? new FixAllContext(document, context.CodeFixProvider, context.Scope, context.CodeActionEquivalenceKey!, context.DiagnosticIds, diagnostics, context.CancellationToken)
            : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, context.CodeActionEquivalenceKey!, context.DiagnosticIds, diagnostics, context.CancellationToken);
    }

    private sealed class AllowedDiagnostics(FixAllContext context, HashSet<SyntaxTree> trees) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Allowed(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Allowed(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Allowed(await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false));

        private IEnumerable<Diagnostic> Allowed(ImmutableArray<Diagnostic> diagnostics) =>
            diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && trees.Contains(tree));
    }
}
