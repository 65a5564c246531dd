using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Whether an expression can go without anything being left undone.</summary>
internal static class Purity
{
    public static bool IsPure(SyntaxNode expression) =>
        !expression.DescendantNodesAndSelf().Any(node => !MakesAnAddress(node) && node
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

    /// <summary>IPAddress.Parse, new IPEndPoint: asked for where the engine knows the address that comes out.</summary>
    private static bool MakesAnAddress(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse", Expression: var type } } => IsAddressType(type),
        ObjectCreationExpressionSyntax creation => IsAddressType(creation.Type),
        _ => false,
    };

    private static bool IsAddressType(ExpressionSyntax type) =>
        (type as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is "IPAddress" or "IPEndPoint"
        || (type as QualifiedNameSyntax)?.Right.Identifier.ValueText is "IPAddress" or "IPEndPoint"
        || (type as IdentifierNameSyntax)?.Identifier.ValueText is "IPAddress" or "IPEndPoint";
}
