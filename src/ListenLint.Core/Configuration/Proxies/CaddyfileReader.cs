using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Reads <c>reverse_proxy</c> with its <c>to</c> lines, and <c>proxy</c> of Caddy 1.</summary>
internal sealed class CaddyfileReader
{
    private readonly List<ProxyTarget> targets = [];
    private readonly Stack<bool> isProxyBlock = new();

    public static IReadOnlyList<ProxyTarget> Read(string text)
    {
        var reader = new CaddyfileReader();
        foreach (var words in DirectiveLines.Read(text, "\"`", hasContinuations: true))
            reader.ReadLine(words);

        return reader.targets;
    }

    private void ReadLine(IReadOnlyList<PlacedText> words)
    {
        string directive = words[0].Text;
        bool isProxy = directive is "reverse_proxy" or "proxy";
        if (isProxy || (directive == "to" && isProxyBlock.Count > 0 && isProxyBlock.Peek()))
        {
            int first = isProxy && words.Count > 1 && IsMatcher(words[1].Text) ? 2 : 1;
            for (int i = first; i < words.Count; i++)
                Add(words[i]);
        }

        if (words[words.Count - 1].Text == "{")
            isProxyBlock.Push(isProxy);
        else if (directive == "}" && isProxyBlock.Count > 0)
            isProxyBlock.Pop();
    }

    private static bool IsMatcher(string word) => word == "*" || (word.Length > 0 && word[0] is '/' or '@');

    private void Add(PlacedText upstream)
    {
        int scheme = upstream.Text.IndexOf("://", StringComparison.Ordinal);
        int start = scheme < 0 ? 0 : scheme + 3;
        if (start < upstream.Text.Length && upstream.Text[start] == ':')
        {
            // Caddy dials this machine where no host is written.
            int? port = ProxyAddress.PortOf(upstream.Text.Substring(start + 1));
            targets.Add(new("localhost", port, upstream.Map(new(start, upstream.Text.Length - start))));
        }
        else if (ProxyAddress.Read(upstream) is { } target)
        {
            targets.Add(target);
        }
    }
}
