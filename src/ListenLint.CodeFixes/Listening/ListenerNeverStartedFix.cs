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
            var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            if (model is not null && ReceiverOf(use) is { } receiver && Place(use, creation, VariableOf(receiver, model)) is { } statement
                && ReceiverAtPosition.IsTheSame(receiver, statement.SpanStart, model))
            {
                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                var change = StatementInsertion.Before(statement, $"{receiver.WithoutTrivia()}{OperatorOf(use)}{start}();", text);
                context.RegisterCodeFix(
                    CodeAction.Create($"Call {start}() before the first use", _ => Task.FromResult(document.WithText(text.WithChanges(change))), Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The variable that is used; not a creation that is used on the spot.</summary>
    private static ExpressionSyntax? ReceiverOf(SyntaxNode use)
    {
        var receiver = CalledBy(use) switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => use.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        while (receiver is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            receiver = suppressed.Operand;
        }

        return receiver is IdentifierNameSyntax or MemberAccessExpressionSyntax ? receiver : null;
    }

    private static string OperatorOf(SyntaxNode use) => CalledBy(use) is MemberBindingExpressionSyntax ? "?." : ".";

    private static SyntaxNode CalledBy(SyntaxNode use) => use is InvocationExpressionSyntax call ? call.Expression : use;

    /// <summary>Where the local is declared that holds the listener; null for what a member holds.</summary>
    private static VariableDeclaratorSyntax? VariableOf(ExpressionSyntax receiver, SemanticModel model) =>
        model.GetSymbolInfo(receiver).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations }
            ? declarations[0].GetSyntax() as VariableDeclaratorSyntax
            : null;

    /// <summary>The statement that the start comes before: outside of the loops that accept, and where it is sure to run.</summary>
    private static StatementSyntax? Place(SyntaxNode use, SyntaxNode? creation, VariableDeclaratorSyntax? variable)
    {
        // Beside these only their own body sees the variable, and without braces or once per turn it is no place for a start.
        if (variable?.Parent?.Parent is ForStatementSyntax or UsingStatementSyntax { Statement: not BlockSyntax })
        {
            return null;
        }

        if (creation is not null && BlockOfLocal(creation) is { } block)
        {
            var sibling = use.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => BlockOf(statement) == block);
            return sibling is not LocalFunctionStatementSyntax && sibling?.SpanStart > creation.SpanStart ? sibling : null;
        }

        SyntaxNode outermost = use;
        foreach (var ancestor in use.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax { Block: not null } or LocalFunctionStatementSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax)
                || Contains(ancestor, creation))
            {
                break;
            }

            if (ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            {
                outermost = ancestor;
            }
        }

        return StatementInsertion.ListedAround(outermost) is { } listed && !Contains(listed, creation) ? listed : null;
    }

    private static bool Contains(SyntaxNode node, SyntaxNode? creation) => creation is not null && node.Span.Contains(creation.Span);

    private static SyntaxNode? BlockOfLocal(SyntaxNode creation)
    {
        var declaration = creation.FirstAncestorOrSelf<VariableDeclarationSyntax>();
        return creation.Ancestors().TakeWhile(ancestor => ancestor != declaration).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax)
            ? null
            : declaration?.Parent switch
            {
                LocalDeclarationStatementSyntax local => BlockOf(local),
                UsingStatementSyntax { Statement: BlockSyntax body } => body,
                _ => null,
            };
    }

    private static SyntaxNode? BlockOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
}
