using ListenLint.Analyzers;
using ListenLint.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Listening;

/// <summary>LL1009: fewer may connect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListenerOpenToAllFix))]
public sealed class ListenerOpenToAllFix() : MendingFix(RuleIds.ListenerOpenToAll)
{
    internal const string CloseKey = "close:" + RuleIds.ListenerOpenToAll;
    internal const string CloseTitle = "Listen on loopback only";

    private protected override async Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found) =>
        await CloseAsync(found).ConfigureAwait(false) is { } edits ? [new Mending(CloseTitle, CloseKey, edits, Outcome.Closed)] : [];

    private static async Task<SolutionEdits?> CloseAsync(FoundListener found)
    {
        if (found.Call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } })
        {
            // Localhost is two sockets, for which there is no one free port.
            var hasFreePort = found.Site.Addresses.Any(address => address.Address.Port is 0 or null);
            switch (member)
            {
                case "ListenAnyIP":
                    return hasFreePort ? null : new CallRewriter(found).ToMember("ListenLocalhost");
                case "AnyIPEndpoint":
                    return hasFreePort ? null : new CallRewriter(found).ToMember("LocalhostEndpoint");
                case "Create" when found.Site.Row.Id.Contains("TcpListener"):
                    return new CallRewriter(found).ToLoopbackListener();
            }
        }

        return await new AddressRewriter(found, new ClosedAddress(found.Site.Row)).EditsAsync().ConfigureAwait(false);
    }
}
