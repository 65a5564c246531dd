using ListenLint.Core.Configuration;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Analysis;

/// <summary>Configuration files that say nothing because they could not be read: silence about them must not look like health.</summary>
internal static class UnreadFiles
{
    public static async Task<IReadOnlyList<string>> NotesAsync(LoadedSolution loaded, CancellationToken cancellationToken)
    {
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in loaded.Requested.SelectMany(id => loaded.Solution.GetProject(id)?.AdditionalDocuments ?? []))
        {
            if (document.FilePath is not { } path || ConfigurationFiles.KindOf(path) == ConfigurationFileKind.None || notes.ContainsKey(path))
                continue;

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (ConfigurationFileReader.Read(path, text.ToString())?.Unread is { } reason)
                notes[path] = $"{FilePaths.Relative(loaded.Root, path)} was not judged: {reason}; correct it and run again";
        }

        return [.. notes.Values];
    }
}
