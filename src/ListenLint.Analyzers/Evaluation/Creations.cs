using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Objects that stand for an address.</summary>
internal sealed class Creations(ValueEvaluator evaluator)
{
    private readonly UriBuilderValues _uriBuilders = new(evaluator);

    public Value Of(IObjectCreationOperation creation, Frame frame)
    {
        var type = creation.Type;
        if (type.IsNet("IPEndPoint") || type.IsNet("DnsEndPoint"))
        {
            return EndPoint(creation, frame);
        }

        if (type.IsNet("IPAddress"))
        {
            return Address(creation, frame);
        }

        if (type.IsUri())
        {
            return Uri(creation, frame);
        }

        if (type.IsUriBuilder())
        {
            return _uriBuilders.Text(creation, frame);
        }

        if (type.IsGrowingCollection())
        {
            return evaluator.Sequences.OfCreation(creation, frame);
        }

        return type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { Name: "ValueTask" or "StringValues" } && creation.Arguments.Length == 1
            ? evaluator.Visit(creation.Arguments[0], frame)
            : Value.NotKnown(Reasons.ObjectOf(type?.Name ?? "?"));
    }

    private Value EndPoint(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Arguments.Length < 2)
        {
            return Value.NotKnown(Reasons.Broken);
        }

        var isDns = creation.Type!.Name == "DnsEndPoint";
        var host = Argument(creation, 0, frame);
        var port = Argument(creation, 1, frame).OrNotKnown(Reasons.ChangedInSteps);
        host = isDns ? host.OrNotKnown(Reasons.ChangedInSteps) : AddressFolding.FromNumber(host).OrNotKnown(Reasons.ChangedInSteps);
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? Enumerable.Empty<ISimpleAssignmentOperation>())
        {
            switch ((assignment.Target as IPropertyReferenceOperation)?.Property.Name)
            {
                case "Address":
                    host = evaluator.Visit(assignment.Value, frame);
                    break;
                case "Port":
                    port = evaluator.Visit(assignment.Value, frame);
                    break;
            }
        }

        return Value.Of(new EndPointAtom(host, port, isDns, ValueEvaluator.OriginOf(creation)));
    }

    private Value Address(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Arguments.FirstOrDefault() is not { } first)
        {
            return Value.NotKnown(Reasons.Broken);
        }

        var value = Argument(creation, 0, frame);
        return first.Parameter?.Type.IsInteger() == true
            ? AddressFolding.FromNumber(value)
            : AddressFolding.FromBytes(value, ValueEvaluator.OriginOf(creation));
    }

    // new Uri(text[, kind]); a relative part given beside its base only adds a path.
    private Value Uri(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Arguments is not [var first, ..])
        {
            return Value.NotKnown(Reasons.Broken);
        }

        var text = Argument(creation, 0, frame).WithoutNull();
        if (!first.Parameter!.Type.IsUri() || creation.Arguments.Length < 2)
        {
            return text;
        }

        var relative = Argument(creation, 1, frame);
        return text.Map(b => relative.Map(r => b is TextAtom origin && r is TextAtom path && UriText.Parse(origin.Text) is { } uri && UriText.Parse(path.Text) is null
            ? TextFolding.Text(uri.LeftPart + "/" + path.Text.TrimStart('/'), origin.Origin)
            : Value.NotKnown(Reasons.OtherExpression)));
    }

    private Value Argument(IObjectCreationOperation creation, int ordinal, Frame frame) =>
        evaluator.Visit(creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal), frame);
}
