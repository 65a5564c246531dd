using ListenLint.Core.Configuration.Proxies;
using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>Reads a port, or a range of ports, that a container offers: <c>8080</c>, <c>8080/tcp</c>, <c>8000-8010</c>.</summary>
internal static class ExposedPorts
{
    private const int LongestRange = 1000;

    /// <summary>One entry for each port; none for another protocol than TCP.</summary>
    public static IEnumerable<PublishedPort> Read(PlacedText entry)
    {
        int slash = entry.Text.IndexOf('/');
        if (slash >= 0 && !entry.Text.Substring(slash + 1).Equals("tcp", StringComparison.OrdinalIgnoreCase))
            yield break;

        var digits = slash < 0 ? entry : entry.Slice(0, slash);
        if (digits.Text.Length == 0)
            yield break;

        foreach (int? port in Range(digits.Text))
            yield return new(port, HostPort: null, HostAddress: null, digits.Range, entry.Range);
    }

    /// <summary>The ports of a text, one null when they are not known.</summary>
    public static IReadOnlyList<int?> Range(string text)
    {
        int dash = text.IndexOf('-');
        if (dash < 0)
            return [ProxyAddress.PortOf(text)];

        int? first = ProxyAddress.PortOf(text.Substring(0, dash));
        int? last = ProxyAddress.PortOf(text.Substring(dash + 1));
        return first <= last && last - first < LongestRange
            ? Enumerable.Range(first.Value, last.Value - first.Value + 1).Select(port => (int?)port).ToArray()
            : [null];
    }
}
