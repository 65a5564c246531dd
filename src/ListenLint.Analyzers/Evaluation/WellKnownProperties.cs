using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Properties of framework types whose values follow from the object's.</summary>
internal sealed class WellKnownProperties(ValueEvaluator evaluator)
{
    private readonly UriBuilderValues _uriBuilders = new(evaluator);

    public Value? Of(IPropertyReferenceOperation reference, Frame frame)
    {
        if (!reference.Property.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || reference.Property.ContainingType is not { } type)
        {
            return null;
        }

        if (OutsideReads.Of(reference) is { } outside)
        {
            return outside;
        }

        if (reference.Instance is not { } instance)
        {
            return null;
        }

        if (reference.Property.IsIndexer)
        {
            return type.IsGrowingCollection() || type.Name is "IReadOnlyList" or "ImmutableArray" or "ImmutableList" or "ReadOnlyCollection"
                ? SequenceValues.ElementOf(evaluator.Visit(instance, frame), reference.Arguments.FirstOrDefault()?.Value)
                : Value.NotKnown(Reasons.OtherExpression);
        }

        var name = reference.Property.Name;
        return name switch
        {
            _ when type.IsUri() => UriMembers.Of(name, evaluator.Visit(instance, frame)),
            _ when type.IsUriBuilder() => _uriBuilders.Property(name, instance, frame),
            "Address" or "Port" when type.IsNet("IPEndPoint") => OfEndPoint(name, instance, frame),
            "Host" or "Port" when type.IsNet("DnsEndPoint") => OfEndPoint(name, instance, frame),
            "AddressList" when type.IsNet("IPHostEntry") => evaluator.Visit(instance, frame),
            "Result" when type.IsTask() => evaluator.Visit(instance, frame),
            "Value" when type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => evaluator.Visit(instance, frame).WithoutNull(),
            _ => null,
        };
    }

    private Value OfEndPoint(string name, IOperation instance, Frame frame) =>
        evaluator.Visit(instance, frame).Map(atom => atom is EndPointAtom endPoint
            ? name == "Port" ? endPoint.Port : endPoint.Host
            : Value.NotKnown(Reasons.OtherExpression));
}
