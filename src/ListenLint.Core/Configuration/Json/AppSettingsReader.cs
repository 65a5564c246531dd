using ListenLint.Core.Configuration.Proxies;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration.Json;

/// <summary>Reads the listen addresses of appsettings*.json, by key alone, and the destinations of a YARP proxy.</summary>
internal static class AppSettingsReader
{
    public static ConfigurationFile Read(ConfigurationFile file, string text)
    {
        if (JsonReader.Read(text) is not { } entries)
            return file with { Unread = JsonReader.Incomplete };

        // A key that is written twice keeps its last place: a file with two of them is refused by the program anyway.
        var settings = new Dictionary<string, AddressSetting>(StringComparer.Ordinal);
        var targets = new List<ProxyTarget>();
        foreach (var entry in entries)
        {
            if (entry.Kind == JsonEntryKind.Null || !MayMatter(entry.Key.RootName()))
                continue;

            string key = entry.Key.Path();
            if (AddressSettings.OfKey(file.Path, key, ConfigurationProvider.AppSettings, entry.Value) is { } setting)
                settings[setting.Key] = setting with { IsConditional = file.EnvironmentName is not null };
            else if (IsYarpDestination(key) && ProxyAddress.Read(entry.Value) is { } target)
                targets.Add(target);
        }

        return file with { Addresses = settings.Values.ToArray(), ProxyTargets = targets };
    }

    private static bool MayMatter(string rootName) =>
        StartsWith(rootName, "urls") || StartsWith(rootName, "http") || StartsWith(rootName, "kestrel") || StartsWith(rootName, "reverseproxy");

    private static bool IsYarpDestination(string key)
    {
        string[] names = key.Split(':');
        return names.Length == 6
            && Same(names[0], "ReverseProxy") && Same(names[1], "Clusters") && Same(names[3], "Destinations") && Same(names[5], "Address");
    }

    private static bool StartsWith(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
