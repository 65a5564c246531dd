namespace ListenLint.Core.Addresses;

internal static class TextEdit
{
    public static string Replace(string text, TextRange range, string replacement) =>
        text.Substring(0, range.Start) + replacement + text.Substring(range.End);
}
