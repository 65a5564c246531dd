using System.Collections.Immutable;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Methods of System.String, and those that turn texts into numbers and back.</summary>
internal sealed class TextCalls(ValueEvaluator evaluator)
{
    public Value? Of(IInvocationOperation call, ITypeSymbol type, Frame frame)
    {
        var name = call.TargetMethod.Name;
        if (name == "ToString" && call.Instance is { } printed && CanPrint(printed.Type))
        {
            var value = evaluator.Visit(printed, frame);
            return call.Arguments.IsEmpty || !printed.Type.IsInteger()
                ? printed.Type.IsUri() ? UriMembers.Canonical(value) : TextFolding.ToText(value)
                : TextFolding.Formatted(value);
        }

        if (name == "Parse" && type.IsInteger() && call.Arguments.Length > 0)
        {
            return NumberFolding.Parse(evaluator.Visit(call.Arguments[0], frame));
        }

        if (type.Is("System", "Convert") && call.Arguments.Length > 0)
        {
            return name switch
            {
                "ToInt32" or "ToUInt16" or "ToInt16" or "ToInt64" or "ToUInt32" => NumberFolding.Parse(evaluator.Visit(call.Arguments[0], frame)),
                "ToString" => TextFolding.ToText(evaluator.Visit(call.Arguments[0], frame)),
                _ => null,
            };
        }

        if (name == "Invariant" && type.Name == "FormattableString" && call.Arguments.Length == 1)
        {
            return evaluator.Visit(call.Arguments[0], frame);
        }

        if (type.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        return call.Instance is { } text ? OfInstance(call, text, frame) : OfStatic(call, frame);
    }

    private Value? OfStatic(IInvocationOperation call, Frame frame)
    {
        var origin = ValueEvaluator.OriginOf(call);
        switch (call.TargetMethod.Name)
        {
            case "Create" when call.Arguments.Length == 2:
                return evaluator.Visit(call.Arguments[1], frame);
            case "Concat":
                return Listed(call.Arguments, 0, frame) is { } parts ? TextFolding.Concat(parts, origin) : null;
            case "Join" when call.Arguments.Length >= 2:
                return Join(evaluator.Visit(call.Arguments[0], frame), Listed(call.Arguments, 1, frame), origin);
            case "Format":
                var first = call.Arguments.TakeWhile(argument => argument.Parameter?.Name != "format").Count();
                return first < call.Arguments.Length && evaluator.Visit(call.Arguments[first], frame) is { IsComplete: true, Atoms: [TextAtom format] }
                    && Listed(call.Arguments, first + 1, frame) is { } values
                        ? TextFolding.Format(format.Text, values, origin)
                        : null;
            default:
                return null;
        }
    }

    private Value? OfInstance(IInvocationOperation call, IOperation text, Frame frame)
    {
        Value Mapped(Func<string, string?> map) => TextFolding.MapTexts(evaluator.Visit(text, frame), map);
        switch (call.TargetMethod.Name)
        {
            case "Trim" or "TrimEnd" or "TrimStart" when TrimmedLetters(call, frame) is { } letters:
                return Mapped(known => call.TargetMethod.Name switch
                {
                    "Trim" => known.Trim(letters),
                    "TrimEnd" => known.TrimEnd(letters),
                    _ => known.TrimStart(letters),
                });
            case "ToLower" or "ToLowerInvariant":
                return Mapped(known => known.ToLowerInvariant());
            case "ToUpper" or "ToUpperInvariant":
                return Mapped(known => known.ToUpperInvariant());
            case "Replace" when call.Arguments.Length == 2 && Known(call.Arguments[0], frame) is { Length: > 0 } old && Known(call.Arguments[1], frame) is { } with:
                return Mapped(known => known.Replace(old, with));
            case "Split":
                return Split(call, evaluator.Visit(text, frame), frame);
            default:
                return null;
        }
    }

    private Value? Split(IInvocationOperation call, Value text, Frame frame)
    {
        var separators = new List<string>();
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name == "separator"))
        {
            foreach (var atom in evaluator.Visit(argument, frame).Atoms)
            {
                separators.AddRange(atom switch
                {
                    TextAtom one => new[] { one.Text },
                    SequenceAtom { IsComplete: true } many => many.Elements.SelectMany(element => element.Atoms).OfType<TextAtom>().Select(one => one.Text),
                    _ => Array.Empty<string>(),
                });
            }
        }

        if (separators.Count == 0 || call.Arguments.Any(argument => argument.Parameter?.Name == "count"))
        {
            return null;
        }

        var options = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "options")?.Value.ConstantValue.Value as int? ?? 0;
        return text.Map(atom => atom is TextAtom known
            ? Value.Of(new SequenceAtom(
                Pieces(known.Text, separators.ToArray(), options).Select(piece => TextFolding.Text(piece, known.Origin)).ToImmutableArray(),
                IsComplete: known.Text.IndexOf(ListenAddress.Hole) < 0,
                known.Origin))
            : Value.NotKnown(Reasons.OtherExpression));
    }

    // StringSplitOptions.TrimEntries is newer than this library's framework: 2.
    private static IEnumerable<string> Pieces(string text, string[] separators, int options) =>
        text.Split(separators, StringSplitOptions.None)
            .Select(piece => (options & 2) != 0 ? piece.Trim() : piece)
            .Where(piece => (options & 1) == 0 || piece.Length > 0);

    private static Value Join(Value separator, List<Value>? values, Origin origin)
    {
        if (values is null)
        {
            return Value.NotKnown(Reasons.ResultOf("string.Join"));
        }

        var parts = new List<Value>();
        foreach (var value in values)
        {
            if (parts.Count > 0)
            {
                parts.Add(separator);
            }

            parts.Add(value);
        }

        return TextFolding.Concat(parts, origin);
    }

    /// <summary>Arguments that are given one by one or as one array; null when the array's elements are not all known.</summary>
    private List<Value>? Listed(ImmutableArray<IArgumentOperation> arguments, int first, Frame frame)
    {
        var values = new List<Value>();
        foreach (var argument in arguments.Skip(first))
        {
            var value = evaluator.Visit(argument, frame);
            if (argument.Parameter?.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "IEnumerable" or "ReadOnlySpan" })
            {
                if (value is not { IsComplete: true, Atoms: [SequenceAtom { IsComplete: true } sequence] })
                {
                    return null;
                }

                values.AddRange(sequence.Elements);
            }
            else
            {
                values.Add(value);
            }
        }

        return values;
    }

    private char[]? TrimmedLetters(IInvocationOperation call, Frame frame)
    {
        var letters = new List<char>();
        foreach (var value in Listed(call.Arguments, 0, frame) ?? new() { Value.NotKnown(Reasons.OtherExpression) })
        {
            if (value is not { IsComplete: true, Atoms: [TextAtom { Text: [var letter] }] })
            {
                return null;
            }

            letters.Add(letter);
        }

        return letters.ToArray();
    }

    private string? Known(IArgumentOperation argument, Frame frame) =>
        evaluator.Visit(argument, frame) is { IsComplete: true, Atoms: [TextAtom text] } && text.Text.IndexOf(ListenAddress.Hole) < 0 ? text.Text : null;

    private static bool CanPrint(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Object }
        || type.IsInteger() || type.IsUri()
        || type.IsNet("IPAddress") || type.IsNet("IPEndPoint") || type.IsNet("EndPoint")
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
