using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

/// <summary>Knows the files that cannot be written again without damage: their bytes were not wholly understood when they were read.</summary>
/// <param name="asRead">The files as they are on disk, before any fix.</param>
internal sealed class KeepableFiles(Solution asRead)
{
    private readonly Dictionary<string, string?> _sentences = new(FilePaths.Comparer);

    /// <summary>What is wrong with the file and what to do; null when it can be kept.</summary>
    public async Task<string?> ObjectionAsync(string path, CancellationToken cancellationToken)
    {
        if (!_sentences.TryGetValue(path, out var sentence))
            _sentences[path] = sentence = await JudgeAsync(path, cancellationToken).ConfigureAwait(false);
        return sentence;
    }

    private async Task<string?> JudgeAsync(string path, CancellationToken cancellationToken)
    {
        if (asRead.GetDocumentIdsWithFilePath(path) is not [var id, ..])
            return null;
        var document = (TextDocument?)asRead.GetDocument(id) ?? asRead.GetAdditionalDocument(id)!;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var content = text.ToString();
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);

            // A file that has changed meanwhile is for the writer to refuse.
            if (FileEncoding.Of(bytes, content, text.Encoding) is not null || SourceText.From(new MemoryStream(bytes)).ToString() != content)
                return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var lost = content.IndexOf('\uFFFD', StringComparison.Ordinal);
        var where = lost < 0 ? path : $"{path}:{text.Lines.GetLinePosition(lost).Line + 1}";
        return $"{where}: the file was left as it is, because its encoding cannot be kept: it is not valid UTF-8 and has no byte order mark. Save it as UTF-8, then run 'listenlint fix' again.";
    }
}
