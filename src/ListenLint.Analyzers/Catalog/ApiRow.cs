using System.Collections.Immutable;
using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Catalog;

internal enum ApiRole
{
    /// <summary>Gives a server its address.</summary>
    Listen,

    /// <summary>Dials an address.</summary>
    Connect,

    /// <summary>A type whose every instance owns a connection.</summary>
    Owns,
}

/// <summary>Why a call of an API never works, whatever its arguments say.</summary>
internal enum ApiFault
{
    /// <summary><c>text-host</c>: a host given as text throws, an IP literal too; the overload that takes an IPAddress works.</summary>
    TextHost,
}

/// <summary>How a value reaches an API: by a parameter (name or position), by assignment to a property, or by being added to a collection.</summary>
internal enum ValueSlotKind
{
    Parameter,

    /// <summary><c>value</c>: what is assigned to the property.</summary>
    AssignedValue,

    /// <summary><c>element</c>: what is added to the collection that the property holds, by Add or a collection initializer.</summary>
    AddedElement,
}

/// <param name="Name">The parameter's name; null when it is given by position.</param>
/// <param name="Position">The parameter's position, the receiver of an extension method not counted; -1 when given by name.</param>
internal sealed record ValueSlot(ValueSlotKind Kind, string? Name, int Position);

/// <summary>
/// One line of the catalog, built in or from a team's <c>ListenLint.Apis.txt</c>: which member listens, and which of its
/// values says where. The keys of a line are the properties' names in kebab case.
/// </summary>
/// <param name="Id">
/// A documentation-comment id. <c>(*)</c> in place of the parameter list names every overload; a slot then counts only
/// for the overloads that have the parameter.
/// </param>
internal sealed record ApiRow(ApiRole Role, string Id)
{
    /// <summary><c>host=</c>: a host as text or as System.Net.IPAddress.</summary>
    public ValueSlot? Host { get; init; }

    /// <summary><c>port=</c>: an integer.</summary>
    public ValueSlot? Port { get; init; }

    /// <summary><c>uri=</c>: a URL, or a list of them, as text or as System.Uri.</summary>
    public ValueSlot? Uri { get; init; }

    /// <summary><c>endpoint=</c>: a System.Net.EndPoint, or <c>address:port</c> as text.</summary>
    public ValueSlot? Endpoint { get; init; }

    /// <summary><c>prefix=</c>: an HttpListener prefix; short for <c>uri=… grammar=HttpListenerPrefix</c>.</summary>
    public ValueSlot? Prefix { get; init; }

    /// <summary><c>ports=</c>: a <c>;</c> list of port numbers, or an integer array; every address.</summary>
    public ValueSlot? Ports { get; init; }

    /// <summary><c>grammar=</c>: how a text is read; by default what suits the slot (Host, Url, IPEndPoint, HttpListenerPrefix, HttpPorts).</summary>
    public AddressGrammar Grammar { get; init; }

    /// <summary><c>protocol=</c>: tcp, udp, http, ws, grpc, mqtt …; null when the URL's scheme says it.</summary>
    public string? Protocol { get; init; }

    /// <summary><c>schemes=</c>: the schemes that a client takes.</summary>
    public ImmutableArray<string> Schemes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary><c>default-host=</c>: the host when no slot is filled.</summary>
    public string? DefaultHost { get; init; }

    /// <summary><c>default-port=</c>: the port when no slot is filled.</summary>
    public int? DefaultPort { get; init; }

    /// <summary><c>source=</c>: its rank among ASP.NET Core's address settings; null for servers that are no Kestrel.</summary>
    public AddressSource? Source { get; init; }

    /// <summary><c>key=</c> and <c>keys=</c>: the row speaks only where this argument is one of these texts (case ignored): <c>UseSetting(key, value)</c>. <c>*</c> stands for anything: <c>Kestrel:Endpoints:*:Url</c>. Ask <see cref="AcceptsKey"/>.</summary>
    public ValueSlot? Key { get; init; }

    public ImmutableArray<string> Keys { get; init; } = ImmutableArray<string>.Empty;

    /// <summary><c>starts=</c>: the members of the created object (of the receiver, where the row is no constructor) that begin to listen; empty when the call itself or a host does.</summary>
    public ImmutableArray<string> Starts { get; init; } = ImmutableArray<string>.Empty;

    /// <summary><c>needs-start=</c>: the members that throw, or wait for ever, on an object that was not started.</summary>
    public ImmutableArray<string> NeedsStart { get; init; } = ImmutableArray<string>.Empty;

    /// <summary><c>ipv6-any=only</c>: bound to [::], it takes no IPv4 client.</summary>
    public bool IPv6AnyIsIPv6Only { get; init; }

    /// <summary><c>loopback=intended</c>: an API whose contract or usual purpose is loopback; never more than a hint.</summary>
    public bool LoopbackIsIntended { get; init; }

    /// <summary>
    /// <c>open=</c>: how a fix opens it. <c>member:ListenAnyIP</c> calls this member with the arguments that remain;
    /// <c>host:*</c>, <c>host:+</c>, <c>host:0.0.0.0</c> is the text that takes the loopback host's place;
    /// <c>address</c> puts IPAddress.Any in, or IPv6Any for an IPv6 address; <c>argument:listenOnAny</c> passes true to this parameter; null when there is no safe rewrite.
    /// </summary>
    public string? Open { get; init; }

    /// <summary><c>open-when=</c>: a boolean parameter which, when true, opens the listener to all whatever the host says.</summary>
    public ValueSlot? OpenWhen { get; init; }

    /// <summary><c>network=no</c>: a Unix socket, a named pipe, a handle: an endpoint that counts, but not an IP one.</summary>
    public bool IsNotNetwork { get; init; }

    /// <summary><c>other-family=</c>: the API binds one address family; this member of the same object binds the other one, which is open to all until it is called.</summary>
    public string? OtherFamily { get; init; }

    /// <summary><c>receiver=</c>: full name of a type; the row speaks only where the object called upon has this static type or a derived one.</summary>
    public string? Receiver { get; init; }

    /// <summary>
    /// <c>via=</c>: the name left of the dot wherever source code reaches a member whose own name is as common as Add or
    /// Create: the engine passes over the others without binding them (<see cref="ApiCatalog.CouldBe"/>).
    /// </summary>
    public string? Via { get; init; }

    /// <summary><c>throws=</c>: the call never works.</summary>
    public ApiFault? Throws { get; init; }

    /// <summary>Whether the row speaks where its <see cref="Key"/> argument is this text.</summary>
    public bool AcceptsKey(string key)
    {
        foreach (var pattern in Keys)
        {
            var star = pattern.IndexOf('*');
            var accepted = star < 0
                ? key.Equals(pattern, StringComparison.OrdinalIgnoreCase)
                : key.Length >= pattern.Length - 1
                    && key.StartsWith(pattern.Substring(0, star), StringComparison.OrdinalIgnoreCase)
                    && key.EndsWith(pattern.Substring(star + 1), StringComparison.OrdinalIgnoreCase);
            if (accepted)
            {
                return true;
            }
        }

        return false;
    }
}
