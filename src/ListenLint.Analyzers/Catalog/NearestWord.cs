namespace ListenLint.Analyzers.Catalog;

/// <summary>The word that a mistyped one was probably meant to be.</summary>
internal static class NearestWord
{
    public static string? To(string word, IReadOnlyList<string> candidates)
    {
        // A third of the word may differ, or short words would resemble each other.
        var nearest = Math.Min(2, word.Length / 3) + 1;
        string? found = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) < nearest && Distance(word, candidate) is var distance && distance < nearest)
            {
                (nearest, found) = (distance, candidate);
            }
        }

        return found;
    }

    /// <summary>How many letters must be changed, added, left out, or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var shortest = Math.Min(replaced, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
                var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                distances[i, j] = isSwap ? Math.Min(shortest, distances[i - 2, j - 2] + 1) : shortest;
            }
        }

        return distances[left.Length, right.Length];
    }
}
