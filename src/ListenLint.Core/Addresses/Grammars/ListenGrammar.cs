namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// How one family of APIs reads its address text. A fault is claimed only where no value of the holes would cure it, and an
/// address that stops the server from starting is <see cref="HostKind.Invalid"/>, whatever its host says.
/// </summary>
internal abstract class ListenGrammar
{
    /// <summary>The host that lets everybody in; null where the host is not part of the text.</summary>
    public virtual string? OpenHost => "0.0.0.0";

    public static ListenGrammar Of(AddressGrammar grammar) => grammar switch
    {
        AddressGrammar.IPAddress => new IPAddressGrammar(),
        AddressGrammar.IPEndPoint => new IPEndPointGrammar(),
        AddressGrammar.KestrelUrl => new KestrelUrlGrammar(isList: true),
        AddressGrammar.KestrelSingleUrl => new KestrelUrlGrammar(isList: false),
        AddressGrammar.HttpPorts => new HttpPortsGrammar(),
        AddressGrammar.HttpListenerPrefix => new HttpListenerPrefixGrammar(),
        AddressGrammar.HttpSysPrefix => new HttpSysPrefixGrammar(),
        AddressGrammar.NetMqEndpoint => new NetMqEndpointGrammar(),
        AddressGrammar.GrpcCoreHost => new GrpcCoreHostGrammar(),
        AddressGrammar.IPUrl => new UriGrammar(mustBeIPLiteral: true),
        AddressGrammar.Url => new UriGrammar(mustBeIPLiteral: false),
        _ => new HostGrammar(),
    };

    public virtual IEnumerable<TextPart> Split(TextPart text) => [text];

    /// <summary>One address; null for text that names none.</summary>
    public abstract ListenAddress? Read(TextPart entry);

    /// <summary>What the API makes of a host that is given apart from the port.</summary>
    public abstract HostReading ReadHost(string host);

    public virtual ListenFault JudgePort(HostKind host, int port) =>
        port is >= 0 and <= 65535 ? ListenFault.None : ListenFault.PortOutOfRange;

    /// <summary>The text that was meant by a faulty address, one fault at a time; null where it is not obvious.</summary>
    public virtual string? Correct(ListenAddress address) => null;

    protected static ListenAddress Unknown(TextPart entry) =>
        new(entry.ToString(), null, null, HostKind.Unknown, null, ListenFault.None, entry.Range, null, null);

    /// <summary>An address that stops the server if there is a fault.</summary>
    protected static ListenAddress Address(
        TextPart entry, string? scheme, Authority authority, HostReading host, int? defaultPort, ListenFault fault = ListenFault.None)
    {
        var first = fault != ListenFault.None ? fault : host.Fault;
        return new ListenAddress(
            entry.ToString(),
            scheme,
            authority.Host?.ToString(),
            first == ListenFault.None ? host.Kind : HostKind.Invalid,
            authority.Port.OrDefault(defaultPort),
            first,
            entry.Range,
            authority.Host?.Range,
            authority.Port.Digits);
    }

    protected HostReading ReadHost(Authority authority) =>
        authority.Host is { } host ? ReadHost(host.ToString()) : HostKind.Unknown;
}
