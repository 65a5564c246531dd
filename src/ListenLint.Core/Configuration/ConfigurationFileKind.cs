namespace ListenLint.Core.Configuration;

/// <summary>What a file beside the code is, decided from its path.</summary>
public enum ConfigurationFileKind
{
    None,

    /// <summary>appsettings.json and appsettings.*.json.</summary>
    AppSettings,

    /// <summary>Properties/launchSettings.json.</summary>
    LaunchSettings,

    /// <summary>Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile.</summary>
    Dockerfile,

    /// <summary>docker-compose*.yml, compose*.yaml.</summary>
    Compose,

    /// <summary>nginx.conf and files in nginx's folders, Caddyfile, Apache's httpd.conf and *.conf of sites.</summary>
    ReverseProxy,
}
