using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Listening;

/// <summary>Whether a receiver, written again at an earlier position, is still the same object: a name may mean another variable there, or none.</summary>
internal static class ReceiverAtPosition
{
    public static bool IsTheSame(ExpressionSyntax receiver, int position, SemanticModel model) => receiver switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsTheSame(suppressed.Operand, position, model),
        MemberAccessExpressionSyntax access => IsTheSame(access.Expression, position, model) && BindsAlike(access, position, model),
        NameSyntax => BindsAlike(receiver, position, model),
        _ => false,
    };

    private static bool BindsAlike(ExpressionSyntax expression, int position, SemanticModel model) =>
        model.GetSymbolInfo(expression).Symbol is { } symbol
        && SymbolEqualityComparer.Default.Equals(symbol, model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol)
        && (symbol is not (ILocalSymbol or IParameterSymbol) || symbol.Locations.All(location => location.SourceSpan.End <= position));
}
