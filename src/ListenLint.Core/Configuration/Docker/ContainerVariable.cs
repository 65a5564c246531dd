using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>An environment variable of a container, with the places of its parts.</summary>
/// <param name="Value">Null for a variable that is only named.</param>
internal sealed record ContainerVariable(PlacedText Name, PlacedText? Value)
{
    public EnvironmentVariable ToEnvironmentVariable() => new(
        Name.Text,
        Value is { IsKnown: true } ? Value.Text : null,
        Value is null || Value.Range.Length == 0 ? Name.Range : Value.Range);

    /// <summary>Reads <c>NAME=value</c>; null for any other word.</summary>
    public static ContainerVariable? OfAssignment(PlacedText word)
    {
        int end = EndOfName(word.Text);
        return end > 0 && end < word.Text.Length && word.Text[end] == '='
            ? new(word.Slice(0, end), word.Slice(end + 1))
            : null;
    }

    /// <summary>Where the name at the start of a text ends. .NET reads names with dots and colons too.</summary>
    public static int EndOfName(string text)
    {
        int end = 0;
        while (end < text.Length && (VariableExpansion.IsNameCharacter(text[end]) || (end > 0 && text[end] is '.' or ':' or '-')))
            end++;

        return end;
    }
}
