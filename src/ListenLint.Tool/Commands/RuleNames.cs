using Microsoft.CodeAnalysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Commands;

/// <summary>Finds a rule by what was typed, or says which one it may have meant.</summary>
internal static class RuleNames
{
    public static DiagnosticDescriptor Find(IReadOnlyList<DiagnosticDescriptor> rules, string typed)
    {
        if (rules.FirstOrDefault(rule => rule.Id.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        var nearest = rules.MinBy(rule => Distance(rule.Id, typed.ToUpperInvariant()));
        var hint = nearest is null ? "" : $" Did you mean {nearest.Id} ({nearest.Title})?";
        throw new InputException($"There is no rule '{typed}'.{hint} 'listenlint rules' lists them all.");
    }

    // Levenshtein, one row at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
