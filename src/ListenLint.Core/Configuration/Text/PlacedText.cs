using ListenLint.Core.Addresses;

namespace ListenLint.Core.Configuration.Text;

/// <summary>
/// A value as the program will read it, with the place in the file of each of its characters. The two differ where the file
/// uses escapes, line continuations or substitutions: each character of a substitution's result stands for the whole of it.
/// </summary>
public sealed class PlacedText
{
    private readonly int[]? starts;
    private readonly int[]? ends;

    private PlacedText(string text, TextRange range, int[]? starts, int[]? ends)
    {
        Text = text;
        Range = range;
        this.starts = starts;
        this.ends = ends;
    }

    public string Text { get; }

    public TextRange Range { get; }

    /// <summary>Holds no part that only a run decides.</summary>
    public bool IsKnown => Text.IndexOf(ListenAddress.Hole) < 0;

    public static PlacedText Verbatim(string file, TextRange range) =>
        new(file.Substring(range.Start, range.Length), range, null, null);

    /// <summary>Where a part of this value stands in the file.</summary>
    public TextRange Map(TextRange part)
    {
        if (part.Length == 0)
            return new(StartOf(part.Start), 0);

        int start = StartOf(part.Start);
        return new(start, EndOf(part.End - 1) - start);
    }

    public PlacedText Slice(int start) => Slice(start, Text.Length - start);

    public PlacedText Slice(int start, int length)
    {
        var range = Map(new(start, length));
        string text = Text.Substring(start, length);
        return starts is null
            ? new(text, range, null, null)
            : new(text, range, Part(starts, start, length), Part(ends!, start, length));
    }

    public PlacedText Trim()
    {
        int start = 0, end = Text.Length;
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;

        return Slice(start, end - start);
    }

    /// <summary>This value, which was read out of <paramref name="outer"/>'s text, in the file that the outer one stands in.</summary>
    public PlacedText Within(PlacedText outer)
    {
        var placed = new Builder();
        for (int i = 0; i < Text.Length; i++)
            placed.Append(Text[i], outer.StartOf(StartOf(i)), outer.EndOf(EndOf(i) - 1));

        return placed.Build(outer.Map(Range));
    }

    internal int StartOf(int index) =>
        starts is null ? Range.Start + index : index < starts.Length ? starts[index] : Range.End;

    internal int EndOf(int index) => ends is null ? Range.Start + index + 1 : ends[index];

    private static int[] Part(int[] places, int start, int length)
    {
        var part = new int[length];
        Array.Copy(places, start, part, 0, length);
        return part;
    }

    /// <summary>Puts a value together out of pieces of the file.</summary>
    internal sealed class Builder
    {
        private readonly List<int> starts = [];
        private readonly List<int> ends = [];
        private readonly System.Text.StringBuilder text = new();

        public int Length => text.Length;

        public void Append(char character, int start, int end)
        {
            text.Append(character);
            starts.Add(start);
            ends.Add(end);
        }

        public void Append(string result, int start, int end)
        {
            foreach (char character in result)
                Append(character, start, end);
        }

        public void Append(PlacedText source, int index) =>
            Append(source.Text[index], source.StartOf(index), source.EndOf(index));

        /// <summary>An empty value has no characters to stand for it: <paramref name="whole"/> is where it would be written.</summary>
        public PlacedText Build(TextRange whole) => new(text.ToString(), whole, starts.ToArray(), ends.ToArray());

        public PlacedText Build(int placeWhenEmpty) => starts.Count == 0
            ? new("", new(placeWhenEmpty, 0), null, null)
            : Build(new TextRange(starts[0], ends[ends.Count - 1] - starts[0]));
    }
}
