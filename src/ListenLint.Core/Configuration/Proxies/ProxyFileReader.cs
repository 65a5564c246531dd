namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Finds what a reverse proxy or a Dapr sidecar forwards to.</summary>
internal static class ProxyFileReader
{
    public static IReadOnlyList<ProxyTarget> Read(string path, string text)
    {
        if (ConfigurationFiles.IsDaprRunFile(path))
            return DaprRunFileReader.Read(text);

        if (ConfigurationFiles.IsCaddyfile(path))
            return CaddyfileReader.Read(text);

        // nginx and Apache share folders such as sites-available, and no word of the one is a directive of the other.
        return [.. NginxReader.Read(text), .. ApacheReader.Read(text)];
    }
}
