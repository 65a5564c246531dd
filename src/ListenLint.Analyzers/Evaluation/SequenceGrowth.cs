using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What is put into a collection after it was made, through the variable or member that holds it.</summary>
internal sealed class SequenceGrowth(ValueEvaluator evaluator)
{
    private const int MaximumUses = 32;

    public Value Apply(Value value, ISymbol holder, ITypeSymbol type, IEnumerable<SyntaxNode> uses, Frame frame)
    {
        var added = ImmutableArray.CreateBuilder<Value>();
        var isComplete = true;
        var isByIndex = false;
        var growing = type.IsGrowingCollection();
        foreach (var use in uses.OfType<SimpleNameSyntax>())
        {
            var whole = Write.Whole(use);
            if (KindOf(whole, growing) is not { } kind)
            {
                continue;
            }

            if (added.Count >= MaximumUses || evaluator.Denotes(use, holder) is not { } denotes)
            {
                isComplete = false;
                break;
            }

            if (denotes)
            {
                isByIndex |= kind == Use.SetElement;
                isComplete &= Add(added, whole, kind, frame);
            }
        }

        return added.Count == 0 && isComplete ? value : Grown(value, added.ToImmutable(), isComplete, isByIndex);
    }

    private enum Use
    {
        Add,
        AddAll,
        SetElement,
        Passed,
    }

    private static Use? KindOf(SyntaxNode whole, bool growing) => whole.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var member } access when access.Expression == whole => member switch
        {
            "Add" or "Insert" or "Enqueue" or "Push" or "TryAdd" or "AddLast" or "AddFirst" => Use.Add,
            "AddRange" or "InsertRange" or "UnionWith" => Use.AddAll,
            _ => null,
        },
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element => Use.SetElement,
        ArgumentSyntax when growing => Use.Passed,
        EqualsValueClauseSyntax when growing => Use.Passed,
        AssignmentExpressionSyntax assignment when growing && assignment.Right == whole => Use.Passed,
        _ => null,
    };

    /// <summary>Whether all that is added is known.</summary>
    private bool Add(ImmutableArray<Value>.Builder added, SyntaxNode whole, Use kind, Frame frame)
    {
        switch (kind)
        {
            case Use.SetElement:
                var set = evaluator.OperationOf(whole.Parent!.Parent!) as ISimpleAssignmentOperation;
                added.Add(evaluator.Visit(set?.Value, frame));
                return true;
            case Use.Passed:
                return IsTakenByFramework(whole.Parent!);
        }

        if (evaluator.OperationOf(whole.Parent!.Parent!) is not IInvocationOperation { Arguments: [.., var last] })
        {
            return false;
        }

        var value = evaluator.Visit(last, frame);
        if (kind == Use.AddAll)
        {
            return SequenceValues.AddAll(added, value);
        }

        added.Add(value);
        return true;
    }

    // The framework reads lists that it is given; a method of the program may fill them.
    private bool IsTakenByFramework(SyntaxNode taker) =>
        taker is ArgumentSyntax { Parent.Parent: ExpressionSyntax call and (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) }
        && evaluator.Effort.TryBind()
        && evaluator.ModelOf(call.SyntaxTree).GetSymbolInfo(call, evaluator.Cancellation).Symbol is { DeclaringSyntaxReferences.IsEmpty: true };

    private static Value Grown(Value value, ImmutableArray<Value> added, bool isComplete, bool isByIndex) => value.Map(atom =>
    {
        if (atom is not SequenceAtom sequence)
        {
            return Value.Of(atom);
        }

        var elements = sequence.Elements.AddRange(added);
        if (isByIndex)
        {
            // Which element stands where is no longer clear: any may stand anywhere.
            var any = Alternatives.Join(elements);
            elements = elements.Select(_ => any).ToImmutableArray();
        }

        return Value.Of(sequence with { Elements = elements, IsComplete = sequence.IsComplete && isComplete });
    });
}
