using System.Globalization;
using System.Text;

namespace ListenLint.Tool.Reporting;

/// <summary>Text from sources and messages, made safe and even for a terminal: no control characters, tabs as spaces.</summary>
internal static class PlainText
{
    private const int TabWidth = 4;

    public static string Clean(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(c == '\t' ? new string(' ', TabWidth) : IsUnsafe(c) ? "\uFFFD" : c.ToString());
        return clean.ToString();
    }

    public static string OneLine(string text) => Clean(text.ReplaceLineEndings(" "));

    public static string Count(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural ?? singular + "s")}");

    // Bidirectional controls can make a line read as something else than it is.
    private static bool IsUnsafe(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
