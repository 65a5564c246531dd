using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Configuration.Yaml;

namespace ListenLint.Core.Configuration.Compose;

/// <summary>Reads the services of a compose file.</summary>
internal static class ComposeReader
{
    private const int MostPorts = 2000;

    public static ConfigurationFile Read(ConfigurationFile file, string text)
    {
        if (YamlReader.Read(text) is not { } document)
            return string.IsNullOrWhiteSpace(text) ? file : file with { Unread = "it is no YAML that is read here (a tab, a key twice, an alias without its anchor?)" };

        return document.Get("services") is YamlMapping services ? file with { Services = ReadServices(file.Path, services) } : file;
    }

    private static ComposeService[] ReadServices(string path, YamlMapping services) =>
        services.Entries.Where(entry => entry.Value is YamlMapping).Select(entry => ReadService(path, entry)).ToArray();

    private static ComposeService ReadService(string path, YamlEntry entry)
    {
        var service = entry.Value;
        var build = service.Get("build");
        var variables = ReadEnvironment(service.Get("environment"));
        return new(entry.Key.Text, entry.Key.Range)
        {
            BuildContext = TextOf(build) ?? (build is YamlMapping ? TextOf(build.Get("context")) ?? "." : null),
            Dockerfile = TextOf(build?.Get("dockerfile")),
            Image = TextOf(service.Get("image")),
            Environment = variables.Select(variable => variable.ToEnvironmentVariable()).ToArray(),
            Ports = ItemsOf(service.Get("ports")).SelectMany(ComposePorts.Read).Take(MostPorts).ToArray(),
            Exposed = ItemsOf(service.Get("expose")).SelectMany(ReadExposed).Take(MostPorts).ToArray(),
            Addresses = AddressesOf(path, service, variables),
            HasProfiles = ItemsOf(service.Get("profiles")).Count > 0,
            HasOutsideSettings = service.Get("env_file") is not null || service.Get("extends") is not null,
            UsesHostNetwork = TextOf(service.Get("network_mode")) == "host",
        };
    }

    private static ContainerVariable[] ReadEnvironment(YamlNode? node)
    {
        if (node is YamlSequence list)
        {
            return list.Items.OfType<YamlScalar>()
                .Select(item => ComposeInterpolation.Apply(item.Value))
                .Select(word => ContainerVariable.OfAssignment(word) ?? new ContainerVariable(word, null))
                .ToArray();
        }

        return node is YamlMapping map
            ? map.Entries.Where(entry => entry.Value is YamlScalar).Select(entry => OfEntry(entry.Key, (YamlScalar)entry.Value)).ToArray()
            : [];
    }

    // Without a value the variable is that of the shell that runs compose.
    private static ContainerVariable OfEntry(PlacedText name, YamlScalar value) =>
        new(name, value.IsNull ? null : ComposeInterpolation.Apply(value.Value));

    private static Endpoints.AddressSetting[] AddressesOf(string path, YamlNode service, ContainerVariable[] variables)
    {
        PlacedText[] words = [.. WordsOf(service.Get("entrypoint")), .. WordsOf(service.Get("command"))];
        var command = ContainerCommand.OfWords(words, _ => null);
        var settings = new List<Endpoints.AddressSetting>(AddressSettings.OfCommandLine(path, command.Words));
        foreach (var variable in variables.Concat(command.Variables))
        {
            var value = variable.Value ?? Unknown(variable.Name);
            if (AddressSettings.OfVariable(path, variable.Name.Text, value) is { } setting)
                settings.Add(setting);
        }

        return settings.OrderBy(setting => setting.Source).ToArray();
    }

    private static PlacedText Unknown(PlacedText name)
    {
        var value = new PlacedText.Builder();
        value.Append(Core.Addresses.ListenAddress.Hole, name.Range.Start, name.Range.End);
        return value.Build(name.Range);
    }

    private static IEnumerable<PlacedText> WordsOf(YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } line => ShellWords.Split(ComposeInterpolation.Apply(line.Value)).Select(word => word.Value),
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => ComposeInterpolation.Apply(item.Value)),
        _ => [],
    };

    private static IEnumerable<PublishedPort> ReadExposed(YamlNode node) =>
        node is YamlScalar scalar ? ExposedPorts.Read(ComposeInterpolation.Apply(scalar.Value)) : [];

    private static IReadOnlyList<YamlNode> ItemsOf(YamlNode? node) => node is YamlSequence sequence ? sequence.Items : [];

    private static string? TextOf(YamlNode? node) => node is YamlScalar { IsNull: false } scalar ? scalar.Value.Text : null;
}
