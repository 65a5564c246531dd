using ListenLint.Core.Configuration.Compose;
using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Json;
using ListenLint.Core.Configuration.Proxies;

namespace ListenLint.Core.Configuration;

/// <summary>Reads what a configuration file says. No text makes it throw; a text that cannot be read says nothing.</summary>
public static class ConfigurationFileReader
{
    /// <summary>No file that a person keeps is longer; the answer for a longer one is empty.</summary>
    public const int LongestText = 4 * 1024 * 1024;

    /// <summary>The facts of a file; null when its path is of no kind that is read.</summary>
    public static ConfigurationFile? Read(string path, string text)
    {
        var kind = ConfigurationFiles.KindOf(path);
        if (kind == ConfigurationFileKind.None)
            return null;

        var file = new ConfigurationFile(path, kind) { EnvironmentName = ConfigurationFiles.EnvironmentName(path) };
        if (text.Length > LongestText)
            return file with { Unread = "it is longer than 4 million characters" };

        if (IsBinary(text))
            return file with { Unread = "it holds NUL characters and is no text" };

        return kind switch
        {
            ConfigurationFileKind.AppSettings => AppSettingsReader.Read(file, text),
            ConfigurationFileKind.LaunchSettings => LaunchSettingsReader.Read(file, text),
            ConfigurationFileKind.Dockerfile => file with { Image = DockerfileReader.Read(path, text) },
            ConfigurationFileKind.Compose => ComposeReader.Read(file, text),
            _ => file with { ProxyTargets = ProxyFileReader.Read(path, text) },
        };
    }

    private static bool IsBinary(string text) => text.IndexOf('\0') >= 0;
}
