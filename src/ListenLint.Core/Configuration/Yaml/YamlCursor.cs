namespace ListenLint.Core.Configuration.Yaml;

/// <summary>Walks over a YAML text and knows the column, which is what gives YAML its structure.</summary>
internal sealed class YamlCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public int LineStart { get; private set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>A tab indents a line: YAML forbids it, and no column can be trusted.</summary>
    public bool HasTabIndent { get; private set; }

    public int Column => Position - LineStart;

    public char Current => Peek(0);

    public bool IsAtEnd => Position >= Text.Length || IsAtDocumentMark;

    /// <summary>At <c>---</c> or <c>...</c> at the start of a line: the first document ends.</summary>
    public bool IsAtDocumentMark =>
        Column == 0 && (StartsWith("---") || StartsWith("...")) && IsBlankOrEnd(Peek(3));

    /// <summary>At a character that begins something else than a plain scalar, or nothing that YAML knows.</summary>
    public bool IsAtUnplainStart =>
        Current is '&' or '*' or '!' or '@' or '`' or '%' or '|' or '>' or '#' or ']' or '}' or ','
        || (Current is '-' or '?' or ':' && IsBlankOrEnd(Peek(1)));

    public char Peek(int offset) => Position + offset < Text.Length ? Text[Position + offset] : '\0';

    public bool StartsWith(string value) => string.CompareOrdinal(Text, Position, value, 0, value.Length) == 0;

    public static bool IsBlankOrEnd(char character) => character is ' ' or '\t' or '\r' or '\n' or '\0';

    /// <summary>Whether a character that marks structure (<c>-</c>, <c>:</c>, <c>?</c>) stands alone here.</summary>
    public bool IsIndicator(char indicator) => Position < Text.Length && Current == indicator && IsBlankOrEnd(Peek(1));

    public void SkipBlanksInLine()
    {
        while (Current is ' ' or '\t')
            Position++;
    }

    /// <summary>Whether only a blank or a comment follows in this line.</summary>
    public bool IsRestOfLineEmpty()
    {
        SkipBlanksInLine();
        return Position >= Text.Length || Current is '\r' or '\n' || (Current == '#' && IsBlankOrEnd(Position > LineStart ? Text[Position - 1] : ' '));
    }

    /// <summary>Goes to the next character that is neither blank nor comment, on this line or a later one.</summary>
    public void SkipToContent()
    {
        while (Position < Text.Length && IsRestOfLineEmpty() && Position < Text.Length)
        {
            NextLine();
            while (Current == ' ')
                Position++;

            if (Current == '\t' && !IsRestOfLineEmpty())
                HasTabIndent = true;
        }
    }

    public int EndOfLine()
    {
        int end = Text.IndexOf('\n', Position);
        return end < 0 ? Text.Length : end;
    }

    public void NextLine()
    {
        Position = Math.Min(EndOfLine() + 1, Text.Length);
        LineStart = Position;
    }

    /// <summary>Goes back to a place that was left before.</summary>
    public void RestoreTo(int position, int lineStart)
    {
        Position = position;
        LineStart = lineStart;
    }

    /// <summary>Goes to a position further on, which may be on a later line.</summary>
    public void MoveTo(int position)
    {
        int lastBreak = position > Position ? Text.LastIndexOf('\n', position - 1, position - Position) : -1;
        if (lastBreak >= 0)
            LineStart = lastBreak + 1;

        Position = position;
    }
}
