using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Configuration;

/// <summary>What one configuration file says of listening, publishing and proxying. Ranges are in the file's text.</summary>
public sealed record ConfigurationFile(string Path, ConfigurationFileKind Kind)
{
    /// <summary>For appsettings.Production.json <c>Production</c>; null for a file that every environment reads.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Why nothing of the file was read, as the end of a sentence; null when it was.</summary>
    public string? Unread { get; init; }

    /// <summary>Addresses that appsettings*.json or a launch profile sets. A Dockerfile's and a compose file's stand below.</summary>
    public IReadOnlyList<AddressSetting> Addresses { get; init; } = [];

    /// <summary>Ports of this machine that a reverse proxy, a YARP destination or a Dapr sidecar forwards to.</summary>
    public IReadOnlyList<ProxyTarget> ProxyTargets { get; init; } = [];

    /// <summary>The image that a Dockerfile builds; null for other files and for a Dockerfile without FROM.</summary>
    public ContainerImage? Image { get; init; }

    /// <summary>The services of a compose file.</summary>
    public IReadOnlyList<ComposeService> Services { get; init; } = [];
}

/// <summary>Where a proxy sends what it receives.</summary>
/// <param name="Host">As written; a proxy on the same machine names loopback.</param>
/// <param name="Port">Null when the port is not written as a number.</param>
public sealed record ProxyTarget(string Host, int? Port, TextRange Range);

/// <summary>One environment variable.</summary>
/// <param name="Value">Null when it is only named, or holds a substitution without a default.</param>
/// <param name="Range">The value; the name when there is no value.</param>
public sealed record EnvironmentVariable(string Name, string? Value, TextRange Range);

/// <summary>The final stage of a Dockerfile, with what it inherits from the stages and the image it is built on.</summary>
/// <param name="BaseImage">The image at the root of the final stage, ARGs with a default replaced: <c>mcr.microsoft.com/dotnet/aspnet:8.0</c>.</param>
/// <param name="BaseImageRange">Its name in the last FROM that names an image.</param>
public sealed record ContainerImage(string BaseImage, TextRange BaseImageRange)
{
    /// <summary>ENV of the final stage and of the stages that it is built on, later ones last; the base image's own are not here.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary>EXPOSE of the final stage and of the stages that it is built on, tcp only.</summary>
    public IReadOnlyList<PublishedPort> Exposed { get; init; } = [];

    /// <summary>The address settings of ENV, of <c>--urls</c> in ENTRYPOINT or CMD, and of the base image, as ASP.NET Core ranks them.</summary>
    public IReadOnlyList<AddressSetting> Addresses { get; init; } = [];

    /// <summary>Whether the base image sets a listen address of its own (aspnet, runtime and runtime-deps, and the SDK since .NET 8).</summary>
    public bool BaseImageSetsAddress { get; init; }

    /// <summary>Whether the base image is known to set none: a plain distribution, an SDK image before .NET 8. An image that nobody knows is neither.</summary>
    public bool BaseImageSetsNoAddress => !BaseImageSetsAddress && Docker.PlainImages.Contains(BaseImage);

    /// <summary>The dll that ENTRYPOINT or CMD starts (<c>Shop.Api.dll</c>), or the apphost's name; null when it is not known.</summary>
    public string? StartedAssembly { get; init; }

    /// <summary>File names of the projects that are copied, restored, built or published by name (<c>Shop.Api.csproj</c>).</summary>
    public IReadOnlyList<string> ProjectFiles { get; init; } = [];

    /// <summary>Where an ENV of ours would be inserted: the start of the line of ENTRYPOINT/CMD of the final stage, else the end of the text.</summary>
    public int InsertionPoint { get; init; }
}

/// <summary>A port that a container offers to others.</summary>
/// <param name="ContainerPort">Inside the container; null when it is not a number.</param>
/// <param name="HostPort">On the host; null for EXPOSE and when Docker picks it.</param>
/// <param name="HostAddress">The host address that it is published on (<c>127.0.0.1</c>); null for all.</param>
/// <param name="ContainerPortRange">The container port's digits.</param>
/// <param name="Range">The whole entry.</param>
public sealed record PublishedPort(
    int? ContainerPort, int? HostPort, string? HostAddress, TextRange ContainerPortRange, TextRange Range)
{
    /// <summary>Where <see cref="HostAddress"/> stands with its colon.</summary>
    public TextRange? HostAddressRange { get; init; }
}

/// <summary>One service of a compose file.</summary>
public sealed record ComposeService(string Name, TextRange NameRange)
{
    /// <summary><c>build:</c> or <c>build.context</c>, as written; null when the service is not built.</summary>
    public string? BuildContext { get; init; }

    /// <summary><c>build.dockerfile</c> as written; null for the default.</summary>
    public string? Dockerfile { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>The address settings of <c>environment</c> and of <c>--urls</c> in <c>command</c> or <c>entrypoint</c>.</summary>
    public IReadOnlyList<AddressSetting> Addresses { get; init; } = [];

    /// <summary><c>expose:</c>: ports that the other services are told of, tcp only.</summary>
    public IReadOnlyList<PublishedPort> Exposed { get; init; } = [];

    /// <summary><c>env_file</c> or <c>extends</c>: another file may set what is not seen here.</summary>
    public bool HasOutsideSettings { get; init; }

    /// <summary>In a profile: the service is not always started.</summary>
    public bool HasProfiles { get; init; }

    /// <summary><c>network_mode: host</c>: container ports are host ports and loopback is the host's.</summary>
    public bool UsesHostNetwork { get; init; }
}
