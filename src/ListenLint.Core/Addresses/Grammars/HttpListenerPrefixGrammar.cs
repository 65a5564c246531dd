namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// A prefix of <c>System.Net.HttpListener</c>. Scheme, host and closing slash are judged by <c>Prefixes.Add</c> on every platform.
/// The faults of 0.0.0.0, of IPv6 literals and of port 0 are those of <c>Start</c> in the managed listener (Linux, macOS);
/// HTTP.sys on Windows starts with such hosts: it takes 0.0.0.0 and [::] for the name that a request must ask for.
/// The wildcards are every IPv4 address in the managed listener and every address in HTTP.sys.
/// </summary>
internal sealed class HttpListenerPrefixGrammar : ListenGrammar
{
    public override string OpenHost => "+";

    public override ListenAddress? Read(TextPart entry)
    {
        var scheme = HttpScheme.Read(entry);
        if ((scheme.Rest ?? WithoutScheme(entry, scheme)) is not { } rest)
        {
            return Unknown(entry);
        }

        var slash = rest.IndexOf('/');
        var authority = Cut(slash < 0 ? rest : rest[..slash]);
        var host = ReadHost(authority);
        var fault = First(
            scheme.Fault,
            host.Fault == ListenFault.MissingHost ? host.Fault : ListenFault.None,
            JudgeEnd(entry, slash < 0 ? null : rest[slash..]),
            host.Fault,
            JudgePort(host.Kind, authority.Port));

        // The managed listener looks for "https" in lower case, and else takes port 80.
        var defaultPort = entry.StartsWith("http") ? scheme.DefaultPort : null;
        return Address(entry, scheme.Scheme, authority, host, defaultPort, fault);
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

        return IPLiteral.TryRead(host, out var literal) ? ReadLiteral(literal) : HostName.Read(host);
    }

    public override ListenFault JudgePort(HostKind host, int port) => port == 0 ? ListenFault.DynamicPort : base.JudgePort(host, port);

    public override string? Correct(ListenAddress address) => address.Fault switch
    {
        ListenFault.MissingTrailingSlash => address.Text.TrimEnd().TrimEnd('/') + "/",
        ListenFault.AnyAddressNotAllowed when address.HostRange is { } range =>
            TextEdit.Replace(address.Text, range.Shift(-address.Range.Start), OpenHost),
        _ => HttpScheme.Correct(address.Text, address.Fault),
    };

    private static HostReading ReadLiteral(IPLiteral literal) => literal.Kind switch
    {
        HostKind.AnyIPv4 or HostKind.AnyIPv6 => ListenFault.AnyAddressNotAllowed,
        _ when literal.IsIPv6 => ListenFault.IPv6FormNotAllowed,
        _ => literal.Kind,
    };

    private static TextPart? WithoutScheme(TextPart entry, HttpScheme scheme) =>
        scheme.Fault == ListenFault.None ? null : entry.TrimStart();

    /// <summary>The host ends at the first colon behind the brackets; an IPv6 literal without brackets is known for what it is.</summary>
    private static Authority Cut(TextPart text)
    {
        var close = text.IndexOf(']');
        var atLast = Authority.CutAtLastColon(text);
        if (close < 0 && atLast.Host is { } bare && IPLiteral.TryRead(bare.ToString(), out var literal) && literal.IsIPv6)
        {
            return atLast;
        }

        var colon = text[(close + 1)..].IndexOf(':');
        if (colon < 0)
        {
            return text.HasHole ? new Authority(null, PortText.Unknown) : new Authority(text, PortText.Absent);
        }

        var host = text[..(close + 1 + colon)];
        return new Authority(host.HasHole ? null : host, PortText.Read(text[(close + 2 + colon)..]));
    }

    private static ListenFault JudgeEnd(TextPart entry, TextPart? path)
    {
        if (entry.Length > 0 && entry[entry.Length - 1] is not '/' and not ListenAddress.Hole)
        {
            return ListenFault.MissingTrailingSlash;
        }

        var known = path?.BeforeHole() ?? default;
        return path is not null && (known.IndexOf(";http") >= 0 || known.IndexOf(",http") >= 0) && known.IndexOf("://") > 0
            ? ListenFault.NotOneUrl
            : ListenFault.None;
    }

    private ListenFault JudgePort(HostKind host, PortText port) => port switch
    {
        { Form: PortForm.OutOfRange or PortForm.NoNumber } => ListenFault.PortOutOfRange,
        { Number: { } number } => JudgePort(host, number),
        _ => ListenFault.None,
    };

    private static ListenFault First(params ListenFault[] faults) => faults.FirstOrDefault(fault => fault != ListenFault.None);
}
