using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

internal sealed record NewFile(string Path, string Text, ProjectId Project, bool IsSource);

/// <summary>What one fix wants to change: texts of known files, and files that do not exist yet. Nothing else is applied.</summary>
internal sealed record FixProposal(IReadOnlyDictionary<string, ImmutableArray<TextChange>> Edits, ImmutableArray<NewFile> NewFiles)
{
    /// <summary>Null when the action does something that a tool cannot apply to files.</summary>
    public static async Task<FixProposal?> FromAsync(CodeAction action, Solution solution, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(solution, new NoProgress(), cancellationToken).ConfigureAwait(false);
        if (operations is not [ApplyChangesOperation apply])
            return null;

        var edits = new Dictionary<string, ImmutableArray<TextChange>>(FilePaths.Comparer);
        var newFiles = ImmutableArray.CreateBuilder<NewFile>();
        foreach (var change in apply.ChangedSolution.GetChanges(solution).GetProjectChanges())
        {
            if (change.GetRemovedDocuments().Any() || change.GetRemovedAdditionalDocuments().Any() || change.GetChangedAnalyzerConfigDocuments().Any())
                return null;
            foreach (var id in change.GetChangedDocuments().Concat(change.GetChangedAdditionalDocuments()))
            {
                if (!await AddEditAsync(edits, Find(change.OldProject, id), Find(change.NewProject, id), cancellationToken).ConfigureAwait(false))
                    return null;
            }

            foreach (var id in change.GetAddedDocuments().Concat(change.GetAddedAdditionalDocuments()))
            {
                if (Find(change.NewProject, id) is not { FilePath: { } path } added || File.Exists(path))
                    return null;
                newFiles.Add(new NewFile(path, await TextAsync(added, cancellationToken).ConfigureAwait(false), change.ProjectId, added is Document));
            }
        }

        return edits.Count + newFiles.Count == 0 ? null : new FixProposal(edits, newFiles.ToImmutable());
    }

    private static async Task<bool> AddEditAsync(
        Dictionary<string, ImmutableArray<TextChange>> edits, TextDocument? before, TextDocument? after, CancellationToken cancellationToken)
    {
        if (before?.FilePath is not { } path || after is null)
            return false;

        // A file that several projects share is changed in each of them, in the same way.
        if (!edits.ContainsKey(path))
        {
            var changes = TextEdits.Between(await TextAsync(before, cancellationToken).ConfigureAwait(false), await TextAsync(after, cancellationToken).ConfigureAwait(false));
            if (changes.Length > 0)
                edits[path] = changes;
        }

        return true;
    }

    private static TextDocument? Find(Project project, DocumentId id) => (TextDocument?)project.GetDocument(id) ?? project.GetAdditionalDocument(id);

    private static async Task<string> TextAsync(TextDocument document, CancellationToken cancellationToken) =>
        (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();

    private sealed class NoProgress : IProgress<CodeAnalysisProgress>
    {
        public void Report(CodeAnalysisProgress value)
        {
        }
    }
}
