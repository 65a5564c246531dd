using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What a method or getter of this compilation gives back to one call.</summary>
internal sealed class ReturnedValues(ValueEvaluator evaluator)
{
    private const int MaximumDepth = 4;
    private const int MaximumReturns = 16;

    public Value Of(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (method.IsAbstract || (call.IsVirtual && (method.IsVirtual || (method.IsOverride && !method.IsSealed && !method.ContainingType.IsSealed))))
        {
            return Value.NotKnown(Reasons.ResultOf(method.Name));
        }

        if (method.ReturnsByRef || evaluator.DeclarationOf(method) is not { } declaration)
        {
            return Value.NotKnown(Reasons.ResultOf(method.Name));
        }

        if (frame.Depth >= MaximumDepth)
        {
            return Value.NotKnown(Reasons.TooComplex);
        }

        var value = declaration switch
        {
            BaseMethodDeclarationSyntax { ExpressionBody: { } arrow } => OfArrow(arrow, frame.Enter(call.Arguments)),
            BaseMethodDeclarationSyntax { Body: { } body } => OfBlock(body, frame.Enter(call.Arguments)),
            LocalFunctionStatementSyntax { ExpressionBody: { } arrow } => OfArrow(arrow, frame.Enter(call.Arguments)),
            LocalFunctionStatementSyntax { Body: { } body } => OfBlock(body, frame.Enter(call.Arguments)),
            _ => null,
        };
        return value ?? Value.NotKnown(Reasons.ResultOf(method.Name));
    }

    /// <summary>null for a property that the compiler implements.</summary>
    public Value? OfGetter(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } whole)
        {
            return OfArrow(whole, Frame.Root);
        }

        var getter = property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter switch
        {
            { ExpressionBody: { } arrow } => OfArrow(arrow, Frame.Root),
            { Body: { } body } => OfBlock(body, Frame.Root),
            _ => null,
        };
    }

    private Value OfArrow(ArrowExpressionClauseSyntax arrow, Frame frame)
    {
        var operation = evaluator.OperationOf(arrow) is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } returned }] }
            ? returned
            : evaluator.OperationOf(arrow.Expression);
        return evaluator.Visit(operation, frame);
    }

    private Value OfBlock(BlockSyntax body, Frame frame)
    {
        var returns = ImmutableArray.CreateBuilder<SyntaxNode>();
        var yields = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var node in body.DescendantNodes(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax)))
        {
            if (node is ReturnStatementSyntax { Expression: not null })
            {
                returns.Add(node);
            }
            else if (node.IsKind(SyntaxKind.YieldReturnStatement))
            {
                yields.Add(node);
            }
        }

        if (returns.Count > MaximumReturns || yields.Count > MaximumReturns)
        {
            return Value.NotKnown(Reasons.TooComplex);
        }

        return yields.Count > 0
            ? Value.Of(new SequenceAtom(
                yields.Select(node => Returned(node, frame)).ToImmutableArray(), IsComplete: true, new(body.SyntaxTree, body.Span)))
            : Alternatives.Join(returns.Select(node => Returned(node, frame)));
    }

    private Value Returned(SyntaxNode statement, Frame frame) =>
        evaluator.OperationOf(statement) is IReturnOperation { ReturnedValue: { } value }
            ? evaluator.Visit(value, frame)
            : Value.NotKnown(Reasons.Broken);
}
