using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What a local variable can hold: the union of all its writes in the member that declares it, those in lambdas too.</summary>
internal sealed class LocalValues(ValueEvaluator evaluator)
{
    public Value Of(ILocalSymbol local, Frame frame, SyntaxNode reader)
    {
        if (local.IsRef || evaluator.DeclarationOf(local) is not { } declaration)
        {
            return Value.NotKnown(Reasons.ChangedByReference);
        }

        return evaluator.Once(local, frame, () =>
        {
            var names = evaluator.NamesIn.Of(local.Name, NameIndex.ScopeOf(declaration));
            var value = evaluator.Assignments.Combine(
                Declared(declaration, frame), evaluator.Assignments.WritesTo(local, names), frame, reader);
            value = value.Atoms.Any(atom => atom is EndPointAtom) ? Changed(value, local, names, frame) : value;
            return evaluator.Sequences.WithGrowth(value, local, local.Type, names, frame);
        });
    }

    /// <summary>An end point whose address or port is set again.</summary>
    private Value Changed(Value endPoint, ILocalSymbol local, IReadOnlyList<SimpleNameSyntax> names, Frame frame)
    {
        foreach (var name in names)
        {
            if (name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment, Name.Identifier.ValueText: var part and ("Address" or "Port") } access
                && assignment.Left == access && access.Expression == name && evaluator.Denotes(name, local) != false)
            {
                var set = evaluator.Visit((evaluator.OperationOf(assignment) as ISimpleAssignmentOperation)?.Value, frame);
                endPoint = endPoint.Map(atom => Value.Of(atom switch
                {
                    EndPointAtom known when part == "Port" => known with { Port = known.Port.Or(set) },
                    EndPointAtom known => known with { Host = known.Host.Or(set) },
                    _ => atom,
                }));
            }
        }

        return endPoint;
    }

    private Value? Declared(SyntaxNode declaration, Frame frame)
    {
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer: null }:
                return null;
            case VariableDeclaratorSyntax { Initializer: { Value: RefExpressionSyntax } }:
                return Value.NotKnown(Reasons.ChangedByReference);
            case VariableDeclaratorSyntax { Initializer: { } initializer }:
                return evaluator.OperationOf(initializer) is IVariableInitializerOperation { Value: var value }
                    ? evaluator.Visit(value, frame)
                    : Value.NotKnown(Reasons.Broken);
            case ForEachStatementSyntax loop:
                return evaluator.OperationOf(loop) is IForEachLoopOperation { Collection: var collection }
                    ? SequenceValues.AnyElement(evaluator.Visit(collection, frame))
                    : Value.NotKnown(Reasons.Broken);
            case SingleVariableDesignationSyntax designation:
                return Designated(designation, frame);
            default:
                return Value.NotKnown(Reasons.OtherExpression);
        }
    }

    private Value Designated(SingleVariableDesignationSyntax designation, Frame frame)
    {
        switch (designation.Parent)
        {
            case DeclarationExpressionSyntax { Parent: ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument }:
                return evaluator.Assignments.Output(argument, frame);
            case DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax tuple } }
                when Write.Deconstruction(tuple) is { } assignment:
                return evaluator.Assignments.Deconstructed(assignment, designation, frame);
            case ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declared }
                when Write.Deconstruction(declared) is { } assignment:
                return evaluator.Assignments.Deconstructed(assignment, designation, frame);
            default:
                return Value.NotKnown(Reasons.Pattern);
        }
    }
}
