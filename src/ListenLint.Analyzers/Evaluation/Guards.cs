using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Conditions that ask whether something was given at all, as opposed to which of two things it is.</summary>
internal static class Guards
{
    private static readonly HashSet<string> Tests = new(StringComparer.Ordinal)
    {
        "IsNullOrEmpty", "IsNullOrWhiteSpace", "HasValue", "TryParse", "TryCreate", "TryGetValue", "Length", "Count", "Any", "Exists",
    };

    /// <summary>Whether the condition asks if <paramref name="name"/> has a value.</summary>
    public static bool TestsForValue(ExpressionSyntax condition, string name) =>
        Parts(condition).Any(part => AsksForValue(part) && Names(part, name));

    public static bool TestsForValue(ExpressionSyntax condition) => Parts(condition).Any(AsksForValue);

    public static bool Names(SyntaxNode node, string name) => node.DescendantNodesAndSelf().Any(child => child switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        _ => false,
    });

    private static bool AsksForValue(ExpressionSyntax part) => part switch
    {
        BinaryExpressionSyntax binary when IsComparison(binary) => IsEmpty(binary.Left) || IsEmpty(binary.Right) || AsksByName(part),
        IsPatternExpressionSyntax { Pattern: var pattern } => IsNullTest(pattern),
        _ => AsksByName(part),
    };

    private static bool AsksByName(ExpressionSyntax part) =>
        part.DescendantNodesAndSelf().Any(node => node is SimpleNameSyntax name && Tests.Contains(name.Identifier.ValueText));

    private static bool IsComparison(BinaryExpressionSyntax binary) => binary.Kind() is
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.GreaterThanExpression
        or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression;

    private static bool IsEmpty(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
            || literal.Token.Value is "" or 0,
        DefaultExpressionSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } => true,
        _ => false,
    };

    private static bool IsNullTest(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => IsEmpty(constant.Expression),
        UnaryPatternSyntax negated => IsNullTest(negated.Pattern),
        BinaryPatternSyntax binary => IsNullTest(binary.Left) || IsNullTest(binary.Right),
        RecursivePatternSyntax { PropertyPatternClause.Subpatterns.Count: 0 } => true,
        DeclarationPatternSyntax => true,
        _ => false,
    };

    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax condition)
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ParenthesizedExpressionSyntax inner:
                    pending.Push(inner.Expression);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    pending.Push(not.Operand);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                    pending.Push(both.Left);
                    pending.Push(both.Right);
                    break;
                case var part:
                    yield return part;
                    break;
            }
        }
    }
}
