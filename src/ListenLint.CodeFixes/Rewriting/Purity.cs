using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Whether an expression can go without anything being left undone.</summary>
internal static class Purity
{
    public static bool IsPure(SyntaxNode expression) =>
        !expression.DescendantNodesAndSelf().Any(node => node
            is InvocationExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            or AssignmentExpressionSyntax
            or AwaitExpressionSyntax
            or ThrowExpressionSyntax
            or DeclarationExpressionSyntax
            or BaseObjectCreationExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    /// <summary>As a statement of its own it would do nothing: a name, or a chain of names.</summary>
    public static bool IsIdle(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsIdle(access.Expression),
        ParenthesizedExpressionSyntax parenthesized => IsIdle(parenthesized.Expression),
        _ => false,
    };
}
