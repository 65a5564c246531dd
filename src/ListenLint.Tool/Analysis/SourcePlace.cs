using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Tool.Analysis;

/// <summary>A place in a file; lines and columns count from 1.</summary>
/// <param name="LineText">The whole first line; empty when the file could not be read.</param>
internal sealed record SourcePlace(string Path, LinePosition Start, LinePosition End, string LineText)
{
    public int Line => Start.Line + 1;

    public int Column => Start.Character + 1;

    public int EndLine => End.Line + 1;

    public int EndColumn => End.Character + 1;

    /// <summary>The marked part of the first line.</summary>
    public string MarkedText
    {
        get
        {
            var start = Math.Min(Start.Character, LineText.Length);
            var end = End.Line == Start.Line ? Math.Clamp(End.Character, start, LineText.Length) : LineText.Length;
            return LineText[start..end];
        }
    }

    public bool IsSameSpan(SourcePlace other) => Path == other.Path && Start == other.Start && End == other.End;
}
