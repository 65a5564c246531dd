using System.Globalization;
using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Json;

/// <summary>
/// Reads JSON as ASP.NET Core's configuration does, comments and trailing commas allowed, into one entry for each value. A text
/// that the program could not read, because it is cut off, nested too deep or wrong, has no entries at all.
/// </summary>
public sealed class JsonReader
{
    /// <summary>Why a text is not read, as the end of a sentence: half a file is no evidence.</summary>
    public const string Incomplete = "it is no complete JSON";

    // System.Text.Json refuses anything deeper, and so does the program.
    private const int DeepestNesting = 64;

    private readonly string text;
    private readonly List<JsonEntry> entries = [];
    private int position;

    private JsonReader(string text) => this.text = text;

    /// <summary>The entries in the file's order; null when the text is not JSON.</summary>
    public static IReadOnlyList<JsonEntry>? Read(string text)
    {
        var reader = new JsonReader(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader.position = 1;

        bool complete = reader.SkipBlank() && reader.ReadValue(null) && reader.SkipBlank() && reader.position == text.Length;
        return complete ? reader.entries : null;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    private bool ReadValue(JsonKey? key) => Current switch
    {
        '{' => ReadObject(key),
        '[' => ReadArray(key),
        '"' => ReadString() is { } value && Add(key, JsonEntryKind.Text, value),
        't' => ReadWord("true", JsonEntryKind.Boolean, key),
        'f' => ReadWord("false", JsonEntryKind.Boolean, key),
        'n' => ReadWord("null", JsonEntryKind.Null, key),
        _ => ReadNumber(key),
    };

    private bool ReadObject(JsonKey? key)
    {
        int depth = (key?.Depth ?? 0) + 1;
        if (depth > DeepestNesting)
            return false;

        position++;
        while (SkipBlank() && Current != '}')
        {
            if (Current != '"' || ReadString() is not { } name || !SkipBlank() || Current != ':')
                return false;

            position++;
            if (!SkipBlank() || !ReadValue(new(key, name.Text, name.Range, depth)) || !SkipBlank())
                return false;

            if (Current == '}')
                break;

            if (Current != ',')
                return false;

            position++;
        }

        return Close('}');
    }

    private bool ReadArray(JsonKey? key)
    {
        int depth = (key?.Depth ?? 0) + 1;
        if (depth > DeepestNesting)
            return false;

        position++;
        for (int index = 0; SkipBlank() && Current != ']'; index++)
        {
            string name = index.ToString(CultureInfo.InvariantCulture);
            if (!ReadValue(new(key, name, new(position, 0), depth)) || !SkipBlank())
                return false;

            if (Current == ']')
                break;

            if (Current != ',')
                return false;

            position++;
        }

        return Close(']');
    }

    private bool Close(char bracket)
    {
        if (Current != bracket || position >= text.Length)
            return false;

        position++;
        return true;
    }

    private bool ReadWord(string word, JsonEntryKind kind, JsonKey? key)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            return false;

        position += word.Length;
        return Add(key, kind, PlacedText.Verbatim(text, new(position - word.Length, word.Length)));
    }

    private bool ReadNumber(JsonKey? key)
    {
        int start = position;
        while (Current is >= '0' and <= '9' or '-' or '+' or '.' or 'e' or 'E')
            position++;

        return position > start && Add(key, JsonEntryKind.Number, PlacedText.Verbatim(text, new(start, position - start)));
    }

    private bool Add(JsonKey? key, JsonEntryKind kind, PlacedText value)
    {
        if (key is not null)
            entries.Add(new(key, kind, value));

        return true;
    }

    private PlacedText? ReadString()
    {
        int start = ++position;
        while (position < text.Length && text[position] is not ('"' or '\\' or < ' '))
            position++;

        if (Current == '"')
            return PlacedText.Verbatim(text, new(start, position++ - start));

        return Current == '\\' ? ReadEscapedString(start) : null;
    }

    private PlacedText? ReadEscapedString(int start)
    {
        var value = new PlacedText.Builder();
        for (int i = start; i < position; i++)
            value.Append(text[i], i, i + 1);

        while (position < text.Length && text[position] is not ('"' or < ' '))
        {
            int from = position;
            if (ReadCharacter() is not { } character)
                return null;

            value.Append(character, from, position);
        }

        return Current == '"' ? value.Build(new TextRange(start, position++ - start)) : null;
    }

    private char? ReadCharacter()
    {
        if (text[position] != '\\')
            return text[position++];

        position++;
        char escape = Current;
        position++;
        return escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCodeUnit(),
            _ => null,
        };
    }

    private char? ReadCodeUnit()
    {
        if (position + 4 > text.Length)
            return null;

        string digits = text.Substring(position, 4);
        position += 4;
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : null;
    }

    /// <summary>Skips blanks and comments; false for a comment that never ends.</summary>
    private bool SkipBlank()
    {
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or '\r' or '\n')
            {
                position++;
                continue;
            }

            if (text[position] != '/')
                return true;

            if (!SkipComment())
                return false;
        }

        return true;
    }

    private bool SkipComment()
    {
        char second = position + 1 < text.Length ? text[position + 1] : '\0';
        int end = second switch
        {
            '/' => text.IndexOf('\n', position),
            '*' => text.IndexOf("*/", position + 2, StringComparison.Ordinal),
            _ => -1,
        };
        if (second == '/' && end < 0)
            end = text.Length;

        if (end < 0)
            return false;

        position = second == '*' ? end + 2 : end;
        return true;
    }
}
