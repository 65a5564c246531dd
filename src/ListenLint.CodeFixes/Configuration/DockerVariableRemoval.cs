using ListenLint.Core;
using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Text;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>Takes a variable out of an ENV, or the whole ENV when it sets no other.</summary>
internal static class DockerVariableRemoval
{
    /// <summary><c>ENV NAME value</c>, without an equals sign: the value is the rest of the line.</summary>
    public static bool IsOldForm(DockerInstruction instruction)
    {
        var arguments = instruction.Arguments.Text;
        var end = ContainerVariable.EndOfName(arguments);
        return end < arguments.Length && char.IsWhiteSpace(arguments[end]);
    }

    /// <summary>Whether a substitution, or a script in the file, builds on the variable.</summary>
    public static bool IsUsed(string text, string name) =>
        text.IndexOf("$" + name, StringComparison.Ordinal) >= 0 || text.IndexOf("${" + name, StringComparison.Ordinal) >= 0;

    /// <summary>The change that removes the variable with this value; null when none is safe.</summary>
    public static TextChange? Of(string text, TextRange value)
    {
        var reader = DockerInstructionReader.Read(text);
        if (reader.Instructions.FirstOrDefault(instruction => instruction.Keyword == "ENV" && Holds(instruction.Arguments.Range, value)) is not { } found)
        {
            return null;
        }

        var words = IsOldForm(found) ? [found.Arguments] : ShellWords.Split(found.Arguments, reader.Escape).Select(word => word.Value).ToArray();
        var index = Array.FindIndex(words, word => Holds(word.Range, value));
        if (index < 0)
        {
            return null;
        }

        var name = words[index].Text.Substring(0, ContainerVariable.EndOfName(words[index].Text));
        var cut = CutOf(text, found, words, index, reader.Escape);
        return name.Length == 0 || IsUsed(text, name) || HoldsComment(text, cut) ? null : cut;
    }

    private static TextChange CutOf(string text, DockerInstruction instruction, PlacedText[] words, int index, char escape)
    {
        if (words.Length == 1)
        {
            return LineCut.Remove(instruction.LineStart, LineCut.EndOfLine(text, words[0].Range.End));
        }

        if (index + 1 < words.Length)
        {
            return LineCut.Remove(words[index].Range.Start, words[index + 1].Range.Start);
        }

        // The last one goes with the continuation that leads to it; its closing quote stands behind its range.
        var end = LineCut.EndOfLine(text, words[index].Range.End);
        while (end > words[index].Range.End && text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return LineCut.Remove(EndOfPrevious(text, words[index].Range.Start, escape), end);
    }

    private static int EndOfPrevious(string text, int position, char escape)
    {
        var crossesLine = false;
        while (char.IsWhiteSpace(text[position - 1]) || (crossesLine && text[position - 1] == escape))
        {
            position--;
            crossesLine = text[position] == '\n' || (crossesLine && char.IsWhiteSpace(text[position]));
        }

        return position;
    }

    private static bool Holds(TextRange outer, TextRange inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static bool HoldsComment(string text, TextChange cut) =>
        text.Substring(cut.Span.Start, cut.Span.Length).Split('\n').Skip(1).Any(line => line.TrimStart().StartsWith("#", StringComparison.Ordinal));
}
