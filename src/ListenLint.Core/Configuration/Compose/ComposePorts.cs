using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Configuration.Yaml;

namespace ListenLint.Core.Configuration.Compose;

/// <summary>Reads the entries of <c>ports:</c>, short (<c>127.0.0.1:8080:80/tcp</c>) and long (<c>target: 80</c>).</summary>
internal static class ComposePorts
{
    public static IEnumerable<PublishedPort> Read(YamlNode entry) => entry switch
    {
        YamlScalar scalar => ReadShort(ComposeInterpolation.Apply(scalar.Value)),
        YamlMapping mapping => ReadLong(mapping),
        _ => [],
    };

    private static IEnumerable<PublishedPort> ReadShort(PlacedText entry)
    {
        int container = entry.Text.LastIndexOf(':') + 1;
        var offered = ExposedPorts.Read(entry.Slice(container)).ToArray();
        if (container == 0)
            return offered;

        // What stands before the container's port: "8080", "127.0.0.1:8080", "[::1]:8080" or "127.0.0.1:".
        int hostEnd = container - 1;
        int hostPort = entry.Text.LastIndexOf(':', Math.Max(0, hostEnd - 1), hostEnd) + 1;
        string address = hostPort > 0 ? entry.Text.Substring(0, hostPort - 1) : "";
        var published = ExposedPorts.Range(entry.Text.Substring(hostPort, hostEnd - hostPort));
        bool isPaired = published.Count == offered.Length;
        return offered.Select((port, index) => port with
        {
            HostPort = isPaired ? published[index] : null,
            HostAddress = IsAddress(address) ? address.Trim('[', ']') : null,
            HostAddressRange = IsAddress(address) ? entry.Map(new(0, hostPort)) : null,
            Range = entry.Range,
        });
    }

    private static bool IsAddress(string text) => text.Length > 0 && text.IndexOf(Addresses.ListenAddress.Hole) < 0;

    private static IEnumerable<PublishedPort> ReadLong(YamlMapping entry)
    {
        if (ValueOf(entry, "target") is not { } target || (ValueOf(entry, "protocol") is { } protocol && protocol.Text != "tcp"))
            return [];

        var published = ValueOf(entry, "published") is { } host ? ExposedPorts.Range(host.Text) : [];
        string? address = ValueOf(entry, "host_ip") is { IsKnown: true } written ? written.Text : null;

        // An alias stands elsewhere, so that the last value need not be the furthest.
        int start = entry.Entries.Min(part => part.Key.Range.Start);
        int end = entry.Entries.Max(part => Math.Max(part.Key.Range.End, (part.Value as YamlScalar)?.Value.Range.End ?? 0));
        return ExposedPorts.Read(target).Select(port => port with
        {
            HostPort = published.Count == 1 ? published[0] : null,
            HostAddress = string.IsNullOrEmpty(address) ? null : address,
            Range = new(start, end - start),
        });
    }

    private static PlacedText? ValueOf(YamlMapping entry, string key) =>
        entry.Find(key) is YamlScalar { IsNull: false } scalar ? ComposeInterpolation.Apply(scalar.Value) : null;
}
