namespace ListenLint.Core.Addresses;

/// <summary>How a listen API reads the text that names its address. The names are the values of <c>grammar=</c> in an API row.</summary>
public enum AddressGrammar
{
    /// <summary>A host alone, no scheme and no port: an IP literal, a wildcard or a name that is resolved.</summary>
    Host,

    /// <summary>An IP literal alone; any other text throws.</summary>
    IPAddress,

    /// <summary><c>address:port</c> as <c>IPEndPoint.Parse</c> reads it.</summary>
    IPEndPoint,

    /// <summary>Kestrel's URL list: <c>;</c> between URLs, any name but localhost means every address.</summary>
    KestrelUrl,

    /// <summary>One Kestrel URL, as <c>WebApplication.Run</c> and <c>Kestrel:Endpoints:*:Url</c> take it.</summary>
    KestrelSingleUrl,

    /// <summary>A <c>;</c> list of port numbers on every address: <c>http_ports</c>.</summary>
    HttpPorts,

    /// <summary>A prefix of <c>System.Net.HttpListener</c>, with its closing slash.</summary>
    HttpListenerPrefix,

    /// <summary>A URL prefix of HTTP.sys under ASP.NET Core, which adds the closing slash itself.</summary>
    HttpSysPrefix,

    /// <summary><c>tcp://host:port</c> as NetMQ binds it.</summary>
    NetMqEndpoint,

    /// <summary>A host as gRPC's C core binds it: names resolve, 0.0.0.0 is dual stack, a bare IPv6 literal fails.</summary>
    GrpcCoreHost,

    /// <summary>A URL whose host must be an IP literal (Fleck).</summary>
    IPUrl,

    /// <summary>A URL whose host is resolved as by <see cref="Host"/>; the scheme is not checked.</summary>
    Url,
}
