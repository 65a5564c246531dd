using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>
/// Makes the edits of all findings at once. A change that two findings share is made once; of two findings that want the
/// same place changed in different ways the first is mended, and the next run judges the other anew.
/// </summary>
internal sealed class MergedEditsFixAllProvider : FixAllProvider
{
    public static readonly MergedEditsFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var cancellationToken = fixAllContext.CancellationToken;
        var key = fixAllContext.CodeActionEquivalenceKey;
        if (fixAllContext.CodeFixProvider is not MendingFix fix || key is null)
        {
            return null;
        }

        var title = default(string);
        var edits = SolutionEdits.None;
        foreach (var document in DocumentsOf(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                var mendings = await fix.MendingsAsync(document, diagnostic, key, cancellationToken).ConfigureAwait(false);
                if (mendings is [var mending, ..] && mending.Edits.GoesWith(edits))
                {
                    title ??= mending.Title;
                    edits = edits.And(mending.Edits);
                }
            }
        }

        return title is null ? null : CodeAction.Create(title, token => edits.ApplyToAsync(fixAllContext.Solution, token), key);
    }

    private static IEnumerable<Document> DocumentsOf(FixAllContext context) => context switch
    {
        { Scope: FixAllScope.Document, Document: { } document } => [document],
        { Scope: FixAllScope.Project } => context.Project.Documents,
        { Scope: FixAllScope.Solution } => context.Solution.Projects
            .Where(project => project.Language == context.Project.Language)
            .SelectMany(project => project.Documents),
        _ => [],
    };
}
