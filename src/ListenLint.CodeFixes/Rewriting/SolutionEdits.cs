using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Changes of text, in one or several files, that belong together: all of them are made or none.</summary>
internal sealed record SolutionEdits(ImmutableArray<(DocumentId File, TextChange Change)> Changes)
{
    public static readonly SolutionEdits None = new(ImmutableArray<(DocumentId, TextChange)>.Empty);

    public bool IsEmpty => Changes.IsEmpty;

    public static SolutionEdits In(DocumentId file, params TextChange[] changes) =>
        new(changes.Select(change => (file, change)).ToImmutableArray());

    public SolutionEdits And(SolutionEdits others) => new(Changes.AddRange(others.Changes.Where(change => !Changes.Contains(change))));

    /// <summary>Whether both can be made at once: no place is changed in two ways.</summary>
    public bool GoesWith(SolutionEdits others) =>
        Changes.All(change => others.Changes.All(other => change == other || change.File != other.File || AreApart(change.Change.Span, other.Change.Span)));

    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var file in Changes.GroupBy(change => change.File))
        {
            var changes = file.Select(change => change.Change).OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End);
            if (solution.GetDocument(file.Key) is { } document)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithDocumentText(file.Key, text.WithChanges(changes));
            }
            else if (solution.GetAdditionalDocument(file.Key) is { } additional)
            {
                var text = await additional.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(file.Key, text.WithChanges(changes));
            }
        }

        return solution;
    }

    private static bool AreApart(TextSpan one, TextSpan other) =>
        one.End < other.Start || other.End < one.Start || (one != other && (one.End == other.Start || other.End == one.Start));
}
