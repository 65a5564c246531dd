using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// Reads from the code around a listener whether loopback is meant: the redirect of a sign-in (RFC 8252 asks for
/// loopback there), a page that the program opens in the user's own browser, a channel to a child process.
/// </summary>
internal sealed class LoopbackIntent
{
    private static readonly Regex RedirectName = new("redirect|callback|oauth|oidc|signin|sign-in|authoriz", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex RedirectOwner = new("OAuth|Oidc|Redirect|Browser|SignIn", RegexOptions.CultureInvariant);
    private static readonly Regex AddressWord = new("url|uri|http|address|port|prefix|endpoint|authoriz", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Words of a name that speak of one machine; a whole camel-case word each.</summary>
    private static readonly Regex LocalPurpose = new(
        "(?:^|[a-z0-9_.])(?:Ipc|IPC|Repl|REPL|Debug|Debugger|Emulator|Simulator|Proxy|Loopback|Local|Localhost|Mock|Fake|Stub|Test|Tests|Tester|Testing|Benchmark|Benchmarks)(?=[A-Z0-9_.]|s?$)",
        RegexOptions.CultureInvariant);

    private readonly Dictionary<SyntaxNode, TypeCues> _cues = [];

    public (Intent Intent, string? Reason) Of(SyntaxNode call, IEnumerable<SyntaxNode> valueNodes)
    {
        SyntaxNode? type = call.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var scope = type ?? call.SyntaxTree.GetRoot();
        if (!_cues.TryGetValue(scope, out var cues))
        {
            _cues.Add(scope, cues = TypeCues.Of(scope));
        }

        if (cues.OpensAddress)
        {
            return (Intent.Certain, "the same type hands the address to a process or a browser that it starts");
        }

        if (cues.TakesOneRequest)
        {
            return (Intent.Certain, "the listener takes one request and stops, as the redirect of a sign-in does");
        }

        if (valueNodes.Any(node => RedirectName.IsMatch(node.ToString()) || RedirectName.IsMatch(TargetName(node))))
        {
            return (Intent.Certain, "the address is the redirect of a sign-in");
        }

        if (AsksWhetherAPortIsFree(call))
        {
            return (Intent.Certain, "it only asks whether the port is free");
        }

        if (DialsItself(call))
        {
            return (Intent.Probable, "the same method connects to it");
        }

        var owners = call.Ancestors().Select(NameOf).Where(name => name.Length > 0).ToList();
        if (owners.Any(RedirectOwner.IsMatch))
        {
            return (Intent.Certain, "it serves the redirect of a sign-in");
        }

        return owners.Any(LocalPurpose.IsMatch)
            ? (Intent.Probable, "its name speaks of a local purpose")
            : (Intent.None, null);
    }

    /// <summary>A method that answers yes or no and accepts nobody.</summary>
    private static bool AsksWhetherAPortIsFree(SyntaxNode call)
    {
        foreach (var ancestor in call.Ancestors())
        {
            var type = ancestor switch
            {
                MethodDeclarationSyntax method => method.ReturnType,
                LocalFunctionStatementSyntax function => function.ReturnType,
                _ => null,
            };
            if (type is not null)
            {
                return type.ToString() is "bool" or "Boolean" or "Task<bool>" or "ValueTask<bool>"
                    && !ancestor.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText.IndexOf("Accept", StringComparison.Ordinal) >= 0);
            }
        }

        return false;
    }

    private static bool DialsItself(SyntaxNode call)
    {
        var member = call.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);
        return member is not null && member.DescendantNodes().Any(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Connect" or "ConnectAsync" or "BeginConnect" } } dial =>
                NamesLoopback(dial.ArgumentList),
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "TcpClient" }, ArgumentList: { } arguments } => NamesLoopback(arguments),
            _ => false,
        });
    }

    private static bool NamesLoopback(ArgumentListSyntax arguments)
    {
        var text = arguments.ToString();
        return text.Contains("Loopback") || text.Contains("localhost") || text.Contains("127.0.0.1") || text.Contains("LocalEndpoint");
    }

    /// <summary>The variable or property that the value is written to.</summary>
    private static string TargetName(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left.ToString();
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case StatementSyntax or MemberDeclarationSyntax:
                    return "";
            }
        }

        return "";
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => "",
    };

    private sealed record TypeCues(bool OpensAddress, bool TakesOneRequest)
    {
        public static TypeCues Of(SyntaxNode scope)
        {
            var opens = false;
            var requests = 0;
            var inLoop = false;
            var stops = false;
            foreach (var name in scope.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                switch (name.Identifier.ValueText)
                {
                    case "Start" when name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax start } access && IsProcess(access.Expression):
                        opens |= AddressWord.IsMatch(start.ArgumentList.ToString());
                        break;
                    case "ProcessStartInfo" when name.Parent is ObjectCreationExpressionSyntax info:
                        opens |= AddressWord.IsMatch((info.ArgumentList?.ToString() ?? "") + info.Initializer);
                        break;
                    case "OpenBrowser" or "LaunchUriAsync" or "WebAuthenticator" or "OpenUrl":
                        opens = true;
                        break;
                    case "GetContext" or "GetContextAsync" or "BeginGetContext":
                        requests++;
                        inLoop |= name.Ancestors().TakeWhile(node => node != scope).Any(node => node is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax);
                        break;
                    case "Stop" or "Close" or "Abort" or "Dispose":
                        stops = true;
                        break;
                }
            }

            stops |= scope.DescendantNodes().Any(node => node is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } or UsingStatementSyntax);
            return new TypeCues(opens, requests == 1 && !inLoop && stops && !IsServing(scope));
        }

        private static bool IsProcess(ExpressionSyntax type) =>
            type is IdentifierNameSyntax { Identifier.ValueText: "Process" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Process" };

        /// <summary>A callback that asks for the next request, and a method that is called in a loop, serve many.</summary>
        private static bool IsServing(SyntaxNode scope) =>
            scope.DescendantNodes().Any(node => node is WhileStatementSyntax or ForStatementSyntax { Condition: null })
            || scope.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText is "BeginGetContext");
    }
}
