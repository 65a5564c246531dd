using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Rewrites the call itself where its name, or one of its arguments, decides who may connect.</summary>
internal sealed class CallRewriter(FoundListener found)
{
    /// <summary>Another member of the same object, with the arguments that remain.</summary>
    public SolutionEdits? ToMember(string member)
    {
        if (found.Call is not InvocationExpressionSyntax call || NameOf(call) is not { } name)
        {
            return null;
        }

        var changes = new List<TextChange> { new(name.Span, member) };
        if (found.Site.Row.Host is not null)
        {
            if (found.Argument is not { Parent: ArgumentSyntax host } || !Purity.IsPure(host.Expression))
            {
                return null;
            }

            changes.Add(new TextChange(WithSeparator(host), ""));
        }

        return SolutionEdits.In(found.Document.Id, [.. changes]);
    }

    /// <summary>The parameter is true from now on.</summary>
    public SolutionEdits? WithTrue(string parameter)
    {
        if (found.Call is not InvocationExpressionSyntax { ArgumentList: { } list }
            || found.Model.GetSymbolInfo(found.Call, found.CancellationToken).Symbol is not IMethodSymbol method
            || method.Parameters.All(candidate => candidate.Name != parameter))
        {
            return null;
        }

        var given = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? list.Arguments.Where(argument => argument.NameColon is null).ElementAtOrDefault(method.Parameters.First(candidate => candidate.Name == parameter).Ordinal);
        if (given is null)
        {
            var separator = list.Arguments.Count == 0 ? "" : ", ";
            var end = list.Arguments.Count == 0 ? list.OpenParenToken.Span.End : list.Arguments.Last().Span.End;
            return SolutionEdits.In(found.Document.Id, new TextChange(new TextSpan(end, 0), $"{separator}{parameter}: true"));
        }

        return given.Expression.IsKind(SyntaxKind.FalseLiteralExpression)
            ? SolutionEdits.In(found.Document.Id, new TextChange(given.Expression.Span, "true"))
            : null;
    }

    /// <summary><c>new TcpListener(IPAddress.IPv6Loopback, port)</c> becomes a listener of both families; null where it is anything else.</summary>
    public SolutionEdits? ToDualStackListener()
    {
        if (found.Call is not BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: { Count: 2 } arguments } creation
            || found.Model.GetTypeInfo(creation, found.CancellationToken).Type is not { Name: "TcpListener" } type
            || arguments[0].Expression is not (MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IPv6Loopback" } or IdentifierNameSyntax { Identifier.ValueText: "IPv6Loopback" })
            || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        var name = creation is ObjectCreationExpressionSyntax named
            ? named.Type.ToString()
            : type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(found.Model, creation.SpanStart);
        return SolutionEdits.In(
            found.Document.Id,
            new TextChange(TextSpan.FromBounds(creation.SpanStart, creation.ArgumentList.SpanStart), name + ".Create"),
            new TextChange(WithSeparator(arguments[0]), ""));
    }

    /// <summary><c>TcpListener.Create(port)</c> becomes <c>new TcpListener(IPAddress.Loopback, port)</c>.</summary>
    public SolutionEdits? ToLoopbackListener()
    {
        if (found.Call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            || call.ArgumentList.Arguments is not [{ NameColon: null }]
            || found.Model.Compilation.GetTypesByMetadataName("System.Net.IPAddress").FirstOrDefault() is not { } address)
        {
            return null;
        }

        var loopback = address.ToMinimalDisplayString(found.Model, call.SpanStart) + ".Loopback, ";
        return SolutionEdits.In(
            found.Document.Id,
            new TextChange(new TextSpan(call.SpanStart, 0), "new "),
            new TextChange(TextSpan.FromBounds(access.OperatorToken.SpanStart, access.Span.End), ""),
            new TextChange(new TextSpan(call.ArgumentList.OpenParenToken.Span.End, 0), loopback));
    }

    private static SyntaxToken? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        _ => null,
    };

    /// <summary>An argument with the comma that divides it from the next one, or from the one before.</summary>
    private static TextSpan WithSeparator(ArgumentSyntax argument)
    {
        var arguments = ((ArgumentListSyntax)argument.Parent!).Arguments;
        var index = arguments.IndexOf(argument);
        if (index + 1 < arguments.Count)
        {
            var comma = arguments.GetSeparator(index);
            var next = arguments[index + 1];
            var hasComment = comma.TrailingTrivia.Concat(next.GetLeadingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            return TextSpan.FromBounds(argument.SpanStart, hasComment ? comma.Span.End : next.SpanStart);
        }

        return index == 0 ? argument.Span : TextSpan.FromBounds(arguments.GetSeparator(index - 1).SpanStart, argument.Span.End);
    }
}
