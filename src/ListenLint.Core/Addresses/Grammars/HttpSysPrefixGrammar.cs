namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// <c>UrlPrefix.Create</c>, which adds the closing slash itself. HTTP.sys takes 0.0.0.0, [::] and short forms of IPv4 for names
/// that a request must ask for, so nothing is said of them.
/// </summary>
internal sealed class HttpSysPrefixGrammar : ListenGrammar
{
    public override string OpenHost => "+";

    public override ListenAddress? Read(TextPart entry)
    {
        var scheme = HttpScheme.Read(entry);
        if (scheme.Rest is not { } rest)
        {
            var authority = Authority.CutAtLastColon(entry.TrimStart());
            return scheme.Fault == ListenFault.None
                ? Unknown(entry)
                : Address(entry, null, authority, ReadHost(authority), null, scheme.Fault);
        }

        var slash = rest.IndexOf('/');
        var text = slash < 0 ? rest : rest[..slash];
        var cut = Authority.CutAtLastColon(text);
        var host = ReadHost(cut);
        var fault = scheme.Fault != ListenFault.None ? scheme.Fault : host.Fault;
        if (fault == ListenFault.None && IsPortRefused(text, cut.Port))
        {
            fault = ListenFault.PortOutOfRange;
        }

        return Address(entry, scheme.Scheme, cut, host, scheme.DefaultPort, fault);
    }

    public override HostReading ReadHost(string host)
    {
        if (host.Length == 0)
        {
            return ListenFault.MissingHost;
        }

        if (host is "*" or "+")
        {
            return HostKind.AnyBoth;
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return HostKind.LoopbackName;
        }

        if (!IPLiteral.TryRead(host, out var literal))
        {
            return HostName.Read(host);
        }

        var isPlain = literal.IsIPv6 ? host[0] == '[' && literal.MappedIPv4 is null : host.Count(c => c == '.') == 3;
        return isPlain && !literal.Kind.IsOpenToAll() ? literal.Kind : HostKind.Unknown;
    }

    public override string? Correct(ListenAddress address) => HttpScheme.Correct(address.Text, address.Fault);

    /// <summary>Any colon is taken for the one before the port: <c>http://[::1]/</c> throws.</summary>
    private static bool IsPortRefused(TextPart authority, PortText port) =>
        port.Form is PortForm.OutOfRange or PortForm.NoNumber
        || (port.Form is PortForm.Absent && authority.IndexOf(':') >= 0);
}
