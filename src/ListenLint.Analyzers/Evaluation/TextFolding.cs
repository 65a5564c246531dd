using System.Globalization;
using System.Text;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Texts put together from values, with a hole for each part that is not known.</summary>
internal static class TextFolding
{
    private const int MaximumAlternatives = 8;
    private static readonly string HoleText = ListenAddress.Hole.ToString();

    /// <summary>The value as it prints.</summary>
    public static Value ToText(Value value) => value.Map(atom => atom switch
    {
        TextAtom or NullAtom => Value.Of(atom),
        NumberAtom number => Value.Of(new TextAtom(number.Number.ToString(CultureInfo.InvariantCulture), atom.Origin)),
        AddressAtom address => Value.Of(new TextAtom(address.Text, atom.Origin)),
        EndPointAtom { IsDns: false } endPoint => EndPointText(endPoint),
        _ => Value.NotKnown(Reasons.OtherExpression),
    });

    /// <summary>A text made from an atom; all hole is not known.</summary>
    public static Value Text(string text, Origin origin, string? reason = null) =>
        text.All(c => c == ListenAddress.Hole) && text.Length > 0
            ? Value.NotKnown(reason ?? Reasons.OtherExpression)
            : Value.Of(new TextAtom(text, origin));

    public static Value MapTexts(Value value, Func<string, string?> map) => value.Map(atom => atom switch
    {
        TextAtom text when map(text.Text) is { } mapped => Text(mapped, text.Origin),
        NullAtom => Alternatives.Nothing,
        _ => Value.NotKnown(Reasons.OtherExpression),
    });

    public static Value Concat(IEnumerable<Value> parts, Origin origin)
    {
        var texts = new List<(string Text, Certainty Certainty)> { ("", Certainty.Chosen) };
        string? reason = null;
        foreach (var part in parts)
        {
            reason ??= part.Unknown;
            var options = Options(ToText(part));
            if (texts.Count * options.Count > MaximumAlternatives)
            {
                options = new() { (HoleText, Certainty.Chosen) };
            }

            texts = texts
                .SelectMany(_ => options, (text, option) => (Append(text.Text, option.Text), Weaker(text.Certainty, option.Certainty)))
                .ToList();
        }

        var result = Alternatives.Nothing;
        foreach (var (text, certainty) in texts.Distinct())
        {
            var one = Text(text, origin, reason);
            result = result.Or(certainty == Certainty.Fallback ? one.AsFallback() : one);
        }

        return result;
    }

    public static Value Format(string format, IReadOnlyList<Value> arguments, Origin origin)
    {
        var parts = new List<Value>();
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if ((c is '{' or '}') && i + 1 < format.Length && format[i + 1] == c)
            {
                literal.Append(c);
                i++;
                continue;
            }

            if (c != '{')
            {
                literal.Append(c);
                continue;
            }

            var end = format.IndexOf('}', i);
            if (end < 0)
            {
                return Value.NotKnown(Reasons.ResultOf("string.Format"));
            }

            parts.Add(Literal(literal.ToString(), origin));
            literal.Clear();
            parts.Add(Argument(format.Substring(i + 1, end - i - 1), arguments));
            i = end;
        }

        parts.Add(Literal(literal.ToString(), origin));
        return Concat(parts, origin);
    }

    public static Value Literal(string text, Origin origin) => Value.Of(new TextAtom(text, origin));

    private static Value Argument(string item, IReadOnlyList<Value> arguments)
    {
        var digits = item.Split(',', ':')[0].Trim();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= arguments.Count)
        {
            return Value.NotKnown(Reasons.ResultOf("string.Format"));
        }

        return item.Trim().Length == digits.Length ? arguments[index] : Formatted(arguments[index]);
    }

    /// <summary>What a format clause leaves of a value: a number may look otherwise, a text does not.</summary>
    public static Value Formatted(Value value) =>
        value.Map(atom => atom is TextAtom or AddressAtom ? Value.Of(atom) : Value.NotKnown(Reasons.OtherExpression));

    private static Value EndPointText(EndPointAtom endPoint)
    {
        var host = endPoint.Host.Map(atom => atom is AddressAtom address
            ? Value.Of(new TextAtom(address.Text.Contains(":") ? $"[{address.Text}]" : address.Text, atom.Origin))
            : Value.NotKnown(Reasons.OtherExpression));
        return Concat(new[] { host, Literal(":", endPoint.Origin), endPoint.Port }, endPoint.Origin);
    }

    private static List<(string Text, Certainty Certainty)> Options(Value part)
    {
        var options = part.Atoms
            .Select(atom => (atom is TextAtom text ? text.Text : "", atom.Certainty))
            .ToList();
        if (!part.IsComplete || options.Count == 0)
        {
            options.Add((HoleText, Certainty.Chosen));
        }

        return options;
    }

    private static string Append(string text, string more) =>
        text.EndsWith(HoleText, StringComparison.Ordinal) && more.StartsWith(HoleText, StringComparison.Ordinal)
            ? text + more.Substring(1)
            : text + more;

    private static Certainty Weaker(Certainty one, Certainty other) =>
        one == Certainty.Fallback || other == Certainty.Fallback ? Certainty.Fallback : Certainty.Chosen;
}
