using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.CodeFixes.Exposure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Listening;

/// <summary>Lets IPv4 clients in. DualMode throws on a bound socket, so that it is set before the bind: a UdpClient, which binds when it is made, is made without an address.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IPv6OnlyListenerFix))]
public sealed class IPv6OnlyListenerFix : CodeFixProvider
{
    private const string Key = ExposingFixAllProvider.ExposingKey + "ipv4-too";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.IPv6OnlyListener);

    public override FixAllProvider GetFixAllProvider() => new ExposingFixAllProvider(WellKnownFixAllProviders.BatchFixer);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null && CallAround(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is { } call)
            {
                Register(context, diagnostic, call, model, text);
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, ExpressionSyntax call, SemanticModel model, SourceText text)
    {
        var (title, changes) = call switch
        {
            BaseObjectCreationExpressionSyntax creation when TypeOf(creation, model) == "TcpListener" => ForTcpListener(creation, model, text),
            BaseObjectCreationExpressionSyntax creation when TypeOf(creation, model) == "UdpClient" => ForUdpClient(creation, model, text),
            InvocationExpressionSyntax bind => ForBind(bind, text),
            _ => default,
        };
        if (changes is { Length: > 0 })
        {
            var document = context.Document;
            context.RegisterCodeFix(
                CodeAction.Create(title!, _ => Task.FromResult(document.WithText(text.WithChanges(changes))), Key),
                diagnostic);
        }
    }

    private static ExpressionSyntax? CallAround(SyntaxNode argument) =>
        argument.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => creation,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" } } bind => bind,
            _ => null,
        };

    private static string? TypeOf(ExpressionSyntax creation, SemanticModel model) => model.GetTypeInfo(creation).Type?.Name;

    private static (string?, TextChange[]?) ForTcpListener(BaseObjectCreationExpressionSyntax creation, SemanticModel model, SourceText text)
    {
        if (creation.Initializer is null && PortOf(creation, model) is { } port)
        {
            var type = creation is ObjectCreationExpressionSyntax { Type: var written } ? written.ToString() : NameAt(creation, model.GetTypeInfo(creation).Type!, model);
            return ("Take IPv4 clients too: TcpListener.Create (reachable from other machines)", [new TextChange(creation.Span, $"{type}.Create({port})")]);
        }

        return HolderOf(creation) is { } holder
            ? ("Take IPv4 clients too: set DualMode (reachable from other machines)", [StatementInsertion.After(holder.Statement, [$"{holder.Name}.Server.DualMode = true;"], text)])
            : default;
    }

    private static (string?, TextChange[]?) ForUdpClient(BaseObjectCreationExpressionSyntax creation, SemanticModel model, SourceText text)
    {
        if (creation is not { ArgumentList: { Arguments: [var endPoint] } list, Initializer: null }
            || HolderOf(creation) is not { } holder
            || model.Compilation.GetTypesByMetadataName("System.Net.Sockets.AddressFamily") is not [var family, ..])
        {
            return default;
        }

        return ("Take IPv4 clients too: set DualMode before the bind (reachable from other machines)",
        [
            new TextChange(list.Span, $"({NameAt(creation, family, model)}.InterNetworkV6)"),
            StatementInsertion.After(holder.Statement, [$"{holder.Name}.Client.DualMode = true;", $"{holder.Name}.Client.Bind({endPoint.Expression});"], text),
        ]);
    }

    private static (string?, TextChange[]?) ForBind(InvocationExpressionSyntax bind, SourceText text) =>
        bind.Parent is ExpressionStatementSyntax statement
        && StatementInsertion.IsListed(statement)
        && bind.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access
            ? ("Take IPv4 clients too: set DualMode before the bind (reachable from other machines)",
                [StatementInsertion.Before(statement, $"{access.Expression.WithoutTrivia()}.DualMode = true;", text)])
            : default;

    /// <summary>The port where it is written apart from the address: <c>(address, port)</c> or <c>(new IPEndPoint(address, port))</c>.</summary>
    private static string? PortOf(BaseObjectCreationExpressionSyntax creation, SemanticModel model) => creation.ArgumentList?.Arguments switch
    {
        [{ NameColon: null }, { NameColon: null } port] => port.Expression.ToString(),
        [{ Expression: BaseObjectCreationExpressionSyntax endPoint }] when TypeOf(endPoint, model) == "IPEndPoint" && endPoint.Initializer is null => PortOf(endPoint, model),
        _ => null,
    };

    private static Holder? HolderOf(ExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
            when StatementInsertion.IsListed(statement) => new Holder(statement, variable.Identifier.Text),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax or MemberAccessExpressionSyntax, Parent: ExpressionStatementSyntax statement } assignment
            when StatementInsertion.IsListed(statement) => new Holder(statement, assignment.Left.WithoutTrivia().ToString()),
        _ => null,
    };

    private static string NameAt(SyntaxNode place, ITypeSymbol type, SemanticModel model) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, place.SpanStart);

    /// <summary>The statement that creates the socket, and the variable that it puts it into.</summary>
    private sealed record Holder(StatementSyntax Statement, string Name);
}
