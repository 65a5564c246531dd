namespace ListenLint.Core.Configuration;

/// <summary>Tells a configuration file by its path, whichever way its slashes lean.</summary>
public static class ConfigurationFiles
{
    private static readonly string[] ProxyFolders =
        ["nginx", "conf.d", "sites-available", "sites-enabled", "apache", "apache2", "httpd"];

    private static readonly char[] Slashes = ['/', '\\'];

    public static ConfigurationFileKind KindOf(string path)
    {
        string[] parts = path.ToLowerInvariant().Split(Slashes, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return ConfigurationFileKind.None;

        string name = parts[parts.Length - 1];
        if (IsAppSettings(name))
            return ConfigurationFileKind.AppSettings;

        if (name == "launchsettings.json" && parts.Length > 1 && parts[parts.Length - 2] == "properties")
            return ConfigurationFileKind.LaunchSettings;

        if (IsCompose(name))
            return ConfigurationFileKind.Compose;

        if (IsDockerfile(name))
            return ConfigurationFileKind.Dockerfile;

        return IsReverseProxy(name, parts) ? ConfigurationFileKind.ReverseProxy : ConfigurationFileKind.None;
    }

    internal static string FileName(string path) => path.Substring(path.LastIndexOfAny(Slashes) + 1);

    /// <summary>The part of appsettings.*.json between the dots; null without one.</summary>
    internal static string? EnvironmentName(string path)
    {
        string name = FileName(path);
        int length = name.Length - "appsettings..json".Length;
        return IsAppSettings(name.ToLowerInvariant()) && length > 0 ? name.Substring("appsettings.".Length, length) : null;
    }

    internal static bool IsCaddyfile(string path)
    {
        string name = FileName(path).ToLowerInvariant();
        return name == "caddyfile" || Starts(name, "caddyfile.") || Ends(name, ".caddyfile");
    }

    internal static bool IsDaprRunFile(string path) => FileName(path).ToLowerInvariant() is "dapr.yaml" or "dapr.yml";

    private static bool IsAppSettings(string name) =>
        name == "appsettings.json" || (Starts(name, "appsettings.") && Ends(name, ".json"));

    private static bool IsCompose(string name)
    {
        if (!Ends(name, ".yml") && !Ends(name, ".yaml"))
            return false;

        int prefix = Starts(name, "docker-compose") ? "docker-compose".Length : Starts(name, "compose") ? "compose".Length : 0;
        return prefix > 0 && name[prefix] is '.' or '-' or '_';
    }

    private static bool IsDockerfile(string name)
    {
        if (Ends(name, ".dockerignore"))
            return false;

        return name is "dockerfile" or "containerfile"
            || Starts(name, "dockerfile.") || Starts(name, "containerfile.") || Ends(name, ".dockerfile") || Ends(name, ".containerfile");
    }

    private static bool IsReverseProxy(string name, string[] parts)
    {
        if (IsCaddyfile(name) || IsDaprRunFile(name) || Ends(name, ".nginx"))
            return true;

        bool isTemplate = Ends(name, ".template");
        bool isConfiguration = Ends(name, ".conf") || Ends(name, ".conf.template");
        if (isConfiguration && (Starts(name, "nginx") || Starts(name, "apache") || Starts(name, "httpd") || Starts(name, "default.conf")))
            return true;

        if (Ends(name, ".nginx.conf"))
            return true;

        string folder = parts.Length > 1 ? parts[parts.Length - 2] : "";
        if (folder is "sites-available" or "sites-enabled")
            return isConfiguration || isTemplate || !IsOtherFile(name);

        return (isConfiguration || isTemplate) && IsUnderProxyFolder(parts);
    }

    // Sites are often named after their host: shop.example.com is no extension "com".
    private static bool IsOtherFile(string name) =>
        Ends(name, ".md") || Ends(name, ".txt") || Ends(name, ".sh") || Ends(name, ".bak") || Ends(name, ".json") || Ends(name, ".yml");

    private static bool IsUnderProxyFolder(string[] parts)
    {
        for (int i = 0; i < parts.Length - 1; i++)
        {
            if (Array.IndexOf(ProxyFolders, parts[i]) >= 0)
                return true;
        }

        return false;
    }

    private static bool Starts(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Ends(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal);
}
