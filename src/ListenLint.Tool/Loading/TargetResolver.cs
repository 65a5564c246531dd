namespace ListenLint.Tool.Loading;

/// <summary>From what was typed to the solution or the projects that it means.</summary>
internal sealed class TargetResolver(string currentFolder)
{
    private static readonly string[] s_foldersWithoutProjects = ["bin", "obj", "node_modules"];

    public async Task<LoadTarget> ResolveAsync(string? path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(string.IsNullOrEmpty(path) ? "." : path, currentFolder);
        if (Directory.Exists(full))
            return await InFolderAsync(Path.TrimEndingDirectorySeparator(full), cancellationToken).ConfigureAwait(false);
        if (!File.Exists(full))
            throw new InputException($"'{path}' does not exist.");

        return Path.GetExtension(full).ToUpperInvariant() switch
        {
            ".SLN" or ".SLNX" or ".SLNF" => await SolutionFile.ReadAsync(full, cancellationToken).ConfigureAwait(false),
            ".CSPROJ" => new LoadTarget(full, null, [full]),
            ".VBPROJ" or ".FSPROJ" => throw new InputException($"'{path}' is not a C# project: ListenLint reads C# only."),
            ".CS" => throw new InputException(
                $"'{path}' is a single C# file: give the project that holds it, or make one with 'dotnet project convert {Path.GetFileName(path)}'."),
            _ => throw new InputException($"'{path}' is neither a solution (.sln, .slnx, .slnf) nor a C# project (.csproj) nor a folder."),
        };
    }

    private async Task<LoadTarget> InFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var solutions = FilesIn(folder, "*.sln").Concat(FilesIn(folder, "*.slnx")).Distinct(FilePaths.Comparer).ToArray();
        if (solutions.Length > 1)
            throw SeveralIn(folder, "solutions", solutions);
        if (solutions is [var solution])
            return await SolutionFile.ReadAsync(solution, cancellationToken).ConfigureAwait(false);

        var projects = FilesIn(folder, "*.csproj");
        if (projects.Length > 1)
            throw SeveralIn(folder, "projects", projects);
        if (projects.Length == 0)
            projects = [.. ProjectsBelow(folder).Order(StringComparer.Ordinal)];
        if (projects.Length == 0)
            throw new InputException($"There is no solution and no C# project in '{FilePaths.ForReading(currentFolder, folder)}' or below it.");
        return new LoadTarget(projects is [var only] ? only : folder, null, projects);
    }

    private static IEnumerable<string> ProjectsBelow(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var at))
        {
            foreach (var project in Directory.EnumerateFiles(at, "*.csproj", options))
                yield return project;
            foreach (var below in Directory.EnumerateDirectories(at, "*", options))
            {
                if (!s_foldersWithoutProjects.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase))
                    pending.Push(below);
            }
        }
    }

    // On Windows "*.sln" also matches what merely begins like it.
    private static string[] FilesIn(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern)
            .Where(file => Path.GetExtension(file).Equals(pattern[1..], StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];

    private InputException SeveralIn(string folder, string what, string[] files) =>
        new($"'{FilePaths.ForReading(currentFolder, folder)}' holds several {what}: {string.Join(", ", files.Select(Path.GetFileName))}. Name the one to check.");
}
