namespace ListenLint.Core.Configuration.Docker;

/// <summary>Finds the names of project files in a command: <c>dotnet publish "Shop.Api/Shop.Api.csproj"</c>.</summary>
internal static class ProjectFileNames
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    public static IEnumerable<string> Find(string command)
    {
        for (int dot = command.IndexOf('.'); dot >= 0; dot = command.IndexOf('.', dot + 1))
        {
            string? extension = Array.Find(
                Extensions, name => string.Compare(command, dot, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (extension is null)
                continue;

            int end = dot + extension.Length;
            int start = dot;
            while (start > 0 && IsNameCharacter(command[start - 1]))
                start--;

            // A name with a wildcard or a variable before it is only part of a name.
            bool isWhole = start == 0 || command[start - 1] is not ('*' or '?' or '$' or '{' or '}');
            if (isWhole && start < dot && (end == command.Length || !IsNameCharacter(command[end])))
                yield return command.Substring(start, end - start);
        }
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or '+' or '#';
}
