using ListenLint.Analyzers.Evaluation;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Tests.Evaluation;

/// <summary>A value in one line: <c>fallback "http://localhost:{?}" | unknown</c>.</summary>
internal static class Printed
{
    public static string Line(Value value) => string.Join(
        " | ", [.. value.Atoms.Select(Line), .. value.IsComplete ? Array.Empty<string>() : ["unknown"]]);

    private static string Line(Atom atom) =>
        (atom.Certainty == Certainty.Fallback ? "fallback " : "") + atom switch
        {
            TextAtom text => '"' + text.Text.Replace(ListenAddress.Hole.ToString(), "{?}") + '"',
            NumberAtom number => number.Number.ToString(),
            NullAtom => "null",
            AddressAtom address => address.Text,
            EndPointAtom endPoint => (endPoint.IsDns ? "dns " : "") + $"{Inner(endPoint.Host)}:{Inner(endPoint.Port)}",
            SequenceAtom sequence => "[" + string.Join(", ", [.. sequence.Elements.Select(Inner), .. sequence.IsComplete ? Array.Empty<string>() : [".."]]) + "]",
            _ => throw new InvalidOperationException(atom.GetType().Name),
        };

    private static string Inner(Value value) =>
        value is { Atoms.IsEmpty: true, IsComplete: false } ? "?"
        : value.Atoms.Length == 1 && value.IsComplete ? Line(value)
        : $"({Line(value)})";
}
