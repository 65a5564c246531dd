namespace ListenLint.Core;

/// <summary>Paths as text: no file is asked, so that an analyzer may use them.</summary>
public static class Paths
{
    /// <summary>Forward slashes; <c>.</c> and <c>..</c> resolved where that is possible.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    public static string Combine(string folder, string relative) =>
        IsRooted(relative) ? Normalize(relative) : Normalize(folder + "/" + relative);

    public static string FolderOf(string path)
    {
        var normalized = Normalize(path);
        var slash = normalized.LastIndexOf('/');
        return slash < 0 ? "" : normalized.Substring(0, slash);
    }

    public static string NameOf(string path)
    {
        var normalized = path.Replace('\\', '/');
        return normalized.Substring(normalized.LastIndexOf('/') + 1);
    }

    /// <summary>Whether the folder holds the path, at any depth; case is ignored, as Windows and macOS do.</summary>
    public static bool IsBelow(string path, string folder) =>
        folder.Length > 0 && Normalize(path).StartsWith(Normalize(folder).TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    private static bool IsRooted(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
