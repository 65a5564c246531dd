using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Tool.Fixing;

/// <summary>What a fix changes in a file, as small replacements that keep the file's own line endings.</summary>
internal static class TextEdits
{
    public static ImmutableArray<TextChange> Between(string oldText, string newText)
    {
        var old = TextLine.Split(oldText);
        var @new = TextLine.Split(newText);
        var ending = TextLine.UsualEnding(old);
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var (position, at) = (0, 0);
        foreach (var hunk in LineDiff.Between(old, @new))
        {
            for (; at < hunk.OldStart; at++)
                position += old[at].Length;
            var start = position;
            for (; at < hunk.OldEnd; at++)
                position += old[at].Length;

            var inserted = "";
            for (var i = hunk.NewStart; i < hunk.NewEnd; i++)
                inserted += @new[i].Content + (@new[i].Ending.Length == 0 ? "" : EndingAt(hunk.OldStart + i - hunk.NewStart, hunk) ?? @new[i].Ending);
            changes.Add(Trim(oldText, TextSpan.FromBounds(start, position), inserted));
        }

        return changes.ToImmutable();

        // A line that takes another's place ends as that one did, also in a file that mixes its endings.
        string? EndingAt(int index, LineHunk hunk) => index < hunk.OldEnd && old[index].Ending.Length > 0 ? old[index].Ending : ending;
    }

    public static bool Touch(TextChange left, TextChange right) => left.Span.Start <= right.Span.End && right.Span.Start <= left.Span.End;

    // Two fixes on one line can be applied together only if each names no more than it changes.
    private static TextChange Trim(string oldText, TextSpan span, string inserted)
    {
        var (start, end, from, to) = (span.Start, span.End, 0, inserted.Length);
        while (start < end && from < to && oldText[start] == inserted[from])
            (start, from) = (start + 1, from + 1);
        while (end > start && to > from && oldText[end - 1] == inserted[to - 1])
            (end, to) = (end - 1, to - 1);
        return new TextChange(TextSpan.FromBounds(start, end), inserted[from..to]);
    }
}
