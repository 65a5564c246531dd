namespace ListenLint.Tool.Loading;

/// <summary>Compares and shortens paths the way the file system and the reader expect.</summary>
internal static class FilePaths
{
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Relative to the folder, with forward slashes.</summary>
    public static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    public static bool IsBelow(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal)
            && !relative.StartsWith("..\\", StringComparison.Ordinal);
    }

    /// <summary>What a person can click or copy: short where the file is near, whole where it is not.</summary>
    public static string ForReading(string currentFolder, string path) => IsBelow(currentFolder, path) ? Relative(currentFolder, path) : path;

    /// <summary>The repository that holds the folder, or the folder itself.</summary>
    public static string RootOf(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return at.FullName;
        }

        return folder;
    }
}
