using System.Collections.Immutable;
using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Lifetimes;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Facts;

/// <summary>One address that a call may listen on.</summary>
internal sealed record SiteAddress(ListenAddress Address, Origin Origin, Certainty Certainty)
{
    /// <summary>One of several that this place may hold; the others of a list are bound beside it, those of a choice instead of it.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>The address as a person would say it: with the port, where it is known and the text does not hold it.</summary>
    public string Shown => Address is { PortRange: null, Port: { } port, Scheme: null, Host: { } host }
        ? (host.Contains(':') && host[0] != '[' ? "[" + host + "]:" : host + ":") + port
        : Address.Text;

    /// <summary>Other machines may reach it. 255.255.255.255 (IPAddress.None) is how an address family is switched off.</summary>
    public bool ReachesOthers => !Address.Kind.IsLoopback() && Address.Host != "255.255.255.255";
}

/// <summary>Why a call may not run, as far as its surroundings say.</summary>
internal enum Guard
{
    None,

    /// <summary>Only in development: IsDevelopment(), a DEBUG build.</summary>
    Development,

    /// <summary>Under some other condition.</summary>
    Condition,
}

/// <summary>Whether the surroundings say that loopback is wanted, and how surely.</summary>
internal enum Intent
{
    None,

    /// <summary>A name or a habit speaks for it.</summary>
    Probable,

    /// <summary>The code proves it: an OAuth redirect, the browser it opens, the child process it hands the address to.</summary>
    Certain,
}

/// <summary>What is known of a started object: LL1005.</summary>
internal enum Lifecycle
{
    /// <summary>Not followed, or all is well.</summary>
    Unremarkable,

    /// <summary>Accepted from, but never started, and nobody else could have started it.</summary>
    NeverStarted,

    /// <summary>Started, and then nothing holds it: the finalizer closes its port.</summary>
    StartedAndDropped,
}

/// <summary>A place that listens, or that tells a server where to. A value: it reaches no compilation.</summary>
internal sealed record ListenSite(ApiRow Row, Origin Call, Origin Argument)
{
    /// <summary>The alternatives that are known, one or several.</summary>
    public ImmutableArray<SiteAddress> Addresses { get; init; } = ImmutableArray<SiteAddress>.Empty;

    /// <summary>Why there may be others; null when the addresses are all there are.</summary>
    public string? Unknown { get; init; }

    /// <summary>The server that the address goes to, so that several addresses of one server are judged together; null when it is not known.</summary>
    public string? Server { get; init; }

    /// <summary>The method or top-level program that holds the call.</summary>
    public string Member { get; init; } = "";

    public Guard Guard { get; init; }

    public Intent Intent { get; init; }

    /// <summary>What the intent is read from, for <c>why</c>: "the redirect address of a sign-in".</summary>
    public string? IntentReason { get; init; }

    public Lifecycle Lifecycle { get; init; }

    /// <summary>The object that <see cref="Lifecycle"/> speaks of; null when that is unremarkable.</summary>
    public CreatedListener? Listener { get; init; }

    /// <summary>An IPv6 wildcard socket on which DualMode is nowhere set.</summary>
    public bool IsIPv6Only { get; init; }

    /// <summary>An address that throws in this very form: the reason as text, for LL1003.</summary>
    public string? Throws { get; init; }

    /// <summary>Bound to loopback whichever of the alternatives is taken.</summary>
    public bool IsLoopbackInAnyCase =>
        Guard == Guard.None
        && Unknown is null
        && !Addresses.IsEmpty
        && Addresses.All(address => address.Address.Kind.IsLoopback());

    public bool HasLoopback => Addresses.Any(address => address.Address.Kind.IsLoopback());

    /// <summary>Something other than loopback may be bound here: an open address, another one, or one that is not known.</summary>
    public bool MayBeOpen => Unknown is not null || Addresses.Any(address => address.ReachesOthers);
}
