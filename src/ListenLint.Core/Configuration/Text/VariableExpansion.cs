using ListenLint.Core.Addresses;

namespace ListenLint.Core.Configuration.Text;

/// <summary>
/// <c>$NAME</c>, <c>${NAME}</c> and <c>${NAME:-default}</c> as shells, Docker and compose know them. What cannot be told without
/// running becomes a hole.
/// </summary>
internal static class VariableExpansion
{
    // A=$A$A doubles with every line.
    private const int LongestResult = 4096;

    /// <summary>Appends what the substitution at <paramref name="index"/>, a dollar sign, gives, and answers the index behind it.</summary>
    /// <param name="lookup">The value of a name; null when it is not known here.</param>
    public static int Append(PlacedText source, int index, Func<string, string?> lookup, PlacedText.Builder target)
    {
        string text = source.Text;
        int next = index + 1;
        if (next >= text.Length || !(text[next] == '{' || IsNameCharacter(text[next])))
        {
            // `$(command)` is as unknown as a variable; a dollar sign before anything else is itself.
            if (next < text.Length && text[next] == '(')
            {
                AppendHole(source, index, text.Length, target);
                return text.Length;
            }

            target.Append(source, index);
            return next;
        }

        int end = text[next] == '{' ? EndOfBraces(text, next) : EndOfName(text, next);
        string? value = text[next] == '{'
            ? ValueOfBraces(text.Substring(next + 1, Math.Max(0, end - next - 2)), lookup)
            : lookup(text.Substring(next, end - next));
        if (value is null || target.Length + value.Length > LongestResult)
            AppendHole(source, index, end, target);
        else
            target.Append(value, source.StartOf(index), source.EndOf(end - 1));

        return end;
    }

    public static bool IsNameCharacter(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';

    public static int EndOfName(string text, int start)
    {
        while (start < text.Length && IsNameCharacter(text[start]))
            start++;

        return start;
    }

    private static void AppendHole(PlacedText source, int start, int end, PlacedText.Builder target) =>
        target.Append(ListenAddress.Hole, source.StartOf(start), source.EndOf(end - 1));

    private static int EndOfBraces(string text, int brace)
    {
        int depth = 0;
        for (int i = brace; i < text.Length; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i + 1;
        }

        return text.Length;
    }

    private static string? ValueOfBraces(string inner, Func<string, string?> lookup)
    {
        int end = EndOfName(inner, 0);
        string? value = lookup(inner.Substring(0, end));
        string modifier = inner.Substring(end);
        if (modifier.Length == 0)
            return value;

        bool emptyCounts = modifier.StartsWith(":-", StringComparison.Ordinal);
        if (!emptyCounts && modifier[0] != '-')
            return null;

        if (value is not null && !(emptyCounts && value.Length == 0))
            return value;

        string fallback = modifier.Substring(emptyCounts ? 2 : 1);
        return fallback.IndexOf('$') < 0 ? fallback : null;
    }
}
