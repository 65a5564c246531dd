using ListenLint.Core;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>Takes a part out of a text without leaving an empty line or a double blank behind. Comments beside it stay.</summary>
internal static class LineCut
{
    public static TextChange Of(string text, TextRange part)
    {
        int start = part.Start, end = part.End;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        var isFirst = start == 0 || text[start - 1] is '\n' or '\uFEFF';
        var isLast = end == text.Length || text[end] is '\r' or '\n';
        if (isFirst && isLast)
        {
            return Remove(start, EndOfLine(text, end));
        }

        return isLast ? Remove(start, end) : Remove(part.Start, end);
    }

    public static TextChange Remove(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    /// <summary>Where the line of a position ends, its line break included.</summary>
    public static int EndOfLine(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end + 1;
    }
}
