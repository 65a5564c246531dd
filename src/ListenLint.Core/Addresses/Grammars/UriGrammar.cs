namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// A URL that a server takes apart with <c>System.Uri</c> or as it likes: user, path and query are read over, blanks around it
/// too. Where the host must be an IP literal (Fleck) another one is a fault; where names are taken nothing is.
/// </summary>
internal sealed class UriGrammar(bool mustBeIPLiteral) : ListenGrammar
{
    private const string Delimiter = "://";

    private static readonly HostGrammar s_hosts = new();

    public override ListenAddress? Read(TextPart entry)
    {
        var text = entry.Trim();
        var delimiter = text.IndexOf(Delimiter);
        if (delimiter < 0)
        {
            return mustBeIPLiteral && !entry.HasHole ? ReadWithoutScheme(entry, text) : Unknown(entry);
        }

        var scheme = text[..delimiter];
        var authority = Cut(AuthorityOf(text[(delimiter + Delimiter.Length)..]));
        var name = scheme.HasHole ? null : scheme.ToString().ToLowerInvariant();
        var host = ReadHost(authority);
        return Address(entry, name, authority, host, DefaultPortOf(name), JudgePort(host, authority.Port));
    }

    public override HostReading ReadHost(string host)
    {
        if (!mustBeIPLiteral)
        {
            return s_hosts.ReadHost(host);
        }

        if (!IPLiteral.TryRead(host, out var literal))
        {
            return host.Length == 0 ? ListenFault.MissingHost : ListenFault.NameNotAllowed;
        }

        return literal.IsIPv6 && host[0] != '[' ? ListenFault.IPv6FormNotAllowed : literal.Kind;
    }

    public override string? Correct(ListenAddress address)
    {
        if (address.Fault == ListenFault.MissingScheme)
        {
            return address is { Host.Length: > 0, Port: not null } ? "ws" + Delimiter + address.Text.Trim() : null;
        }

        var replacement = address.Fault switch
        {
            ListenFault.NameNotAllowed => IPAddressGrammar.LiteralFor(address.Host!),
            ListenFault.IPv6FormNotAllowed => "[" + address.Host + "]",
            _ => null,
        };
        return replacement is not null && address.HostRange is { } range
            ? TextEdit.Replace(address.Text, range.Shift(-address.Range.Start), replacement)
            : null;
    }

    private ListenAddress ReadWithoutScheme(TextPart entry, TextPart text)
    {
        var authority = Cut(AuthorityOf(text));
        return Address(entry, null, authority, ReadHost(authority), null, ListenFault.MissingScheme);
    }

    private static TextPart AuthorityOf(TextPart rest)
    {
        var end = 0;
        while (end < rest.Length && rest[end] is not '/' and not '\\' and not '?' and not '#')
        {
            end++;
        }

        var authority = rest[..end];
        var user = authority.LastIndexOf('@');
        return authority[(user + 1)..];
    }

    /// <summary>With nothing behind the colon the port is the scheme's own.</summary>
    private static Authority Cut(TextPart text)
    {
        var authority = Authority.CutAtLastColon(text);
        if (authority.Port.Form is not PortForm.NoNumber || text[text.Length - 1] == ']')
        {
            return authority;
        }

        var colon = text.LastIndexOf(':');
        return new Authority(text[..colon], colon == text.Length - 1 ? PortText.Absent : authority.Port);
    }

    private ListenFault JudgePort(HostReading host, PortText port) =>
        mustBeIPLiteral && host.Fault == ListenFault.None && port.Form is (PortForm.OutOfRange or PortForm.NoNumber)
            ? ListenFault.PortOutOfRange
            : host.Fault;

    private static int? DefaultPortOf(string? scheme) => scheme switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        _ => null,
    };
}
