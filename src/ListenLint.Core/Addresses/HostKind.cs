namespace ListenLint.Core.Addresses;

/// <summary>What a listen address lets in, as the API that takes it understands the host.</summary>
public enum HostKind
{
    /// <summary>Not known: nothing is said about it.</summary>
    Unknown,

    /// <summary>127.0.0.0/8.</summary>
    LoopbackIPv4,

    /// <summary>::1, or an IPv4 loopback address mapped into IPv6.</summary>
    LoopbackIPv6,

    /// <summary>localhost and the names below it.</summary>
    LoopbackName,

    /// <summary>0.0.0.0: every IPv4 address of the machine.</summary>
    AnyIPv4,

    /// <summary>[::] on a socket that takes IPv6 alone.</summary>
    AnyIPv6,

    /// <summary>Every address of both families.</summary>
    AnyBoth,

    /// <summary>One address of one machine.</summary>
    Specific,

    /// <summary>A name that the API resolves or filters by.</summary>
    HostName,

    /// <summary>A form with which the API does not start.</summary>
    Invalid,

    /// <summary>Not an IP endpoint at all: a Unix socket, a named pipe, a handle.</summary>
    NotNetwork,
}

public static class HostKindExtensions
{
    public static bool IsLoopback(this HostKind kind) =>
        kind is HostKind.LoopbackIPv4 or HostKind.LoopbackIPv6 or HostKind.LoopbackName;

    /// <summary>Whether every network the machine is on reaches the listener, in one address family at least.</summary>
    public static bool IsOpenToAll(this HostKind kind) =>
        kind is HostKind.AnyIPv4 or HostKind.AnyIPv6 or HostKind.AnyBoth;
}
