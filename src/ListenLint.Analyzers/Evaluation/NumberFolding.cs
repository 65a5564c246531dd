using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Integers computed from integers or read from texts.</summary>
internal static class NumberFolding
{
    public static Value Combine(BinaryOperatorKind kind, Value left, Value right, Origin origin) =>
        left.Map(a => right.Map(b =>
            a is NumberAtom x && b is NumberAtom y && Compute(kind, x.Number, y.Number) is { } result
                ? Value.Of(new NumberAtom(result, origin))
                : Value.NotKnown(Reasons.Arithmetic)))
        .OrNotKnown(Reasons.Arithmetic);

    /// <summary>int.Parse. A text that makes it throw yields nothing known.</summary>
    public static Value Parse(Value text) => text.Map(atom => atom switch
    {
        TextAtom known when long.TryParse(known.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            => Value.Of(new NumberAtom(number, known.Origin)),
        NumberAtom => Value.Of(atom),
        _ => Value.NotKnown(Reasons.Arithmetic),
    });

    // Beyond 32 bits the run-time would wrap or throw; neither is worth a guess.
    private static long? Compute(BinaryOperatorKind kind, long x, long y)
    {
        if (Math.Abs(x) > uint.MaxValue || Math.Abs(y) > uint.MaxValue)
        {
            return null;
        }

        decimal? result = kind switch
        {
            BinaryOperatorKind.Add => (decimal)x + y,
            BinaryOperatorKind.Subtract => (decimal)x - y,
            BinaryOperatorKind.Multiply => (decimal)x * y,
            _ => null,
        };
        return result is >= int.MinValue and <= uint.MaxValue ? (long)result : null;
    }
}
