using ListenLint.Core.Addresses;

namespace ListenLint.Core.Endpoints;

/// <summary>One place that tells an ASP.NET Core server where to listen.</summary>
/// <param name="Source">Its rank.</param>
/// <param name="Key">
/// The configuration key it sets, in ASP.NET Core's colon form and in lower case (<c>urls</c>, <c>http_ports</c>,
/// <c>kestrel:endpoints:http:url</c>); for a call, the API's name. Of two providers that set one key, the later wins.
/// </param>
/// <param name="Text">The whole value as written.</param>
/// <param name="Addresses">What it says, one for each address of a list; empty when it is not known.</param>
/// <param name="Place">The value.</param>
public sealed record AddressSetting(
    AddressSource Source,
    string Key,
    string Text,
    IReadOnlyList<ListenAddress> Addresses,
    Place Place)
{
    /// <summary>Written with an unknown value: it wins over the rows below, but what it binds is not known.</summary>
    public bool IsKnown => Addresses.Count > 0;

    /// <summary>Under a condition (a branch, a profile, an environment's own file): it may not be in force.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Set by the base image and not by anybody who can be told so.</summary>
    public bool IsImageDefault { get; init; }
}
