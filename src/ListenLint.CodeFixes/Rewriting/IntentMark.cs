using ListenLint.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Writes into the code that loopback is wanted: an attribute on the member, or a pragma where no member can carry one.</summary>
internal sealed class IntentMark(FoundListener found)
{
    private const string Reason = "Only this machine is meant to connect.";

    public SolutionEdits? Edits()
    {
        var text = found.Root.SyntaxTree.GetText(found.CancellationToken);
        var member = found.Call.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member switch
        {
            GlobalStatementSyntax => AroundStatement(text),
            null or BaseNamespaceDeclarationSyntax => null,
            _ when IsMarked(member) => null,
            _ => OnMember(member, text),
        };
    }

    private SolutionEdits OnMember(MemberDeclarationSyntax member, SourceText text)
    {
        var start = member.GetFirstToken().SpanStart;
        var line = text.Lines.GetLineFromPosition(start);
        var before = text.ToString(TextSpan.FromBounds(line.Start, start));
        var separator = string.IsNullOrWhiteSpace(before) ? LineBreak(text) + before : " ";
        var attribute = $"[{AttributeName(start)}(\"Listening\", \"{RuleIds.LoopbackListener}\", Justification = \"{Reason}\")]";
        return SolutionEdits.In(found.Document.Id, new TextChange(new TextSpan(start, 0), attribute + separator));
    }

    private static bool IsMarked(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute =>
            attribute.Name.ToString().Contains("SuppressMessage") && attribute.ArgumentList?.ToString().Contains(RuleIds.LoopbackListener) == true);

    private string AttributeName(int position)
    {
        const string Name = "SuppressMessage";
        const string Namespace = "System.Diagnostics.CodeAnalysis";
        var isInScope = found.Model.LookupNamespacesAndTypes(position, name: Name + "Attribute")
            .Any(type => type.ContainingNamespace.ToDisplayString() == Namespace);
        return isInScope ? Name : $"{Namespace}.{Name}";
    }

    /// <summary>Top-level statements are no member. The innermost statement that has its lines to itself is marked.</summary>
    private SolutionEdits? AroundStatement(SourceText text)
    {
        foreach (var statement in found.Call.AncestorsAndSelf().OfType<StatementSyntax>())
        {
            var first = text.Lines.GetLineFromPosition(statement.SpanStart);
            var last = text.Lines.GetLineFromPosition(statement.Span.End);
            var after = text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).TrimStart();
            if (string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
                && (after.Length == 0 || after.StartsWith("//", StringComparison.Ordinal)))
            {
                var disable = $"#pragma warning disable {RuleIds.LoopbackListener} // {Reason}";
                if (first.LineNumber > 0 && text.Lines[first.LineNumber - 1].ToString() == disable)
                {
                    return null;
                }

                var newLine = LineBreak(text);
                return SolutionEdits.In(
                    found.Document.Id,
                    new TextChange(new TextSpan(first.Start, 0), disable + newLine),
                    new TextChange(new TextSpan(last.End, 0), $"{newLine}#pragma warning restore {RuleIds.LoopbackListener}"));
            }
        }

        return null;
    }

    private static string LineBreak(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
