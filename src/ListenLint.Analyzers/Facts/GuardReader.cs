using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>Reads from the syntax around a call under which condition it runs.</summary>
internal static class GuardReader
{
    public static Guard Of(SyntaxNode call)
    {
        if (IsInDebugRegion(call))
        {
            return Guard.Development;
        }

        var guard = Guard.None;
        for (var (child, parent) = (call, call.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var found = parent switch
            {
                IfStatementSyntax branch when child == branch.Statement => OfCondition(branch.Condition, isTrue: true),
                IfStatementSyntax branch when child == branch.Else => OfCondition(branch.Condition, isTrue: false),
                ConditionalExpressionSyntax choice when child == choice.WhenTrue => OfCondition(choice.Condition, isTrue: true),
                ConditionalExpressionSyntax choice when child == choice.WhenFalse => OfCondition(choice.Condition, isTrue: false),
                SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax => Guard.Condition,
                MethodDeclarationSyntax method when method.Identifier.ValueText.Contains("Development") || IsLeftOutOfReleases(method) => Guard.Development,
                _ => Guard.None,
            };
            if (found == Guard.Development)
            {
                return found;
            }

            guard = found == Guard.None ? guard : found;
            if (parent is BaseTypeDeclarationSyntax)
            {
                break;
            }
        }

        return guard;
    }

    /// <summary><c>[Conditional("DEBUG")]</c>.</summary>
    private static bool IsLeftOutOfReleases(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute =>
            attribute.Name.ToString().EndsWith("Conditional", StringComparison.Ordinal) && attribute.ArgumentList?.ToString().Contains("DEBUG") == true);

    private static Guard OfCondition(ExpressionSyntax condition, bool isTrue)
    {
        foreach (var name in condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (MeansDevelopment(name))
            {
                return IsNegated(name, condition) != isTrue && !IsUnderOr(name, condition) ? Guard.Development : Guard.Condition;
            }
        }

        foreach (var literal in condition.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
        {
            if (literal.Token.ValueText.Equals("Development", StringComparison.OrdinalIgnoreCase)
                && literal.Parent is BinaryExpressionSyntax comparison
                && comparison.IsKind(SyntaxKind.EqualsExpression) == isTrue)
            {
                return Guard.Development;
            }
        }

        return Guard.Condition;
    }

    private static bool MeansDevelopment(SimpleNameSyntax name) =>
        name.Identifier.ValueText is "IsDevelopment" or "isDevelopment" or "isDev" or "IsDev" or "Debugger" or "isDebug" or "IsDebug"
        || (name.Identifier.ValueText == "IsEnvironment"
            && name.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.ToString().Contains("Development") == true);

    private static bool IsNegated(SyntaxNode name, SyntaxNode condition)
    {
        var isNegated = false;
        for (var node = name; node is not null && node != condition.Parent; node = node.Parent)
        {
            var flips = node.IsKind(SyntaxKind.LogicalNotExpression)
                || node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality
                    && equality.Right.IsKind(SyntaxKind.FalseLiteralExpression);
            isNegated ^= flips;
        }

        return isNegated;
    }

    private static bool IsUnderOr(SyntaxNode name, SyntaxNode condition) =>
        name.Ancestors().TakeWhile(node => node != condition.Parent).Any(node => node.IsKind(SyntaxKind.LogicalOrExpression));

    /// <summary>Compiled now, but left out where DEBUG is not defined.</summary>
    private static bool IsInDebugRegion(SyntaxNode call)
    {
        if (!call.SyntaxTree.GetRoot().ContainsDirectives)
        {
            return false;
        }

        var open = new Stack<bool>();
        var root = call.SyntaxTree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < call.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    open.Push(NeedsDebug(start.Condition));
                    break;
                case ElifDirectiveTriviaSyntax other when open.Count > 0:
                    open.Pop();
                    open.Push(NeedsDebug(other.Condition));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    open.Push(directive.GetRelatedDirectives().OfType<IfDirectiveTriviaSyntax>().Any(start => IsReleaseOnly(start.Condition)));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }

    private static bool NeedsDebug(ExpressionSyntax condition) => condition switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "DEBUG" } => true,
        ParenthesizedExpressionSyntax inner => NeedsDebug(inner.Expression),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => NeedsDebug(both.Left) || NeedsDebug(both.Right),
        _ => false,
    };

    private static bool IsReleaseOnly(ExpressionSyntax condition) =>
        condition is IdentifierNameSyntax { Identifier.ValueText: "RELEASE" }
        || condition is PrefixUnaryExpressionSyntax negation && NeedsDebug(negation.Operand);
}
