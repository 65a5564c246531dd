using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration;

/// <summary>
/// Turns keys, variables and command lines into address settings, for every kind of file alike. An empty value sets nothing in
/// ASP.NET Core and gives no setting; an unknown one gives a setting without addresses.
/// </summary>
internal static class AddressSettings
{
    public static AddressSetting? OfKey(string path, string key, ConfigurationProvider provider, PlacedText value)
    {
        if (ListenKeys.Find(key, provider) is not { } found || value.Text.Length == 0)
            return null;

        string normalised = key.ToLowerInvariant();
        return new(found.Source, normalised, value.Text, Parse(value, found.Grammar, normalised), new(path, value.Range));
    }

    public static AddressSetting? OfVariable(string path, string name, PlacedText value)
    {
        var (key, provider) = ListenKeys.OfVariable(name);
        return OfKey(path, key, provider, value);
    }

    /// <summary>Of <c>--urls X</c>, <c>--urls=X</c> and their like.</summary>
    public static IEnumerable<AddressSetting> OfCommandLine(string path, IReadOnlyList<PlacedText> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!words[i].Text.StartsWith("--", StringComparison.Ordinal))
                continue;

            int equals = words[i].Text.IndexOf('=');
            string key = equals < 0 ? words[i].Text.Substring(2) : words[i].Text.Substring(2, equals - 2);
            var value = equals >= 0 ? words[i].Slice(equals + 1) : i + 1 < words.Count ? words[i + 1] : null;
            if (value is not null && OfKey(path, key, ConfigurationProvider.CommandLine, value) is { } setting)
                yield return setting;
        }
    }

    private static ListenAddress[] Parse(PlacedText value, AddressGrammar grammar, string key)
    {
        if (!value.IsKnown)
            return [];

        return ListenAddressParser.Parse(value.Text, grammar).Select(address => address with
        {
            // The grammar of ports does not tell which of the two keys it reads.
            Scheme = key == "https_ports" ? "https" : address.Scheme,
            Range = value.Map(address.Range),
            HostRange = address.HostRange is { } host ? value.Map(host) : null,
            PortRange = address.PortRange is { } port ? value.Map(port) : null,
        }).ToArray();
    }
}
