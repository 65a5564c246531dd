namespace ListenLint.Core.Addresses;

/// <summary>Why a server with this address does not start, or listens elsewhere than it says.</summary>
public enum ListenFault
{
    None,

    /// <summary>No <c>://</c>: <c>localhost:5000</c>.</summary>
    MissingScheme,

    /// <summary>A scheme that this server does not serve: <c>ws://</c> given to Kestrel.</summary>
    UnsupportedScheme,

    /// <summary>A path, where the server takes none.</summary>
    PathNotAllowed,

    /// <summary>A blank before the URL, most often after a <c>;</c>.</summary>
    LeadingBlank,

    /// <summary>Two URLs where one is taken, or a list divided by commas.</summary>
    NotOneUrl,

    /// <summary><c>localhost</c> with port 0: there is no one dynamic port for two sockets.</summary>
    DynamicPortOnLocalhost,

    /// <summary>Port 0 where a fixed port is required.</summary>
    DynamicPort,

    /// <summary>An HttpListener prefix without its closing slash.</summary>
    MissingTrailingSlash,

    /// <summary>0.0.0.0 or [::] where the API wants <c>+</c> or <c>*</c>.</summary>
    AnyAddressNotAllowed,

    /// <summary>An IPv6 literal that the API cannot take in this form.</summary>
    IPv6FormNotAllowed,

    /// <summary>A name where only an IP literal is taken.</summary>
    NameNotAllowed,

    /// <summary>A port that is no number between 0 and 65535.</summary>
    PortOutOfRange,

    /// <summary>An address that cannot be bound: an IPv4-mapped loopback in a Kestrel URL.</summary>
    UnbindableAddress,

    /// <summary>No host where one is required: <c>http://:5000</c>.</summary>
    MissingHost,
}

/// <summary>
/// One address that a server is told to listen on, read by the grammar of the API that takes it. Parts that are not
/// known when the program is compiled are written <see cref="Hole"/> in the text and are null here.
/// </summary>
/// <param name="Text">This address alone, as written.</param>
/// <param name="Scheme">In lower case; null when there is none or it is not known.</param>
/// <param name="Host">As written, brackets included; null when it is not known.</param>
/// <param name="Kind">What the API makes of the host.</param>
/// <param name="Port">The port that is bound, a scheme's default included; null when it is not known.</param>
/// <param name="Fault">Why it does not work, if it does not.</param>
/// <param name="Range">This address within the text that was parsed (a list holds several).</param>
/// <param name="HostRange">The host within the text that was parsed; null when there is none.</param>
/// <param name="PortRange">The digits of the port within the text that was parsed; null when no port is written.</param>
public sealed record ListenAddress(
    string Text,
    string? Scheme,
    string? Host,
    HostKind Kind,
    int? Port,
    ListenFault Fault,
    TextRange Range,
    TextRange? HostRange,
    TextRange? PortRange)
{
    /// <summary>Stands in an address text for a part that is only known at run time.</summary>
    public const char Hole = '\uFFFC';
}
