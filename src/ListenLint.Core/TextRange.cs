namespace ListenLint.Core;

/// <summary>A part of a text, in UTF-16 code units from its beginning.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public TextRange Shift(int by) => new(Start + by, Length);
}

/// <summary>A part of a file: what a finding underlines and what a fix rewrites.</summary>
public sealed record Place(string Path, TextRange Range);
