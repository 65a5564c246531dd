namespace ListenLint.Core.Configuration.Text;

/// <summary>A word of a command line, quotes gone and variables replaced.</summary>
/// <param name="IsOperator">An unquoted <c>;</c>, <c>&amp;</c> or <c>|</c>, which ends a command.</param>
internal sealed record ShellWord(PlacedText Value, bool IsOperator);

/// <summary>Divides a command line into words by the rules that shells and Docker's ENV share.</summary>
internal sealed class ShellWords
{
    private readonly PlacedText source;
    private readonly char escape;
    private readonly Func<string, string?>? lookup;
    private PlacedText.Builder word = new();

    private ShellWords(PlacedText source, char escape, Func<string, string?>? lookup)
    {
        this.source = source;
        this.escape = escape;
        this.lookup = lookup;
    }

    /// <summary>Every word.</summary>
    /// <param name="lookup">The value of a variable; null leaves dollar signs as they are.</param>
    /// <param name="withOperators">Whether <c>;</c>, <c>&amp;</c> and <c>|</c> divide, as in a shell's command.</param>
    public static IReadOnlyList<ShellWord> Split(
        PlacedText source, char escape = '\\', Func<string, string?>? lookup = null, bool withOperators = false)
    {
        var reader = new ShellWords(source, escape, lookup);
        var words = new List<ShellWord>();
        string text = source.Text;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (withOperators && IsOperator(text[i]))
            {
                words.Add(new(source.Slice(i++, 1), IsOperator: true));
                continue;
            }

            int start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && !(withOperators && IsOperator(text[i])))
                i = reader.ReadPiece(i);

            words.Add(new(reader.TakeWord(source.StartOf(start)), IsOperator: false));
        }

        return words;
    }

    /// <summary>The whole text as one word, blanks kept.</summary>
    public static PlacedText Join(PlacedText source, char escape, Func<string, string?>? lookup)
    {
        var reader = new ShellWords(source, escape, lookup);
        for (int i = 0; i < source.Text.Length;)
            i = reader.ReadPiece(i);

        return reader.TakeWord(source.Range.Start);
    }

    private static bool IsOperator(char character) => character is ';' or '&' or '|';

    private PlacedText TakeWord(int place)
    {
        var value = word.Build(place);
        word = new();
        return value;
    }

    private int ReadPiece(int index)
    {
        char character = source.Text[index];
        if (character == '\'')
            return ReadSingleQuoted(index + 1);

        if (character == '"')
            return ReadDoubleQuoted(index + 1);

        if (character == escape && index + 1 < source.Text.Length)
        {
            word.Append(source, index + 1);
            return index + 2;
        }

        return ReadCharacter(index);
    }

    private int ReadSingleQuoted(int index)
    {
        while (index < source.Text.Length && source.Text[index] != '\'')
            word.Append(source, index++);

        return index + 1;
    }

    private int ReadDoubleQuoted(int index)
    {
        string text = source.Text;
        while (index < text.Length && text[index] != '"')
        {
            bool escapes = text[index] == escape && index + 1 < text.Length && (text[index + 1] is '"' or '$' || text[index + 1] == escape);
            if (!escapes)
            {
                index = ReadCharacter(index);
                continue;
            }

            word.Append(source, index + 1);
            index += 2;
        }

        return index + 1;
    }

    private int ReadCharacter(int index)
    {
        if (source.Text[index] == '$' && lookup is not null)
            return VariableExpansion.Append(source, index, lookup, word);

        word.Append(source, index);
        return index + 1;
    }
}
