using ListenLint.Core.Addresses;

namespace ListenLint.Core.Endpoints;

/// <summary>What settings say, apart from how they are written: <c>http://*:80</c>, <c>http://+:80</c> and HTTP port 80 are one.</summary>
public static class AddressMeaning
{
    private enum Reach
    {
        Loopback,
        Everybody,
        OneHost,
    }

    /// <summary>
    /// Whether both name the same schemes, reaches and ports. A call does not say its scheme, so there only the rest counts.
    /// An address that is not wholly known is the same as no other.
    /// </summary>
    public static bool SaysTheSame(this AddressSetting setting, AddressSetting other) => IsSame([setting], [other]);

    internal static bool IsSame(IReadOnlyList<AddressSetting> settings, IReadOnlyList<AddressSetting> others)
    {
        var left = settings.SelectMany(MeaningsOf).ToList();
        var right = others.SelectMany(MeaningsOf).ToList();
        return left.Count > 0
            && right.Count > 0
            && left.All(meaning => right.Any(other => Matches(meaning, other)))
            && right.All(meaning => left.Any(other => Matches(meaning, other)));
    }

    internal static bool IsHttpsPorts(AddressSetting setting) => setting.Key.EndsWith("https_ports", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Meaning?> MeaningsOf(AddressSetting setting) =>
        setting.IsKnown ? setting.Addresses.Select(address => MeaningOf(setting, address)) : [null];

    private static Meaning? MeaningOf(AddressSetting setting, ListenAddress address)
    {
        if (address.Port is not { } port || address.Kind is HostKind.Unknown or HostKind.Invalid or HostKind.NotNetwork)
        {
            return null;
        }

        var scheme = setting.Source is >= AddressSource.CodePorts and <= AddressSource.AspNetCorePorts
            ? IsHttpsPorts(setting) ? "https" : "http"
            : address.Scheme;
        return address.Kind switch
        {
            _ when address.Kind.IsLoopback() => new Meaning(scheme, Reach.Loopback, null, port),
            _ when address.Kind.IsOpenToAll() => new Meaning(scheme, Reach.Everybody, null, port),
            _ => new Meaning(scheme, Reach.OneHost, address.Host, port),
        };
    }

    private static bool Matches(Meaning? meaning, Meaning? other) =>
        meaning is not null
        && other is not null
        && (meaning.Scheme is null || other.Scheme is null || meaning.Scheme == other.Scheme)
        && meaning with { Scheme = null } == other with { Scheme = null };

    private sealed record Meaning(string? Scheme, Reach Reach, string? Host, int Port);
}
