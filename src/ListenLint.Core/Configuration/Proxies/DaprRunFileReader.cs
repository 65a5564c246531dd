using ListenLint.Core.Configuration.Yaml;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Reads the ports at which the sidecars of a <c>dapr run -f</c> file call their programs.</summary>
internal static class DaprRunFileReader
{
    public static IReadOnlyList<ProxyTarget> Read(string text)
    {
        var targets = new List<ProxyTarget>();
        if (YamlReader.Read(text)?.Get("apps") is not YamlSequence apps)
            return targets;

        foreach (var app in apps.Items)
        {
            // Dapr calls 127.0.0.1 unless it is told another address.
            if (app.Get("appPort") is YamlScalar port && ProxyAddress.PortOf(port.Value.Text) is { } number)
                targets.Add(new((app.Get("appChannelAddress") as YamlScalar)?.Value.Text ?? "127.0.0.1", number, port.Value.Range));
        }

        return targets;
    }
}
