using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Reads <c>ProxyPass</c>, <c>ProxyPassMatch</c>, <c>BalancerMember</c> and <c>RewriteRule … [P]</c>.</summary>
internal static class ApacheReader
{
    private static readonly string[] Schemes = ["http://", "https://", "ws://", "wss://", "h2://", "h2c://"];

    public static IReadOnlyList<ProxyTarget> Read(string text)
    {
        var targets = new List<ProxyTarget>();
        foreach (var words in DirectiveLines.Read(text, "\"'", hasContinuations: true))
        {
            if (AddressOf(words) is { } address && ProxyAddress.Read(address) is { } target)
                targets.Add(target);
        }

        return targets;
    }

    private static PlacedText? AddressOf(IReadOnlyList<PlacedText> words)
    {
        // The path comes before the address, or is that of the <Location> around.
        if (Is(words[0], "ProxyPass") || Is(words[0], "ProxyPassMatch") || Is(words[0], "BalancerMember"))
            return AddressAt(words, 1) ?? AddressAt(words, 2);

        return Is(words[0], "RewriteRule") && words.Count > 3 && IsProxied(words[3].Text) ? AddressAt(words, 2) : null;
    }

    private static PlacedText? AddressAt(IReadOnlyList<PlacedText> words, int index) =>
        index < words.Count && Array.Exists(Schemes, scheme => words[index].Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            ? words[index]
            : null;

    private static bool IsProxied(string flags) =>
        flags.Trim('[', ']').Split(',').Any(flag => flag.Trim() is "P" or "proxy");

    private static bool Is(PlacedText word, string directive) => string.Equals(word.Text, directive, StringComparison.OrdinalIgnoreCase);
}
