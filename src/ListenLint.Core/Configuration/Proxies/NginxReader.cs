using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Reads <c>proxy_pass</c>, <c>grpc_pass</c>, the servers of an <c>upstream</c> and addresses kept in a variable.</summary>
internal sealed class NginxReader
{
    private readonly string text;
    private readonly List<ProxyTarget> targets = [];
    private readonly List<PlacedText> words = [];
    private readonly Stack<bool> isUpstream = new();

    private NginxReader(string text) => this.text = text;

    public static IReadOnlyList<ProxyTarget> Read(string text)
    {
        var reader = new NginxReader(text);
        reader.ReadDirectives();
        return reader.targets;
    }

    private void ReadDirectives()
    {
        for (int i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case ';':
                    EndDirective();
                    i++;
                    break;
                case '{':
                    isUpstream.Push(words.Count > 0 && words[0].Text == "upstream");
                    words.Clear();
                    i++;
                    break;
                case '}':
                    if (isUpstream.Count > 0)
                        isUpstream.Pop();
                    words.Clear();
                    i++;
                    break;
                case '#':
                    int end = text.IndexOf('\n', i);
                    i = end < 0 ? text.Length : end;
                    break;
                default:
                    i = char.IsWhiteSpace(text[i]) || text[i] == '\uFEFF' ? i + 1 : ReadWord(i);
                    break;
            }
        }
    }

    private int ReadWord(int start)
    {
        if (text[start] is '"' or '\'')
        {
            int close = text.IndexOf(text[start], start + 1);
            close = close < 0 ? text.Length : close;
            words.Add(PlacedText.Verbatim(text, new(start + 1, close - start - 1)));
            return close + 1;
        }

        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or '{' or '}'))
            end = text[end] == '$' && end + 1 < text.Length && text[end + 1] == '{' ? EndOfVariable(end + 2) : end + 1;

        words.Add(PlacedText.Verbatim(text, new(start, end - start)));
        return end;
    }

    // The braces of ${PORT} open no block.
    private int EndOfVariable(int index)
    {
        index = VariableExpansion.EndOfName(text, index);
        return index < text.Length && text[index] == '}' ? index + 1 : index;
    }

    private void EndDirective()
    {
        var value = AddressOfDirective();
        words.Clear();
        if (value is not null && ProxyAddress.Read(value) is { } target)
            targets.Add(target);
    }

    private PlacedText? AddressOfDirective()
    {
        if (words.Count < 2)
            return null;

        return words[0].Text switch
        {
            "proxy_pass" or "grpc_pass" => words[1],
            "server" when isUpstream.Count > 0 && isUpstream.Peek() => words[1],
            "set" when words.Count == 3 && words[2].Text.StartsWith("http", StringComparison.Ordinal) && words[2].Text.Contains("://") => words[2],
            _ => null,
        };
    }
}
