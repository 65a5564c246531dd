using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.Analyzers.Rules.Listening;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Listening;

/// <summary>Starts the listener before its first use. A listener that is started and lost has no safe fix: who should hold it is not known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListenerNeverStartedFix))]
public sealed class ListenerNeverStartedFix : CodeFixProvider
{
    private const string Key = "start-listener";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ListenerNeverStarted);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(ListenerNeverStarted.MissingStart, out var start)
                || diagnostic.AdditionalLocations.Count == 0
                || diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } need
                || context.Document.Project.GetDocument(tree) is not { } document)
            {
                continue;
            }

            var root = await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
            var use = root.FindNode(need.SourceSpan, getInnermostNodeForTie: true);
            var creation = tree == diagnostic.Location.SourceTree ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) : null;
            if (ReceiverOf(use) is { } receiver && Place(use, creation) is { } statement)
            {
                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                var change = StatementInsertion.Before(statement, $"{receiver}{start}();", text);
                context.RegisterCodeFix(
                    CodeAction.Create($"Call {start}() before the first use", _ => Task.FromResult(document.WithText(text.WithChanges(change))), Key),
                    diagnostic);
            }
        }
    }

    /// <summary>A variable with its dot, as the use writes it; not a creation that is used on the spot.</summary>
    private static string? ReceiverOf(SyntaxNode use)
    {
        var called = use is InvocationExpressionSyntax call ? call.Expression : use;
        var receiver = called switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => use.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        while (receiver is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            receiver = suppressed.Operand;
        }

        var operators = called is MemberBindingExpressionSyntax ? "?." : ".";
        return receiver is IdentifierNameSyntax or MemberAccessExpressionSyntax ? receiver.WithoutTrivia() + operators : null;
    }

    /// <summary>The statement that the start comes before: outside of the loops that accept, and where it is sure to run.</summary>
    private static StatementSyntax? Place(SyntaxNode use, SyntaxNode? creation)
    {
        if (creation is not null && BlockOfLocal(creation) is { } block)
        {
            var sibling = use.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => BlockOf(statement) == block);
            return sibling is not LocalFunctionStatementSyntax && sibling?.SpanStart > creation.SpanStart ? sibling : null;
        }

        SyntaxNode outermost = use;
        foreach (var ancestor in use.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax { Block: not null } or LocalFunctionStatementSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax))
            {
                break;
            }

            if (ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            {
                outermost = ancestor;
            }
        }

        return StatementInsertion.ListedAround(outermost);
    }

    private static SyntaxNode? BlockOfLocal(SyntaxNode creation) =>
        creation.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } declaration && declaration.Declaration.Variables.Any(variable => variable.Initializer?.Value.Span.Contains(creation.Span) == true)
            && !creation.Ancestors().TakeWhile(ancestor => ancestor != declaration).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax)
            ? BlockOf(declaration)
            : null;

    private static SyntaxNode? BlockOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
}
