using System.Globalization;

namespace ListenLint.Tool.Fixing;

/// <summary>A diff that <c>patch</c> and <c>git apply</c> take.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="oldText">Null for a file that is new.</param>
    public static IEnumerable<string> Lines(string path, string? oldText, string newText)
    {
        var old = TextLine.Split(oldText ?? "");
        var @new = TextLine.Split(newText);
        var hunks = LineDiff.Between(old, @new);
        if (hunks.Count == 0)
            yield break;

        yield return oldText is null ? "--- /dev/null" : $"--- a/{path}";
        yield return $"+++ b/{path}";
        for (var i = 0; i < hunks.Count;)
        {
            var last = i;
            while (last + 1 < hunks.Count && hunks[last + 1].OldStart - hunks[last].OldEnd <= 2 * Context)
                last++;
            foreach (var line in Block(old, @new, hunks, i, last))
                yield return line;
            i = last + 1;
        }
    }

    private static IEnumerable<string> Block(IReadOnlyList<TextLine> old, IReadOnlyList<TextLine> @new, IReadOnlyList<LineHunk> hunks, int first, int last)
    {
        var before = Math.Min(Context, hunks[first].OldStart);
        var after = Math.Min(Context, old.Count - hunks[last].OldEnd);
        var (oldStart, oldEnd) = (hunks[first].OldStart - before, hunks[last].OldEnd + after);
        var (newStart, newEnd) = (hunks[first].NewStart - before, hunks[last].NewEnd + after);
        yield return $"@@ -{Range(oldStart, oldEnd - oldStart)} +{Range(newStart, newEnd - newStart)} @@";

        var at = oldStart;
        for (var i = first; i <= last; i++)
        {
            foreach (var line in Marked(' ', old, at, hunks[i].OldStart).Concat(Marked('-', old, hunks[i].OldStart, hunks[i].OldEnd)).Concat(Marked('+', @new, hunks[i].NewStart, hunks[i].NewEnd)))
                yield return line;
            at = hunks[i].OldEnd;
        }

        foreach (var line in Marked(' ', old, at, oldEnd))
            yield return line;
    }

    private static IEnumerable<string> Marked(char mark, IReadOnlyList<TextLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            yield return mark + lines[i].Content + lines[i].Ending.TrimEnd('\n');
            if (lines[i].Ending.Length == 0)
                yield return "\\ No newline at end of file";
        }
    }

    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
