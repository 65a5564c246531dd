namespace ListenLint.Core.Addresses.Grammars;

/// <summary>A stretch of a text that remembers where it stands, so that the ranges of its parts are exact.</summary>
internal readonly struct TextPart(string source, int start, int length)
{
    public TextPart(string source)
        : this(source, 0, source.Length)
    {
    }

    public int Length => length;

    public TextRange Range => new(start, length);

    public bool HasHole => IndexOf(ListenAddress.Hole) >= 0;

    public char this[int index] => source[start + index];

    public TextPart Slice(int from, int count) => new(source, start + from, count);

    public int IndexOf(char value)
    {
        var found = source.IndexOf(value, start, length);
        return found < 0 ? -1 : found - start;
    }

    public int IndexOf(string value)
    {
        var found = source.IndexOf(value, start, length, StringComparison.Ordinal);
        return found < 0 ? -1 : found - start;
    }

    public int LastIndexOf(char value)
    {
        var found = length == 0 ? -1 : source.LastIndexOf(value, start + length - 1, length);
        return found < 0 ? -1 : found - start;
    }

    public bool StartsWith(string value) =>
        length >= value.Length && string.CompareOrdinal(source, start, value, 0, value.Length) == 0;

    public bool IsOnly(Func<char, bool> isExpected)
    {
        for (var i = 0; i < length; i++)
        {
            if (!isExpected(this[i]))
            {
                return false;
            }
        }

        return true;
    }

    public TextPart TrimStart()
    {
        var from = 0;
        while (from < length && char.IsWhiteSpace(this[from]))
        {
            from++;
        }

        return this[from..];
    }

    public TextPart Trim()
    {
        var part = TrimStart();
        var count = part.Length;
        while (count > 0 && char.IsWhiteSpace(part[count - 1]))
        {
            count--;
        }

        return part[..count];
    }

    /// <summary>What stands before the first hole: the part of a value that no run can change.</summary>
    public TextPart BeforeHole()
    {
        var hole = IndexOf(ListenAddress.Hole);
        return hole < 0 ? this : this[..hole];
    }

    public IEnumerable<TextPart> SplitAt(char separator)
    {
        var rest = this;
        for (var next = rest.IndexOf(separator); next >= 0; next = rest.IndexOf(separator))
        {
            yield return rest[..next];
            rest = rest[(next + 1)..];
        }

        yield return rest;
    }

    public override string ToString() => source.Substring(start, length);
}
