namespace ListenLint.Tool.Loading;

/// <param name="Path">What the user asked for: a solution, a project or a folder.</param>
/// <param name="Solution">Null when the projects are read one by one.</param>
/// <param name="Projects">The C# projects asked for, whether or not they exist.</param>
/// <param name="OtherLanguages">How many projects of the solution are not C#.</param>
internal sealed record LoadTarget(string Path, string? Solution, IReadOnlyList<string> Projects, int OtherLanguages = 0)
{
    public string Folder => Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path)!;
}
