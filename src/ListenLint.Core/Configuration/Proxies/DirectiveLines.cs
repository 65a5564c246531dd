using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Divides a file with one directive a line (Apache, Caddy) into words.</summary>
internal static class DirectiveLines
{
    /// <summary>The words of each line that has some; comments are left out, quotes removed.</summary>
    /// <param name="quotes">The characters that hold a word with blanks together.</param>
    /// <param name="hasContinuations">Whether a backslash before the line's end goes on with the next line.</param>
    public static IEnumerable<IReadOnlyList<PlacedText>> Read(string text, string quotes, bool hasContinuations)
    {
        var words = new List<PlacedText>();
        for (int i = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; i < text.Length;)
        {
            char character = text[i];
            if (character == '\n')
            {
                i++;
                if (words.Count == 0)
                    continue;

                yield return words;
                words = [];
            }
            else if (char.IsWhiteSpace(character))
            {
                i++;
            }
            else if (character == '#')
            {
                i = EndOfLine(text, i);
            }
            else if (hasContinuations && character == '\\' && IsBlankUpToLineEnd(text, i + 1))
            {
                i = EndOfLine(text, i) + 1;
            }
            else
            {
                i = ReadWord(text, i, quotes, words);
            }
        }

        if (words.Count > 0)
            yield return words;
    }

    private static int ReadWord(string text, int start, string quotes, List<PlacedText> words)
    {
        if (quotes.IndexOf(text[start]) >= 0)
        {
            int close = start + 1;
            while (close < text.Length && text[close] != text[start] && text[close] != '\n')
                close++;

            words.Add(PlacedText.Verbatim(text, new(start + 1, close - start - 1)));
            return close < text.Length && text[close] == text[start] ? close + 1 : close;
        }

        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;

        words.Add(PlacedText.Verbatim(text, new(start, end - start)));
        return end;
    }

    private static bool IsBlankUpToLineEnd(string text, int index)
    {
        while (index < text.Length && text[index] != '\n' && char.IsWhiteSpace(text[index]))
            index++;

        return index >= text.Length || text[index] == '\n';
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }
}
