using System.Text.Json;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace ListenLint.Tool.Loading;

/// <summary>Which projects a .sln, .slnx or .slnf names. Read before the workspace does, so that a project that is missing can be named.</summary>
internal static class SolutionFile
{
    public static async Task<LoadTarget> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var isFilter = Path.GetExtension(path).Equals(".slnf", StringComparison.OrdinalIgnoreCase);
        var named = isFilter
            ? await ProjectsOfFilterAsync(path, cancellationToken).ConfigureAwait(false)
            : await ProjectsOfSolutionAsync(path, cancellationToken).ConfigureAwait(false);
        string[] csharp = [.. named.Where(project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).Distinct(FilePaths.Comparer)];
        if (csharp.Length == 0)
            throw new InputException($"'{Path.GetFileName(path)}' names no C# project.");
        return new LoadTarget(path, path, csharp, named.Count - csharp.Length);
    }

    private static async Task<IReadOnlyList<string>> ProjectsOfSolutionAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var serializer = SolutionSerializers.GetSerializerByMoniker(path)
                ?? throw new InputException($"'{Path.GetFileName(path)}' is not a solution file.");
            var solution = await serializer.OpenAsync(path, cancellationToken).ConfigureAwait(false);
            return [.. solution.SolutionProjects.Select(project => Absolute(path, project.FilePath))];
        }
        catch (Exception exception) when (exception is SolutionException or IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static async Task<IReadOnlyList<string>> ProjectsOfFilterAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(
                await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var filter = document.RootElement.GetProperty("solution");
            var solution = Absolute(path, filter.GetProperty("path").GetString()!);
            if (!File.Exists(solution))
                throw new InputException($"'{Path.GetFileName(path)}' filters '{filter.GetProperty("path").GetString()}', which does not exist.");
            return [.. filter.GetProperty("projects").EnumerateArray().Select(project => Absolute(solution, project.GetString()!))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static InputException Unreadable(string path, Exception exception) =>
        new($"'{Path.GetFileName(path)}' cannot be read as a solution: {exception.Message}", exception);

    private static string Absolute(string file, string relative) =>
        Path.GetFullPath(relative.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(file)!);
}
