using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Properties of System.Uri, read off its text. A text that Uri refuses yields nothing known.</summary>
internal static class UriMembers
{
    public static Value? Of(string property, Value uri)
    {
        switch (property)
        {
            case "OriginalString":
                return uri;
            case "AbsoluteUri":
                return Canonical(uri);
            case "Port":
                return uri.Map(atom => atom is TextAtom text && UriText.Parse(text.Text)?.PortNumber is { } port
                    ? Value.Of(new NumberAtom(port, text.Origin))
                    : Value.NotKnown(Reasons.OtherExpression));
            case "Host" or "DnsSafeHost" or "IdnHost" or "Scheme" or "Authority" or "AbsolutePath" or "LocalPath" or "PathAndQuery":
                return TextFolding.MapTexts(uri, text => UriText.Parse(text) is { } parts ? Part(property, parts) : null);
            default:
                return null;
        }
    }

    public static Value Canonical(Value uri) =>
        TextFolding.MapTexts(uri, text => UriText.Parse(text)?.Canonical ?? text);

    private static string Part(string property, UriText uri) => property switch
    {
        "Host" => uri.Host,
        "DnsSafeHost" or "IdnHost" => uri.Host.Trim('[', ']'),
        "Scheme" => uri.Scheme,
        "Authority" => uri.Authority,
        _ => uri.Rest.Length == 0 ? "/"
            : property == "PathAndQuery" || uri.Rest.IndexOf(ListenAddress.Hole) >= 0 ? uri.Rest
            : uri.Rest.Split('?', '#')[0],
    };
}
