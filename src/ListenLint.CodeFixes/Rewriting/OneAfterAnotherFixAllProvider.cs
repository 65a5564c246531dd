using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>
/// Mends all findings as a person would with one light bulb after the other: each action sees what those before it have
/// changed. Listeners that share a constant, or a member that is to be marked twice, leave no other way.
/// </summary>
internal sealed class OneAfterAnotherFixAllProvider : FixAllProvider
{
    public static readonly OneAfterAnotherFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var cancellationToken = fixAllContext.CancellationToken;
        if (fixAllContext.CodeFixProvider is not MendingFix fix || fixAllContext.CodeActionEquivalenceKey is not { } key)
        {
            return null;
        }

        var title = default(string);
        var solution = fixAllContext.Solution;
        var removed = new List<(ProjectId Project, int Place)>();
        foreach (var (file, places) in await FindingsAsync(fixAllContext).ConfigureAwait(false))
        {
            var document = solution.GetDocument(file)!;
            var current = places
                .Select(place => place - removed.Count(gone => gone.Project == file.ProjectId && gone.Place < place))
                .ToImmutableArray();
            if (await FoundListener.AtAsync(document, current, cancellationToken).ConfigureAwait(false) is { } found
                && await fix.MendingsAsync(found, key).ConfigureAwait(false) is [var mending, ..])
            {
                title ??= mending.Title;
                solution = await mending.Edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
                if (mending.Outcome == Outcome.Removed)
                {
                    removed.AddRange(places.Select(place => (file.ProjectId, place)));
                }
            }
        }

        return title is null ? null : CodeAction.Create(title, _ => Task.FromResult(solution), key);
    }

    private static async Task<IReadOnlyList<(DocumentId File, ImmutableArray<int> Places)>> FindingsAsync(FixAllContext context)
    {
        var findings = new List<(DocumentId, ImmutableArray<int>)>();
        foreach (var document in DocumentsOf(context))
        {
            var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                if (await FoundListener.AtAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } found)
                {
                    findings.Add((document.Id, found.Places));
                }
            }
        }

        return findings;
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
