namespace ListenLint.Tool.Fixing;

/// <summary>A line and how it ends; only the last one may end in nothing.</summary>
internal readonly record struct TextLine(string Content, string Ending)
{
    public int Length => Content.Length + Ending.Length;

    public static IReadOnlyList<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            var ending = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "\r\n" : text[i].ToString();
            lines.Add(new TextLine(text[start..i], ending));
            i += ending.Length - 1;
            start = i + 1;
        }

        if (start < text.Length)
            lines.Add(new TextLine(text[start..], ""));
        return lines;
    }

    /// <summary>The ending that most lines have; null when no line has one.</summary>
    public static string? UsualEnding(IEnumerable<TextLine> lines) =>
        lines.Where(line => line.Ending.Length > 0).GroupBy(line => line.Ending).MaxBy(group => group.Count())?.Key;

    /// <summary>Equal but for the kind of line ending.</summary>
    public bool ReadsLike(TextLine other) => Content == other.Content && (Ending.Length == 0) == (other.Ending.Length == 0);
}
