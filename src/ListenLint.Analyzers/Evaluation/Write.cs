using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Evaluation;

internal enum WriteKind
{
    Assign,
    Append,
    Out,
    Deconstruct,

    /// <summary>By ref, ++, *= and the like.</summary>
    Change,
}

/// <summary>A place that sets the variable or member of a name, found by its syntax alone.</summary>
/// <param name="Node">The assignment or the argument.</param>
/// <param name="IsGuarded">Whether it happens only where the variable has no value yet: <c>x ??= …</c>, <c>if (x == null) x = …</c>.</param>
internal sealed record Write(WriteKind Kind, SyntaxNode Node, SimpleNameSyntax Name, bool IsGuarded)
{
    public static Write? At(SimpleNameSyntax name)
    {
        var target = Whole(name);
        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                return new(KindOf(assignment), assignment, name, IsGuardedAt(assignment, name.Identifier.ValueText));
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument:
                return new(WriteKind.Out, argument, name, false);
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } argument:
                return new(WriteKind.Change, argument, name, false);
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } when Deconstruction(tuple) is { } deconstruction:
                return new(WriteKind.Deconstruct, deconstruction, name, false);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }:
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
            case RefExpressionSyntax:
                return new(WriteKind.Change, target, name, false);
            default:
                return null;
        }
    }

    /// <summary>The expression that ends with the name: <c>this.x</c>, <c>(x)</c>, <c>a.b.x</c>.</summary>
    public static SyntaxNode Whole(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (true)
        {
            switch (node.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == node:
                case ParenthesizedExpressionSyntax:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                case AliasQualifiedNameSyntax:
                    node = node.Parent;
                    break;
                default:
                    return node;
            }
        }
    }

    /// <summary>The assignment whose left side the tuple is.</summary>
    public static AssignmentExpressionSyntax? Deconstruction(SyntaxNode left) =>
        left.Parent is AssignmentExpressionSyntax assignment && assignment.Left == left ? assignment : null;

    private static WriteKind KindOf(AssignmentExpressionSyntax assignment) => assignment.Kind() switch
    {
        SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression => WriteKind.Assign,
        SyntaxKind.AddAssignmentExpression => WriteKind.Append,
        _ => WriteKind.Change,
    };

    private static bool IsGuardedAt(AssignmentExpressionSyntax assignment, string name)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
        {
            return true;
        }

        switch (assignment.Right)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when Guards.Names(coalesce.Left, name):
            case ConditionalExpressionSyntax choice when Guards.TestsForValue(choice.Condition, name):
                return true;
        }

        for (SyntaxNode? node = assignment.Parent; node is StatementSyntax; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax guard && guard.Statement == node && Guards.TestsForValue(guard.Condition, name))
            {
                return true;
            }
        }

        return false;
    }
}
