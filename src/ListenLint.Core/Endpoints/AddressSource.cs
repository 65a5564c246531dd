namespace ListenLint.Core.Endpoints;

/// <summary>
/// Where an ASP.NET Core server can be given its address, strongest first. Measured on .NET 10 with
/// <c>WebApplication.CreateBuilder</c>: an address of a row makes every address of the rows below it dead, except that
/// <see cref="ListenCall"/> and <see cref="KestrelEndpoint"/> are bound together.
/// </summary>
public enum AddressSource
{
    /// <summary><c>KestrelServerOptions.Listen…</c>.</summary>
    ListenCall,

    /// <summary><c>Kestrel:Endpoints:*:Url</c>, from any configuration provider.</summary>
    KestrelEndpoint,

    /// <summary><c>app.Run(url)</c>: it clears <c>app.Urls</c> first.</summary>
    RunUrl,

    /// <summary><c>app.Urls.Add</c>.</summary>
    UrlsCollection,

    /// <summary><c>UseUrls</c>, <c>UseSetting("urls")</c>, <c>Configuration["urls"]</c>: the last write wins.</summary>
    UseUrls,

    /// <summary><c>--urls</c>.</summary>
    CommandLineUrls,

    /// <summary>The environment variable <c>URLS</c>.</summary>
    EnvironmentUrls,

    /// <summary>The root key <c>Urls</c> of appsettings*.json: it beats ASPNETCORE_URLS.</summary>
    AppSettingsUrls,

    /// <summary><c>DOTNET_URLS</c>.</summary>
    DotnetUrls,

    /// <summary><c>ASPNETCORE_URLS</c>.</summary>
    AspNetCoreUrls,

    /// <summary><c>UseSetting("http_ports")</c>, <c>Configuration["http_ports"]</c>. Every port setting means all addresses.</summary>
    CodePorts,

    /// <summary><c>--http_ports</c>, <c>--https_ports</c>.</summary>
    CommandLinePorts,

    /// <summary><c>HTTP_PORTS</c>, <c>HTTPS_PORTS</c>.</summary>
    EnvironmentPorts,

    /// <summary>The root keys <c>http_ports</c> and <c>https_ports</c> of appsettings*.json.</summary>
    AppSettingsPorts,

    /// <summary><c>DOTNET_HTTP_PORTS</c>.</summary>
    DotnetPorts,

    /// <summary><c>ASPNETCORE_HTTP_PORTS</c>, the .NET 8 images' own 8080 included.</summary>
    AspNetCorePorts,

    /// <summary>Nothing is set: <c>http://localhost:5000</c>.</summary>
    BuiltInDefault,
}
