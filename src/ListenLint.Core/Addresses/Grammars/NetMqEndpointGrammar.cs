namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// <c>NetMQSocket.Bind</c> and the connection strings of the sockets' constructors, where <c>@</c> binds, <c>&gt;</c> connects
/// and a comma divides. The transport's name is case-sensitive; the wildcard and 0.0.0.0 are IPv4 alone, [::] is IPv6 alone.
/// </summary>
internal sealed class NetMqEndpointGrammar : ListenGrammar
{
    private const string Tcp = "tcp://";

    private static readonly string[] s_transports = [Tcp, "inproc://", "ipc://", "pgm://", "epgm://", "udp://"];

    public override string OpenHost => "*";

    public override IEnumerable<TextPart> Split(TextPart text) => text.SplitAt(',').Where(entry => entry.Length > 0);

    public override ListenAddress? Read(TextPart entry)
    {
        if (entry[0] == '>')
        {
            return null;
        }

        var endpoint = entry[0] == '@' ? entry[1..] : entry;
        if (!endpoint.StartsWith(Tcp))
        {
            return ReadOtherTransport(entry, endpoint);
        }

        var text = endpoint[Tcp.Length..];
        var authority = Cut(text);
        var host = ReadHost(authority);
        var fault = host.Fault == ListenFault.None ? JudgePort(authority.Port) : host.Fault;
        return Address(entry, "tcp", authority, host, null, fault);
    }

    public override HostReading ReadHost(string host)
    {
        if (host == "*")
        {
            return HostKind.AnyIPv4;
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return HostKind.LoopbackName;
        }

        if (!IPLiteral.TryRead(host, out var literal))
        {
            return HostName.Read(host);
        }

        return literal.MappedIPv4 is null ? literal.Kind : ListenFault.UnbindableAddress;
    }

    public override string? Correct(ListenAddress address) =>
        address is { Fault: ListenFault.MissingScheme, Port: not null, Host: { Length: > 0 } host } && ReadHost(host).Kind != HostKind.Unknown
            ? TextEdit.Replace(address.Text, new TextRange(address.Text[0] == '@' ? 1 : 0, 0), Tcp)
            : null;

    private ListenAddress ReadOtherTransport(TextPart entry, TextPart endpoint)
    {
        var head = endpoint.BeforeHole();
        var isOpen = endpoint.HasHole && s_transports.Any(transport => new TextPart(transport).StartsWith(head.ToString()));
        if (isOpen || endpoint.StartsWith("udp://"))
        {
            return Unknown(entry);
        }

        var delimiter = endpoint.IndexOf("://");
        if (delimiter < 0)
        {
            var authority = Cut(endpoint);
            return Address(entry, null, authority, ReadHost(authority), null, ListenFault.MissingScheme);
        }

        var scheme = endpoint[..delimiter];
        var isServed = s_transports.Any(endpoint.StartsWith);
        return Unknown(entry) with
        {
            Scheme = scheme.HasHole ? null : scheme.ToString().ToLowerInvariant(),
            Kind = isServed ? HostKind.NotNetwork : HostKind.Invalid,
            Fault = isServed ? ListenFault.None : ListenFault.UnsupportedScheme,
        };
    }

    /// <summary>A port <c>*</c> is a port that the system picks.</summary>
    private static Authority Cut(TextPart text)
    {
        var authority = Authority.CutAtLastColon(text);
        var isDynamic = authority.Port.Form is PortForm.NoNumber && text.Length > 1 && text[text.Length - 1] == '*' && text[text.Length - 2] == ':';
        return isDynamic ? new Authority(text[..^2], new PortText(PortForm.Number, 0, null)) : authority;
    }

    private static ListenFault JudgePort(PortText port) =>
        port.Form is PortForm.Number or PortForm.Unknown ? ListenFault.None : ListenFault.PortOutOfRange;
}
