using System.Text;
using Microsoft.CodeAnalysis;

namespace ListenLint.Tool.Fixing;

/// <param name="OldText">Null for a new file.</param>
internal sealed record FileChange(string Path, string? OldText, string NewText, Encoding? Encoding)
{
    /// <summary>Each changed file once, however many projects hold it.</summary>
    public static async Task<IReadOnlyList<FileChange>> BetweenAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetChangedAdditionalDocuments()))
            {
                if (Find(project.OldProject, id) is not { FilePath: { } path } old || changes.ContainsKey(path))
                    continue;
                var oldText = await old.GetTextAsync(cancellationToken).ConfigureAwait(false);
                var newText = await Find(project.NewProject, id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
                if (!oldText.ContentEquals(newText))
                    changes[path] = new FileChange(path, oldText.ToString(), newText.ToString(), oldText.Encoding);
            }

            foreach (var id in project.GetAddedDocuments().Concat(project.GetAddedAdditionalDocuments()))
            {
                var added = Find(project.NewProject, id)!;
                changes[added.FilePath!] = new FileChange(added.FilePath!, null, (await added.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString(), null);
            }
        }

        return [.. changes.Values];
    }

    private static TextDocument? Find(Project project, DocumentId id) => (TextDocument?)project.GetDocument(id) ?? project.GetAdditionalDocument(id);
}
