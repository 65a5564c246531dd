using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Arrays, lists, sets and collection expressions.</summary>
internal sealed class SequenceValues(ValueEvaluator evaluator)
{
    private const int MaximumElements = 64;
    private readonly SequenceGrowth _growth = new(evaluator);

    public Value OfArray(IArrayCreationOperation array, Frame frame)
    {
        if (array.DimensionSizes.Length != 1)
        {
            return Value.NotKnown(Reasons.OtherExpression);
        }

        return array.Initializer is { ElementValues: var elements }
            ? Sequence(elements.Take(MaximumElements).Select(element => evaluator.Visit(element, frame)), elements.Length <= MaximumElements, array)
            : Sequence(Enumerable.Empty<Value>(), isComplete: true, array);
    }

    /// <summary>By syntax: the operation of a collection expression is newer than the oldest compiler that loads this.</summary>
    public Value OfCollectionExpression(CollectionExpressionSyntax collection, Frame frame)
    {
        var elements = ImmutableArray.CreateBuilder<Value>();
        var isComplete = collection.Elements.Count <= MaximumElements;
        foreach (var element in collection.Elements.Take(MaximumElements))
        {
            if (element is ExpressionElementSyntax { Expression: var expression })
            {
                elements.Add(evaluator.VisitSyntax(expression, frame));
            }
            else if (element is SpreadElementSyntax spread)
            {
                isComplete &= AddAll(elements, evaluator.VisitSyntax(spread.Expression, frame));
            }
        }

        return Value.Of(new SequenceAtom(elements.ToImmutable(), isComplete, new(collection.SyntaxTree, collection.Span)));
    }

    /// <summary>The arguments that the compiler gathers for a params span or list.</summary>
    public Value OfParameterList(IOperation list, Frame frame) =>
        Sequence(list.ChildOperations.Take(MaximumElements).Select(element => evaluator.Visit(element, frame)), list.ChildOperations.Count <= MaximumElements, list);

    /// <summary>A new list or set, with what its constructor copies and its initializer adds.</summary>
    public Value OfCreation(IObjectCreationOperation creation, Frame frame)
    {
        var elements = ImmutableArray.CreateBuilder<Value>();
        var isComplete = true;
        if (creation.Arguments is [{ Value.Type: { } type } copied, ..] && !type.IsInteger() && type.Name is not ("IEqualityComparer" or "StringComparer" or "IComparer"))
        {
            isComplete = AddAll(elements, evaluator.Visit(copied, frame));
        }

        isComplete &= AddInitializer(elements, creation.Initializer, frame);
        return Value.Of(new SequenceAtom(elements.ToImmutable(), isComplete, ValueEvaluator.OriginOf(creation)));
    }

    /// <summary><c>Urls = { "a", "b" }</c>.</summary>
    public Value OfInitializer(IObjectOrCollectionInitializerOperation initializer, Frame frame)
    {
        var elements = ImmutableArray.CreateBuilder<Value>();
        var isComplete = AddInitializer(elements, initializer, frame);
        return Value.Of(new SequenceAtom(elements.ToImmutable(), isComplete, ValueEvaluator.OriginOf(initializer)));
    }

    /// <summary>The calls that turn a sequence into another, or into one of its elements; null for other calls.</summary>
    public Value? OfCall(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        var space = method.ContainingType?.ContainingNamespace?.ToDisplayString() ?? "";
        if (method.Name == "Empty" && method.Parameters.IsEmpty && method.ContainingType is { Name: "Array" or "Enumerable" or "ImmutableArray" or "ImmutableList" })
        {
            return Sequence(Enumerable.Empty<Value>(), isComplete: true, call);
        }

        if (!space.StartsWith("System", StringComparison.Ordinal) || (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } source)
        {
            return null;
        }

        switch (method.Name)
        {
            case "ToArray" or "ToList" or "AsEnumerable" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList" or "AsReadOnly" or "Distinct" or "CreateRange":
                return evaluator.Visit(source, frame);
            case "AsSpan" or "AsMemory" when call.Arguments.Length == 1:
                return evaluator.Visit(source, frame);
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt":
                var sequence = evaluator.Visit(source, frame);
                return call.Arguments.Length > 1 || method.Name.StartsWith("Last", StringComparison.Ordinal)
                    ? AnyElement(sequence)
                    : ElementAt(sequence, 0);
            case "Concat" or "Union" when call.Arguments.Length == 2 && method.ContainingType!.Name == "Enumerable":
                return Joined(call, evaluator.Visit(source, frame), evaluator.Visit(call.Arguments[1], frame));
            case "Append" or "Prepend" when call.Arguments.Length == 2 && method.ContainingType!.Name == "Enumerable":
                return Joined(
                    call, evaluator.Visit(source, frame), Sequence(new[] { evaluator.Visit(call.Arguments[1], frame) }, isComplete: true, call));
            default:
                return null;
        }
    }

    public Value Element(IArrayElementReferenceOperation element, Frame frame) =>
        ElementOf(evaluator.Visit(element.ArrayReference, frame), element.Indices.Length == 1 ? element.Indices[0] : null);

    public static Value ElementOf(Value sequence, IOperation? index) =>
        index?.ConstantValue is { HasValue: true, Value: int position } ? ElementAt(sequence, position) : AnyElement(sequence);

    /// <summary>What a foreach variable holds.</summary>
    public static Value AnyElement(Value sequence) => sequence.Map(atom => atom is SequenceAtom known
        ? OrIncomplete(Alternatives.Join(known.Elements), known)
        : Value.NotKnown(Reasons.IncompleteSequence));

    public Value WithGrowth(Value value, ISymbol holder, ITypeSymbol type, IEnumerable<SyntaxNode> uses, Frame frame) =>
        value.Atoms.Any(atom => atom is SequenceAtom) ? _growth.Apply(value, holder, type, uses, frame) : value;

    /// <summary>Adds the elements of a sequence; whether these are all it has.</summary>
    public static bool AddAll(ImmutableArray<Value>.Builder elements, Value sequence)
    {
        if (sequence is { IsComplete: true, Atoms: [SequenceAtom only] })
        {
            elements.AddRange(only.Elements);
            return only.IsComplete;
        }

        // One of several sequences: each of their elements may be there.
        foreach (var known in sequence.Atoms.OfType<SequenceAtom>())
        {
            elements.AddRange(known.Elements);
        }

        return false;
    }

    private static Value ElementAt(Value sequence, int position) => sequence.Map(atom => atom switch
    {
        SequenceAtom known when position >= 0 && position < known.Elements.Length => known.Elements[position],
        SequenceAtom { IsComplete: true } => Alternatives.Nothing,
        _ => Value.NotKnown(Reasons.IncompleteSequence),
    });

    private static Value OrIncomplete(Value elements, SequenceAtom sequence) =>
        sequence.IsComplete ? elements : elements.AndUnknown(Reasons.IncompleteSequence);

    private bool AddInitializer(ImmutableArray<Value>.Builder elements, IObjectOrCollectionInitializerOperation? initializer, Frame frame)
    {
        if (initializer is null)
        {
            return true;
        }

        foreach (var added in initializer.Initializers.Take(MaximumElements))
        {
            if (added is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [.., var argument] })
            {
                return false;
            }

            elements.Add(evaluator.Visit(argument, frame));
        }

        return initializer.Initializers.Length <= MaximumElements;
    }

    private static Value Joined(IOperation call, Value first, Value second)
    {
        var elements = ImmutableArray.CreateBuilder<Value>();
        var isComplete = AddAll(elements, first) & AddAll(elements, second);
        return Value.Of(new SequenceAtom(elements.ToImmutable(), isComplete, ValueEvaluator.OriginOf(call)));
    }

    private static Value Sequence(IEnumerable<Value> elements, bool isComplete, IOperation origin) =>
        Value.Of(new SequenceAtom(elements.ToImmutableArray(), isComplete, ValueEvaluator.OriginOf(origin)));
}
