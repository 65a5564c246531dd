namespace ListenLint.Tool.Fixing;

/// <summary>Old lines [OldStart, OldEnd) became new lines [NewStart, NewEnd).</summary>
internal readonly record struct LineHunk(int OldStart, int OldEnd, int NewStart, int NewEnd);

/// <summary>The shortest edit between two lists of lines (Myers, 1986); line endings of another kind are no difference.</summary>
internal static class LineDiff
{
    private const int MostEdits = 4000;

    public static IReadOnlyList<LineHunk> Between(IReadOnlyList<TextLine> old, IReadOnlyList<TextLine> @new)
    {
        var prefix = 0;
        while (prefix < old.Count && prefix < @new.Count && old[prefix].ReadsLike(@new[prefix]))
            prefix++;
        var suffix = 0;
        while (suffix < old.Count - prefix && suffix < @new.Count - prefix && old[^(suffix + 1)].ReadsLike(@new[^(suffix + 1)]))
            suffix++;

        var (oldCount, newCount) = (old.Count - prefix - suffix, @new.Count - prefix - suffix);
        if (oldCount == 0 && newCount == 0)
            return [];
        if (oldCount == 0 || newCount == 0 || oldCount + newCount > MostEdits)
            return [new LineHunk(prefix, prefix + oldCount, prefix, prefix + newCount)];
        var kept = KeptLines(oldCount, newCount, (x, y) => old[prefix + x].ReadsLike(@new[prefix + y]));
        return [.. Hunks(kept, oldCount, newCount, prefix)];
    }

    private static List<(int Old, int New)> KeptLines(int oldCount, int newCount, Func<int, int, bool> equal)
    {
        var most = oldCount + newCount;
        var furthest = new int[(2 * most) + 1];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add((int[])furthest.Clone());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = GoesDown(furthest, most, diagonal, edits) ? furthest[most + diagonal + 1] : furthest[most + diagonal - 1] + 1;
                while (x < oldCount && x - diagonal < newCount && equal(x, x - diagonal))
                    x++;
                furthest[most + diagonal] = x;
                if (x >= oldCount && x - diagonal >= newCount)
                    return WalkBack(trace, most, oldCount, newCount);
            }
        }

        throw new InvalidOperationException("Two texts always have an edit between them.");
    }

    private static List<(int Old, int New)> WalkBack(List<int[]> trace, int most, int x, int y)
    {
        var kept = new List<(int, int)>();
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var furthest = trace[edits];
            var diagonal = x - y;
            var previous = GoesDown(furthest, most, diagonal, edits) ? diagonal + 1 : diagonal - 1;
            var previousX = edits == 0 ? 0 : furthest[most + previous];
            var previousY = edits == 0 ? 0 : previousX - previous;
            while (x > previousX && y > previousY)
                kept.Add((--x, --y));
            (x, y) = (previousX, previousY);
        }

        kept.Reverse();
        return kept;
    }

    private static bool GoesDown(int[] furthest, int most, int diagonal, int edits) =>
        diagonal == -edits || (diagonal != edits && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]);

    private static IEnumerable<LineHunk> Hunks(List<(int Old, int New)> kept, int oldCount, int newCount, int offset)
    {
        var (oldAt, newAt) = (0, 0);
        foreach (var (old, @new) in kept.Append((oldCount, newCount)))
        {
            if (old > oldAt || @new > newAt)
                yield return new LineHunk(offset + oldAt, offset + old, offset + newAt, offset + @new);
            (oldAt, newAt) = (old + 1, @new + 1);
        }
    }
}
