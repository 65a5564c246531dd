using Microsoft.CodeAnalysis;

namespace ListenLint.Tool.Loading;

/// <summary>The workspace takes a file that it cannot open for an empty one; a listener in it would be missed in silence.</summary>
internal static class SourceFiles
{
    /// <summary>The first file of the project that cannot be read, as a reason; null when all can.</summary>
    public static string? Unreadable(Project project)
    {
        foreach (var document in project.Documents.Cast<TextDocument>().Concat(project.AdditionalDocuments))
        {
            // What the build generates on its way is often not there before the first build; a configuration file may be named and not exist.
            if (document.FilePath is not { } path || path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                || (document is not Document && !File.Exists(path)))
                continue;
            try
            {
                using var handle = File.OpenHandle(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return $"its file '{FilePaths.ForReading(Path.GetDirectoryName(project.FilePath)!, path)}' cannot be read ({exception.Message.TrimEnd('.')}); the rest of it was judged";
            }
        }

        return null;
    }
}
