using ListenLint.Core.Configuration.Json;
using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>What a container starts: the words of its command and the variables that a shell sets for it alone.</summary>
internal sealed record ContainerCommand(IReadOnlyList<PlacedText> Words, IReadOnlyList<ContainerVariable> Variables)
{
    public static ContainerCommand Nothing { get; } = new([], []);

    /// <summary>Reads ENTRYPOINT or CMD, whether a JSON array or a line for a shell.</summary>
    public static ContainerCommand Read(PlacedText arguments, char escape, Func<string, string?> lookup)
    {
        if (WordsOfArray(arguments) is not { } words)
            return OfShell(arguments, escape, lookup);

        return OfWords(words, lookup);
    }

    public static ContainerCommand OfWords(IReadOnlyList<PlacedText> words, Func<string, string?> lookup) =>
        words.Count > 2 && ConfigurationFiles.FileName(words[0].Text) is "sh" or "bash" or "ash" && words[1].Text == "-c"
            ? OfShell(words[2], '\\', lookup)
            : new(words, []);

    /// <summary>The command with CMD's words behind its own.</summary>
    public ContainerCommand With(ContainerCommand command) => new([.. Words, .. command.Words], [.. Variables, .. command.Variables]);

    /// <summary>The dll that <c>dotnet</c> is given, or the name of the program's own executable; null for anything else.</summary>
    public string? StartedAssembly()
    {
        int dotnet = IndexOfDotnet(Words);
        for (int i = dotnet + 1; dotnet >= 0 && i < Words.Count; i++)
        {
            if (Words[i].IsKnown && Words[i].Text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                return ConfigurationFiles.FileName(Words[i].Text);
        }

        return dotnet < 0 && Words.Count > 0 && Words[0].IsKnown ? ExecutableOf(Words[0].Text) : null;
    }

    private static ContainerCommand OfShell(PlacedText line, char escape, Func<string, string?> lookup)
    {
        var command = Nothing;
        var words = new List<PlacedText>();
        var variables = new List<ContainerVariable>();
        foreach (var word in ShellWords.Split(line, escape, lookup, withOperators: true))
        {
            if (word.IsOperator)
            {
                command = Better(command, words, variables);
                words = [];
            }
            else if (words.Count == 0 && ContainerVariable.OfAssignment(word.Value) is { } variable)
            {
                variables.Add(variable);
            }
            else if (words.Count > 0 || word.Value.Text is not ("exec" or "export" or "env"))
            {
                words.Add(word.Value);
            }
        }

        return Better(command, words, variables);
    }

    // `cd /app && dotnet Shop.dll`: the server is what dotnet runs, whatever stands before or behind it.
    private static ContainerCommand Better(ContainerCommand command, List<PlacedText> words, List<ContainerVariable> variables) =>
        words.Count == 0 || IndexOfDotnet(command.Words) >= 0 ? command : new(words, variables.ToArray());

    private static int IndexOfDotnet(IReadOnlyList<PlacedText> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (ConfigurationFiles.FileName(words[i].Text) is "dotnet" or "dotnet.exe")
                return i;
        }

        return -1;
    }

    private static string? ExecutableOf(string word)
    {
        string name = ConfigurationFiles.FileName(word);
        if (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
            return name.Substring(0, name.Length - ".exe".Length);

        bool isOfSystem = word.StartsWith("/bin/", StringComparison.Ordinal)
            || word.StartsWith("/sbin/", StringComparison.Ordinal)
            || word.StartsWith("/usr/", StringComparison.Ordinal);
        bool hasPath = word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith("/", StringComparison.Ordinal);
        bool isScript = name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".py", StringComparison.Ordinal)
            || name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".ps1", StringComparison.Ordinal);
        return hasPath && !isOfSystem && !isScript && name.Length > 0 ? name : null;
    }

    private static PlacedText[]? WordsOfArray(PlacedText arguments)
    {
        if (!arguments.Text.StartsWith("[", StringComparison.Ordinal) || JsonReader.Read(arguments.Text) is not { } entries)
            return null;

        return entries.All(entry => entry.Key.Depth == 1 && entry.Kind == JsonEntryKind.Text)
            ? entries.Select(entry => entry.Value.Within(arguments)).ToArray()
            : null;
    }
}
