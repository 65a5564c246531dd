using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Exposure;

/// <summary>
/// Opening a listener is a decision, and so is keeping quiet about one: neither is taken for many at once by a format
/// robot. Of the actions that expose, only the files whose .editorconfig consents are mended; where none does there is
/// no action at all, so that <c>dotnet format</c> says so. Everything else is the inner provider's.
/// </summary>
internal sealed class ExposingFixAllProvider(FixAllProvider inner) : FixAllProvider
{
    /// <summary>How the equivalence key of an action that opens a listener begins.</summary>
    public const string ExposingKey = "expose:";

    /// <summary>How the key of an action that silences a finding begins: one file at a time, never a whole project.</summary>
    public const string SuppressingKey = "suppress:";

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        inner.GetSupportedFixAllScopes().Where(scope => scope is FixAllScope.Document or FixAllScope.Project or FixAllScope.Solution);

    public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) =>
        inner.GetSupportedFixAllDiagnosticIds(originalCodeFixProvider);

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var key = fixAllContext.CodeActionEquivalenceKey ?? "";
        if (key.StartsWith(SuppressingKey, StringComparison.Ordinal) && fixAllContext.Scope != FixAllScope.Document)
        {
            return null;
        }

        if (!key.StartsWith(ExposingKey, StringComparison.Ordinal))
        {
            return await inner.GetFixAsync(fixAllContext).ConfigureAwait(false);
        }

        var consenting = await ConsentingAsync(fixAllContext).ConfigureAwait(false);
        return consenting.IsEmpty ? null : await inner.GetFixAsync(Within(consenting, fixAllContext)).ConfigureAwait(false);
    }

    private static async Task<ImmutableHashSet<DocumentId>> ConsentingAsync(FixAllContext context)
    {
        var inScope = context switch
        {
            { Scope: FixAllScope.Document, Document: { } document } => [document],
            { Scope: FixAllScope.Project } => context.Project.Documents,
            { Scope: FixAllScope.Solution } => context.Solution.Projects
                .Where(project => project.Language == context.Project.Language)
                .SelectMany(project => project.Documents),
            _ => [],
        };
        var consenting = ImmutableHashSet.CreateBuilder<DocumentId>();
        foreach (var document in inScope)
        {
            if (await ExposureConsent.IsGivenInAsync(document, context.CancellationToken).ConfigureAwait(false))
            {
                consenting.Add(document.Id);
            }
        }

        return consenting.ToImmutable();
    }

    private static FixAllContext Within(ImmutableHashSet<DocumentId> consenting, FixAllContext context)
    {
        var findings = new ConsentingFindings(context, consenting);
        return context.Document is { } document
            ? new FixAllContext(
                document, context.CodeFixProvider, context.Scope, context.CodeActionEquivalenceKey, context.DiagnosticIds, findings, context.CancellationToken)
            : new FixAllContext(
                context.Project, context.CodeFixProvider, context.Scope, context.CodeActionEquivalenceKey, context.DiagnosticIds, findings, context.CancellationToken);
    }

    private sealed class ConsentingFindings(FixAllContext context, ImmutableHashSet<DocumentId> consenting) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            consenting.Contains(document.Id) ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false) : ImmutableArray<Diagnostic>.Empty;

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Consented(await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false), project);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Consented(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false), project);

        private IEnumerable<Diagnostic> Consented(IEnumerable<Diagnostic> diagnostics, Project project) =>
            diagnostics.Where(diagnostic => project.Solution.GetDocumentId(diagnostic.Location.SourceTree) is { } id && consenting.Contains(id));
    }
}
