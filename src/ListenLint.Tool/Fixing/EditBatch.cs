using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

/// <summary>Fixes made for the same state of the files that can be applied together, because no two of them touch.</summary>
internal sealed class EditBatch
{
    private readonly Dictionary<string, List<TextChange>> _edits = new(FilePaths.Comparer);
    private readonly List<NewFile> _newFiles = [];

    public IReadOnlyCollection<string> Paths => _edits.Keys;

    public bool TryAdd(FixProposal proposal)
    {
        if (_newFiles.Count > 0 || (proposal.NewFiles.Length > 0 && _edits.Count > 0))
            return false;
        foreach (var (path, changes) in proposal.Edits)
        {
            if (_edits.TryGetValue(path, out var known) && changes.Any(change => known.Exists(other => TextEdits.Touch(change, other))))
                return false;
        }

        foreach (var (path, changes) in proposal.Edits)
        {
            if (!_edits.TryGetValue(path, out var known))
                _edits[path] = known = [];
            known.AddRange(changes);
        }

        _newFiles.AddRange(proposal.NewFiles);
        return true;
    }

    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var (path, changes) in _edits)
        {
            ImmutableArray<TextChange> inOrder = [.. changes.OrderBy(change => change.Span.Start)];
            foreach (var id in solution.GetDocumentIdsWithFilePath(path))
            {
                if (solution.GetDocument(id) is { } document)
                    solution = solution.WithDocumentText(id, (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(inOrder));
                else if (solution.GetAdditionalDocument(id) is { } additional)
                    solution = solution.WithAdditionalDocumentText(id, (await additional.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(inOrder));
            }
        }

        foreach (var file in _newFiles)
        {
            var id = DocumentId.CreateNewId(file.Project);
            var text = SourceText.From(file.Text, new System.Text.UTF8Encoding(false));
            solution = file.IsSource
                ? solution.AddDocument(id, Path.GetFileName(file.Path), text, filePath: file.Path)
                : solution.AddAdditionalDocument(id, Path.GetFileName(file.Path), text, filePath: file.Path);
        }

        return solution;
    }
}
