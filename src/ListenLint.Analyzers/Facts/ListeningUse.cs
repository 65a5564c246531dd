using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>Sockets are bound by clients too: only one that listens, or receives datagrams from anybody, is a listener.</summary>
internal static class ListeningUse
{
    public static bool Is(ApiRow row, ApiUse use) => use.Symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: "Bind", ContainingType.Name: "Socket" } => IsListeningSocket(row, NamesAround(use)),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "UdpClient" } => !OnlySends(NamesAround(use)),
        _ => true,
    };

    private static bool OnlySends(HashSet<string> names) =>
        names.Any(name => name.StartsWith("Send", StringComparison.Ordinal)) && !names.Any(name => name.Contains("Receive"));

    private static bool IsListeningSocket(ApiRow row, HashSet<string> names) =>
        names.Any(name =>
            row.Starts.Contains(name)
            || row.NeedsStart.Contains(name)
            || name.Contains("ReceiveFrom")
            || name.Contains("ReceiveMessageFrom"))
        || (names.Contains("Dgram") && names.Contains("Receive") && !names.Any(name => name.StartsWith("Connect", StringComparison.Ordinal)));

    private static HashSet<string> NamesAround(ApiUse use)
    {
        SyntaxNode scope = use.Operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.Operation.Syntax.SyntaxTree.GetRoot();
        return new HashSet<string>(scope.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText));
    }
}
