using System.Globalization;
using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Yaml;

/// <summary>Reads the forms of a YAML scalar: plain, in quotes, and the blocks behind <c>|</c> and <c>&gt;</c>.</summary>
internal sealed class YamlScalarReader(YamlCursor cursor)
{
    private const int LongestKey = 1024;

    private string Text => cursor.Text;

    /// <summary>A quoted scalar; null when its quote is never closed.</summary>
    public PlacedText? ReadQuoted()
    {
        char quote = cursor.Current;
        int start = cursor.Position + 1;
        var value = new PlacedText.Builder();
        for (int i = start; i < Text.Length;)
        {
            char character = Text[i];
            if (character == quote && quote == '\'' && i + 1 < Text.Length && Text[i + 1] == quote)
            {
                value.Append(quote, i, i + 2);
                i += 2;
            }
            else if (character == quote)
            {
                cursor.MoveTo(i + 1);
                return value.Build(new TextRange(start, i - start));
            }
            else if (character == '\\' && quote == '"')
            {
                i = AppendEscape(i, value);
                if (i < 0)
                    return null;
            }
            else
            {
                i = character is '\r' or '\n' ? AppendFold(i, value) : Append(i, value);
            }
        }

        return null;
    }

    /// <summary>A key of a block mapping, its colon passed; null when the line does not begin with one.</summary>
    public PlacedText? TryReadKey()
    {
        int start = cursor.Position, line = cursor.LineStart;
        PlacedText? key;
        if (cursor.Current is '"' or '\'')
        {
            key = ReadQuoted();
            cursor.SkipBlanksInLine();
        }
        else
        {
            key = ReadPlainKey();
        }

        if (key is not null && cursor.LineStart == line && cursor.IsIndicator(':'))
        {
            cursor.Position++;
            return key;
        }

        cursor.RestoreTo(start, line);
        return null;
    }

    /// <summary>A plain scalar with the lines that continue it, which are indented deeper than <paramref name="parentColumn"/>.</summary>
    /// <returns>Null when a line of it holds <c>: </c>, which YAML forbids there.</returns>
    public PlacedText? ReadPlain(int parentColumn)
    {
        var value = new PlacedText.Builder();
        int start = cursor.Position;
        while (true)
        {
            int end = EndOfPlain(inFlow: false);
            if (end < Text.Length && Text[end] == ':')
                return null;

            for (int i = cursor.Position; i < end; i++)
                value.Append(Text[i], i, i + 1);

            cursor.MoveTo(end);
            bool wasComment = EndsWithComment();
            cursor.SkipToContent();
            if (wasComment || cursor.IsAtEnd || cursor.Column <= parentColumn)
                return value.Build(start);

            value.Append(' ', end, cursor.Position);
        }
    }

    public PlacedText ReadPlainInFlow()
    {
        int end = EndOfPlain(inFlow: true);
        var value = PlacedText.Verbatim(Text, new(cursor.Position, end - cursor.Position));
        cursor.MoveTo(end);
        return value;
    }

    /// <summary>A literal or folded block: the lines below that are indented deeper. Its text is kept line by line.</summary>
    public PlacedText ReadBlock(int parentColumn)
    {
        cursor.NextLine();
        int start = cursor.Position;
        var value = new PlacedText.Builder();
        int indent = -1;
        while (cursor.Position < Text.Length)
        {
            int end = cursor.EndOfLine();
            int content = cursor.Position;
            while (content < end && Text[content] == ' ')
                content++;

            bool isBlank = string.IsNullOrWhiteSpace(Text.Substring(content, end - content));
            int column = content - cursor.Position;
            if (!isBlank && (column <= parentColumn || column < indent))
                break;

            if (!isBlank && indent < 0)
                indent = column;

            for (int i = cursor.Position + Math.Max(0, indent); i < end; i++)
                value.Append(Text[i], i, i + 1);
            if (end < Text.Length)
                value.Append('\n', end, end + 1);

            cursor.NextLine();
        }

        return value.Build(start);
    }

    private PlacedText? ReadPlainKey()
    {
        int end = EndOfPlain(inFlow: false);
        if (cursor.IsAtUnplainStart || end - cursor.Position > LongestKey || end >= Text.Length || Text[end] != ':')
            return null;

        int last = end;
        while (last > cursor.Position && Text[last - 1] is ' ' or '\t')
            last--;

        var key = PlacedText.Verbatim(Text, new(cursor.Position, last - cursor.Position));
        cursor.Position = end;
        return key;
    }

    // Ends before ": ", " #" and the line's end; blanks before these do not count, except that a colon is told by its own place.
    private int EndOfPlain(bool inFlow)
    {
        int end = cursor.Position;
        for (int i = cursor.Position; i < Text.Length && Text[i] is not ('\r' or '\n'); i++)
        {
            char next = i + 1 < Text.Length ? Text[i + 1] : '\0';
            if (Text[i] == ':' && (YamlCursor.IsBlankOrEnd(next) || (inFlow && next is ',' or ']' or '}')))
                return inFlow ? end : i;

            if (inFlow && Text[i] is ',' or ']' or '}' or '[' or '{')
                return end;

            if (Text[i] == '#' && i > cursor.Position && Text[i - 1] is ' ' or '\t')
                return end;

            if (Text[i] is not (' ' or '\t'))
                end = i + 1;
        }

        return end;
    }

    private bool EndsWithComment()
    {
        cursor.SkipBlanksInLine();
        return cursor.Current == '#';
    }

    private int Append(int index, PlacedText.Builder value)
    {
        value.Append(Text[index], index, index + 1);
        return index + 1;
    }

    // A line break in quotes is one blank, whatever stands around it.
    private int AppendFold(int index, PlacedText.Builder value)
    {
        int end = EndOfBlanks(index);
        value.Append(' ', index, end);
        return end;
    }

    private int EndOfBlanks(int index)
    {
        while (index < Text.Length && char.IsWhiteSpace(Text[index]))
            index++;

        return index;
    }

    // Negative for an escape that no hand-written file has: the text then has no answer.
    private int AppendEscape(int index, PlacedText.Builder value)
    {
        char escape = index + 1 < Text.Length ? Text[index + 1] : '\0';
        if (escape is '\r' or '\n')
            return EndOfBlanks(index + 1);

        int digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        int end = Math.Min(index + 2 + digits, Text.Length);
        char? result = digits > 0 ? CodeUnit(Text.Substring(index + 2, end - index - 2)) : escape switch
        {
            '"' or '\\' or '/' or ' ' => escape,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            _ => null,
        };
        if (result is not { } character)
            return -1;

        value.Append(character, index, end);
        return end;
    }

    private static char? CodeUnit(string digits) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : null;
}
