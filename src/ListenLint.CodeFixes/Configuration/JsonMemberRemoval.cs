using ListenLint.Core;
using ListenLint.Core.Configuration.Json;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>Takes a member out of a JSON object with the one comma that goes with it.</summary>
internal static class JsonMemberRemoval
{
    /// <summary>The changes that remove the member with this value; none when there is no such member.</summary>
    public static TextChange[] Of(string text, TextRange value)
    {
        var entries = (JsonReader.Read(text) ?? []).Where(entry => entry.Value.Range == value && entry.Key.Range.Length > 0).ToArray();
        if (entries.Length != 1)
        {
            return [];
        }

        var start = entries[0].Key.Range.Start - 1;
        var end = entries[0].Kind == JsonEntryKind.Text ? value.End + 1 : value.End;
        var structure = StructureOf(text);
        var before = structure.FindLastIndex(position => position < start);
        var (opening, closing) = (structure[before], structure.Find(position => position >= end));
        if (text[closing] == ',')
        {
            return IsBlank(text, end, closing) ? [LineCut.Of(text, TextRangeOf(start, closing + 1))] : [LineCut.Of(text, TextRangeOf(start, end)), LineCut.Remove(closing, closing + 1)];
        }

        if (text[opening] == ',')
        {
            return IsBlankInLine(text, opening + 1, start)
                ? [CutWithComma(text, opening, end)]
                : [LineCut.Remove(opening, opening + 1), LineCut.Of(text, TextRangeOf(start, end))];
        }

        return IsBlank(text, opening + 1, start) && IsBlank(text, end, closing)
            ? [LineCut.Remove(opening + 1, closing)]
            : [LineCut.Of(text, TextRangeOf(start, end))];
    }

    private static TextRange TextRangeOf(int start, int end) => new(start, end - start);

    /// <summary>A comma that begins the line goes with it; the blank before a closing brace on the same line stays.</summary>
    private static TextChange CutWithComma(string text, int comma, int end)
    {
        var cut = LineCut.Of(text, TextRangeOf(comma, end));
        return text[cut.Span.End] == '}' && IsBlankInLine(text, end, cut.Span.End) ? LineCut.Remove(comma, end) : cut;
    }

    private static bool IsBlank(string text, int start, int end) => text.Substring(start, end - start).All(char.IsWhiteSpace);

    private static bool IsBlankInLine(string text, int start, int end) => IsBlank(text, start, end) && text.IndexOf('\n', start, end - start) < 0;

    /// <summary>Where braces, brackets and commas stand, those in strings and comments left out.</summary>
    private static List<int> StructureOf(string text)
    {
        var structure = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' or '}' or '[' or ']' or ',':
                    structure.Add(i);
                    break;
                case '"':
                    for (i++; text[i] != '"'; i++)
                    {
                        i += text[i] == '\\' ? 1 : 0;
                    }

                    break;
                case '/':
                    i = text[i + 1] == '/' ? LineCut.EndOfLine(text, i) - 1 : text.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1;
                    break;
            }
        }

        return structure;
    }
}
