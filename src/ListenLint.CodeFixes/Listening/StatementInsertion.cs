using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Listening;

/// <summary>Puts statements beside another one, on lines of their own where that has one, and leaves comments where they are.</summary>
internal static class StatementInsertion
{
    /// <summary>Whether a statement can stand beside it.</summary>
    public static bool IsListed(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>The statement around the node that has others beside it, in the same function; null when there is none.</summary>
    public static StatementSyntax? ListedAround(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case StatementSyntax statement and not (LocalFunctionStatementSyntax or BlockSyntax) when IsListed(statement):
                    return statement;
                case LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    public static TextChange Before(StatementSyntax statement, string inserted, SourceText text)
    {
        var start = statement.FullSpan.Start;
        return text.Lines.GetLineFromPosition(start).Start == start
            ? Insert(start, Indentation(statement, text) + inserted + LineBreak(text))
            : Insert(statement.SpanStart, inserted + " ");
    }

    public static TextChange After(StatementSyntax statement, IEnumerable<string> inserted, SourceText text)
    {
        var end = statement.Span.End;
        var line = text.Lines.GetLineFromPosition(end);
        var isLastOnLine = statement.GetLastToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || line.End == end;
        return isLastOnLine
            ? Insert(line.End, string.Concat(inserted.Select(statementText => LineBreak(text) + Indentation(statement, text) + statementText)))
            : Insert(end, string.Concat(inserted.Select(statementText => " " + statementText)));
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    private static string Indentation(StatementSyntax statement, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string LineBreak(SourceText text)
    {
        var line = text.Lines[0];
        return line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
    }
}
