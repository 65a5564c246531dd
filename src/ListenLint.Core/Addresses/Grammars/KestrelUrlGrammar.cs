namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// Kestrel's reading: up to <c>://</c> the scheme, up to the next <c>/</c> the host, after the last colon the port if a number
/// stands there. A host that is neither localhost nor an IP literal means every address. A name below localhost is loopback
/// since .NET 10 and every address before, so it is <see cref="HostKind.Unknown"/>.
/// </summary>
internal sealed class KestrelUrlGrammar(bool isList) : ListenGrammar
{
    public override string OpenHost => "*";

    public override IEnumerable<TextPart> Split(TextPart text) =>
        isList ? text.SplitAt(';').Where(entry => entry.Length > 0) : [text];

    public override ListenAddress? Read(TextPart entry)
    {
        var scheme = HttpScheme.Read(entry);
        if (scheme.Rest is not { } rest)
        {
            return scheme.Fault == ListenFault.None ? Unknown(entry) : ReadWithoutScheme(entry);
        }

        if (IsSocketPath(rest, out var isPathKnown))
        {
            return Unknown(entry) with
            {
                Scheme = scheme.Scheme,
                Kind = scheme.Fault != ListenFault.None ? HostKind.Invalid : isPathKnown ? HostKind.NotNetwork : HostKind.Unknown,
                Fault = scheme.Fault,
            };
        }

        var slash = rest.IndexOf('/');
        var authorityText = slash < 0 ? rest : rest[..slash];
        var authority = Authority.CutAtLastColon(authorityText);
        var fault = scheme.Fault;
        if (fault == ListenFault.None && slash >= 0 && authority.Host is not null)
        {
            fault = JudgePath(rest.BeforeHole(), slash);
        }

        var host = ReadHost(authority);
        if (fault == ListenFault.None && host.Fault == ListenFault.None)
        {
            fault = JudgePort(host.Kind, authority.Port);
        }

        var address = Address(entry, scheme.Scheme, authority, host, scheme.DefaultPort, fault);
        return address.Fault == ListenFault.None ? ReadAsWritten(address, authorityText, authority, host, scheme) : address;
    }

    public override HostReading ReadHost(string host)
    {
        if (host.Length == 0)
        {
            return ListenFault.MissingHost;
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return HostKind.LoopbackName;
        }

        if (host.Length > ".localhost".Length && host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return HostKind.Unknown;
        }

        if (!IPLiteral.TryRead(host, out var literal))
        {
            return HostKind.AnyBoth;
        }

        if (literal.MappedIPv4 is not null)
        {
            return ListenFault.UnbindableAddress;
        }

        return literal.Kind == HostKind.AnyIPv6 ? HostKind.AnyBoth : literal.Kind;
    }

    public override ListenFault JudgePort(HostKind host, int port) =>
        host == HostKind.LoopbackName && port == 0 ? ListenFault.DynamicPortOnLocalhost : base.JudgePort(host, port);

    public override string? Correct(ListenAddress address)
    {
        var text = address.Text;
        return address.Fault switch
        {
            ListenFault.PathNotAllowed => text.Substring(0, text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3)),
            ListenFault.DynamicPortOnLocalhost => HostReplaced(address, "127.0.0.1"),
            ListenFault.UnbindableAddress when IPLiteral.TryRead(address.Host!, out var literal) => HostReplaced(address, literal.MappedIPv4!),
            ListenFault.NotOneUrl => isList ? Divide(text) : null,
            _ => HttpScheme.Correct(text, address.Fault),
        };
    }

    private static string HostReplaced(ListenAddress address, string host) =>
        address.HostRange is { } range ? TextEdit.Replace(address.Text, range.Shift(-address.Range.Start), host) : address.Text;

    /// <summary>A list divided by commas, as Kestrel divides one.</summary>
    private static string? Divide(string text)
    {
        var urls = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(url => url.Trim()).ToArray();
        return urls.Length > 1 ? string.Join(";", urls) : null;
    }

    private ListenAddress ReadWithoutScheme(TextPart entry)
    {
        var written = entry.TrimStart();
        var slash = written.IndexOf('/');
        var authority = Authority.CutAtLastColon(slash < 0 ? written : written[..slash]);
        return Address(entry, null, authority, ReadHost(authority), null, ListenFault.MissingScheme);
    }

    private static bool IsSocketPath(TextPart rest, out bool isKnown)
    {
        isKnown = rest.StartsWith("unix:/") || rest.StartsWith("pipe:/");
        return isKnown || rest.StartsWith("unix:" + ListenAddress.Hole) || rest.StartsWith("pipe:" + ListenAddress.Hole);
    }

    /// <summary>Kestrel forgives one slash at the end of the text.</summary>
    private static ListenFault JudgePath(TextPart rest, int slash)
    {
        if (rest.Length - slash < 2)
        {
            return ListenFault.None;
        }

        var next = rest.IndexOf("://");
        return next >= 0 && IsDivided(rest[..next]) ? ListenFault.NotOneUrl : ListenFault.PathNotAllowed;
    }

    private static bool IsDivided(TextPart text) => text.IndexOf(',') >= 0 || text.IndexOf(';') >= 0;

    private ListenFault JudgePort(HostKind host, PortText port) => port switch
    {
        { Form: PortForm.OutOfRange } => ListenFault.PortOutOfRange,
        { Number: { } number } => JudgePort(host, number),
        _ => ListenFault.None,
    };

    /// <summary>Kestrel takes what is no port for a part of the host and starts, but listens elsewhere than the text says.</summary>
    private static ListenAddress ReadAsWritten(
        ListenAddress address, TextPart authorityText, Authority authority, HostReading host, HttpScheme scheme)
    {
        if (authority.Port.Form == PortForm.NoNumber)
        {
            address = address with { Fault = ListenFault.PortOutOfRange, Kind = host.Kind, Port = scheme.DefaultPort };
        }

        return IsDivided(authorityText) && authority.Host is not null ? address with { Fault = ListenFault.NotOneUrl } : address;
    }
}
