namespace ListenLint.Core.Addresses.Grammars;

/// <summary>The beginning of a URL that a server of http and https alone is given.</summary>
/// <param name="Scheme">In lower case; null when it is absent or not known.</param>
/// <param name="Rest">What follows <c>://</c>; null when there is none.</param>
internal readonly record struct HttpScheme(string? Scheme, ListenFault Fault, TextPart? Rest)
{
    private const string Delimiter = "://";

    public int? DefaultPort => Scheme switch
    {
        "http" => 80,
        "https" => 443,
        _ => null,
    };

    public static HttpScheme Read(TextPart entry)
    {
        var head = entry.BeforeHole();
        var delimiter = entry.IndexOf(Delimiter);
        if (delimiter < 0)
        {
            return new HttpScheme(null, entry.HasHole && CanBegin(head) ? ListenFault.None : ListenFault.MissingScheme, null);
        }

        var scheme = entry[..delimiter];
        var isServed = scheme.HasHole ? CanBegin(head) : IsHttp(scheme.ToString());
        var fault = isServed ? ListenFault.None : Refused(entry);
        return new HttpScheme(
            scheme.HasHole || scheme.Length == 0 ? null : scheme.ToString().ToLowerInvariant(),
            fault,
            entry[(delimiter + Delimiter.Length)..]);
    }

    /// <summary>The text with its scheme put right; null where it is not obvious which one was meant.</summary>
    public static string? Correct(string text, ListenFault fault)
    {
        var delimiter = text.IndexOf(Delimiter, StringComparison.Ordinal);
        return fault switch
        {
            ListenFault.LeadingBlank => text.TrimStart(),
            ListenFault.MissingScheme => NamesHostAndPort(text.Trim()) ? "http" + Delimiter + text.Trim() : null,
            ListenFault.UnsupportedScheme => text.Substring(0, delimiter).ToLowerInvariant() switch
            {
                "ws" or "" => "http" + text.Substring(delimiter),
                "wss" => "https" + text.Substring(delimiter),
                _ => null,
            },
            _ => null,
        };
    }

    private static ListenFault Refused(TextPart entry) =>
        entry.Length > 0 && char.IsWhiteSpace(entry[0]) ? ListenFault.LeadingBlank : ListenFault.UnsupportedScheme;

    private static bool IsHttp(string scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a hole behind this text can still make an http URL of it.</summary>
    private static bool CanBegin(TextPart head) =>
        ("http" + Delimiter).StartsWith(head.ToString(), StringComparison.OrdinalIgnoreCase)
        || ("https" + Delimiter).StartsWith(head.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool NamesHostAndPort(string text)
    {
        var slash = text.IndexOf('/');
        var authority = slash < 0 ? text : text.Substring(0, slash);
        return authority.IndexOf(':') > 0
            && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && authority.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '*' or '+' or '[' or ']' or ':' or ListenAddress.Hole);
    }
}
