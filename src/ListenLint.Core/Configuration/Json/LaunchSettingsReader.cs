using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration.Json;

/// <summary>
/// Reads the profiles that <c>dotnet run</c> starts as a project. Only a developer's machine sees them, so all they say is conditional.
/// </summary>
internal static class LaunchSettingsReader
{
    public static ConfigurationFile Read(ConfigurationFile file, string text)
    {
        if (JsonReader.Read(text) is not { } entries)
            return file with { Unread = JsonReader.Incomplete };

        var projectProfiles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (NamesInProfile(entry.Key, 3) is { } names && Same(names[2], "commandName") && Same(entry.Value.Text, "Project"))
                projectProfiles.Add(names[1]);
        }

        var settings = new List<AddressSetting>();
        foreach (var entry in entries)
        {
            if (entry.Kind == JsonEntryKind.Text && projectProfiles.Contains(ProfileOf(entry.Key)))
                settings.AddRange(SettingsOf(file.Path, entry));
        }

        return file with { Addresses = settings.Select(setting => setting with { IsConditional = true }).ToArray() };
    }

    private static IEnumerable<AddressSetting> SettingsOf(string path, JsonEntry entry)
    {
        if (NamesInProfile(entry.Key, 3) is { } property)
        {
            if (Same(property[2], "commandLineArgs"))
                return AddressSettings.OfCommandLine(path, ShellWords.Split(entry.Value).Select(word => word.Value).ToArray());

            return Same(property[2], "applicationUrl") ? One(AddressSettings.OfVariable(path, "ASPNETCORE_URLS", entry.Value)) : [];
        }

        return NamesInProfile(entry.Key, 4) is { } variable && Same(variable[2], "environmentVariables")
            ? One(AddressSettings.OfVariable(path, variable[3], entry.Value))
            : [];
    }

    private static AddressSetting[] One(AddressSetting? setting) => setting is null ? [] : [setting];

    private static string ProfileOf(JsonKey key) =>
        (NamesInProfile(key, 3) ?? NamesInProfile(key, 4)) is { } names ? names[1] : "";

    private static IReadOnlyList<string>? NamesInProfile(JsonKey key, int depth) =>
        key.Depth == depth && Same(key.RootName(), "profiles") ? key.Names() : null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
