using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration;

/// <summary>Who gives a value to configuration. Its rank follows from that and from the key.</summary>
internal enum ConfigurationProvider
{
    CommandLine,
    Environment,
    AppSettings,

    /// <summary>Variables that begin with <c>DOTNET_</c>.</summary>
    DotnetEnvironment,

    /// <summary>Variables that begin with <c>ASPNETCORE_</c>.</summary>
    AspNetCoreEnvironment,
}

/// <summary>The configuration keys that give ASP.NET Core an address.</summary>
internal static class ListenKeys
{
    /// <summary>What a key says of listening; null for every other key. <paramref name="key"/> is in colon form, in any case.</summary>
    public static (AddressSource Source, AddressGrammar Grammar)? Find(string key, ConfigurationProvider provider)
    {
        if (Same(key, "urls"))
            return (UrlsSource(provider), AddressGrammar.KestrelUrl);

        if (Same(key, "http_ports") || Same(key, "https_ports"))
            return (PortsSource(provider), AddressGrammar.HttpPorts);

        return IsKestrelEndpoint(key) ? (AddressSource.KestrelEndpoint, AddressGrammar.KestrelSingleUrl) : null;
    }

    /// <summary>The configuration key that an environment variable sets, and the provider that reads it.</summary>
    public static (string Key, ConfigurationProvider Provider) OfVariable(string name)
    {
        string key = name.Replace("__", ":");
        if (key.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase))
            return (key.Substring("ASPNETCORE_".Length), ConfigurationProvider.AspNetCoreEnvironment);

        return key.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase)
            ? (key.Substring("DOTNET_".Length), ConfigurationProvider.DotnetEnvironment)
            : (key, ConfigurationProvider.Environment);
    }

    private static bool IsKestrelEndpoint(string key)
    {
        const string Prefix = "kestrel:endpoints:";
        const string Suffix = ":url";
        int nameLength = key.Length - Prefix.Length - Suffix.Length;
        return nameLength > 0
            && key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            && key.IndexOf(':', Prefix.Length, nameLength) < 0;
    }

    private static AddressSource UrlsSource(ConfigurationProvider provider) => provider switch
    {
        ConfigurationProvider.CommandLine => AddressSource.CommandLineUrls,
        ConfigurationProvider.Environment => AddressSource.EnvironmentUrls,
        ConfigurationProvider.AppSettings => AddressSource.AppSettingsUrls,
        ConfigurationProvider.DotnetEnvironment => AddressSource.DotnetUrls,
        _ => AddressSource.AspNetCoreUrls,
    };

    private static AddressSource PortsSource(ConfigurationProvider provider) => provider switch
    {
        ConfigurationProvider.CommandLine => AddressSource.CommandLinePorts,
        ConfigurationProvider.Environment => AddressSource.EnvironmentPorts,
        ConfigurationProvider.AppSettings => AddressSource.AppSettingsPorts,
        ConfigurationProvider.DotnetEnvironment => AddressSource.DotnetPorts,
        _ => AddressSource.AspNetCorePorts,
    };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
