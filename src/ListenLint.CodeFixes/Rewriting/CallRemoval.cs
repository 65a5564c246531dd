using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Takes an address away: the argument of Run, a link of a chain, or the whole statement.</summary>
internal sealed class CallRemoval(FoundListener found)
{
    /// <summary>Null where more than the address would go with it.</summary>
    public SolutionEdits? Edits() => Span() is { } span ? SolutionEdits.In(found.Document.Id, new TextChange(span, "")) : null;

    private TextSpan? Span()
    {
        switch (found.Call)
        {
            case InvocationExpressionSyntax call when IsRun(call):
                return found.Argument is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1 } } argument } url && Purity.IsPure(url)
                    ? argument.Span
                    : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when call.ArgumentList.Arguments.All(argument => Purity.IsPure(argument)):
                return call.Parent is ExpressionStatementSyntax statement && Purity.IsIdle(access.Expression) ? Whole(statement) : Link(access, call);
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax target, Parent: ExpressionStatementSyntax whole } assignment
                when Purity.IsIdle(target.Expression) && Purity.IsPure(assignment.Right):
                return Whole(whole);
            default:
                return null;
        }
    }

    private static bool IsRun(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "RunAsync" }
            or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Run" or "RunAsync" };

    private static TextSpan? Link(MemberAccessExpressionSyntax access, InvocationExpressionSyntax call)
    {
        // Add gives nothing that a chain could go on with.
        if (access.Name.Identifier.ValueText == "Add")
        {
            return null;
        }

        var hasComment = access.Expression.GetTrailingTrivia().Concat(access.OperatorToken.LeadingTrivia).Any(IsComment);
        return hasComment ? null : TextSpan.FromBounds(access.Expression.Span.End, call.Span.End);
    }

    /// <summary>The statement with its line, if it has one to itself; comments stay.</summary>
    private TextSpan? Whole(StatementSyntax statement)
    {
        if (statement.Parent is not (BlockSyntax or GlobalStatementSyntax))
        {
            return null;
        }

        var text = found.Root.SyntaxTree.GetText(found.CancellationToken);
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        if (isAlone)
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        var end = statement.Span.End;
        while (end < last.End && text[end] == ' ')
        {
            end++;
        }

        return TextSpan.FromBounds(statement.SpanStart, end);
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
