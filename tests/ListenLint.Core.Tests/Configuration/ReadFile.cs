using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;
using Xunit;

namespace ListenLint.Core.Tests.Configuration;

/// <summary>A file that has been read, and its text to compare places with.</summary>
internal sealed record ReadFile(ConfigurationFile Facts, string Text)
{
    public static ReadFile Of(string path, string text)
    {
        var facts = ConfigurationFileReader.Read(path, text);
        Assert.NotNull(facts);
        return new(facts, text);
    }

    public ContainerImage Image => Facts.Image ?? throw new InvalidOperationException("The file builds no image.");

    public string At(TextRange range) => Text.Substring(range.Start, range.Length);

    public string? At(TextRange? range) => range is { } known ? At(known) : null;

    /// <summary>One line a setting: source, key and the text that its place covers.</summary>
    public string[] Settings(IEnumerable<AddressSetting> settings) =>
        settings.Select(setting => $"{setting.Source} {setting.Key} {At(setting.Place.Range)}").ToArray();

    /// <summary>One line a target: host, port and the text that its place covers.</summary>
    public string[] Targets() =>
        Facts.ProxyTargets.Select(target => $"{target.Host} {target.Port?.ToString() ?? "?"} {At(target.Range)}").ToArray();

    /// <summary>One line a port: what the host and the container have, and the places of the container's port and of the entry.</summary>
    public string[] Ports(IEnumerable<PublishedPort> ports) => ports
        .Select(port => $"{port.HostAddress ?? "*"} {port.HostPort?.ToString() ?? "?"} {port.ContainerPort?.ToString() ?? "?"} [{At(port.ContainerPortRange)}] [{At(port.Range)}]")
        .ToArray();

    public string[] Variables(IEnumerable<EnvironmentVariable> variables) =>
        variables.Select(variable => $"{variable.Name}={variable.Value ?? "?"} [{At(variable.Range)}]").ToArray();
}
