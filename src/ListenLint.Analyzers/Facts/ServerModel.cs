using System.Collections.Immutable;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Facts;

/// <summary>One setting with where it stands: in code (a site) or in a file (a document).</summary>
internal sealed record PlacedSetting(AddressSetting Setting, ListenSite? Site, ConfigurationDocument? Document);

/// <summary>A setting that never takes effect in a deployment, and the one that beats it.</summary>
internal sealed record OverriddenSetting(PlacedSetting Setting, PlacedSetting Winner, bool SaysTheSame);

/// <summary>One way in which the program is run: on its own, or in a container that we can see.</summary>
/// <param name="Name">For messages: "Dockerfile", "docker-compose.yml"; empty for the program on its own.</param>
/// <param name="Container">The file that describes the container.</param>
/// <param name="Dockerfile">The file that its image is built from, where we can see it.</param>
/// <param name="Effective">What is bound if no condition holds.</param>
/// <param name="Possible">What a condition, or a value that is not known, may bind beside it or in its place.</param>
/// <param name="IsCertain">Whether what is effective is surely so.</param>
internal sealed record Deployment(
    string Name,
    ConfigurationDocument? Container,
    ConfigurationDocument? Dockerfile,
    ComposeService? Service,
    ImmutableArray<PlacedSetting> Effective,
    ImmutableArray<PlacedSetting> Possible,
    ImmutableArray<OverriddenSetting> Overridden,
    bool IsCertain)
{
    public ContainerImage? Image => Dockerfile?.File.Image;

    public IEnumerable<PlacedSetting> Bound => Effective.Concat(Possible);

    /// <summary>Whether others are offered a port by compose; else by EXPOSE.</summary>
    public bool IsPublishedByService => PublishedIn is not null && PublishedIn != Dockerfile;

    /// <summary>Container ports that others are offered: compose's ports, else EXPOSE.</summary>
    public IReadOnlyList<PublishedPort> Published { get; init; } = Service is { Ports.Count: > 0 } ? Service.Ports : Dockerfile?.File.Image?.Exposed ?? [];

    /// <summary>The file that <see cref="Published"/> stands in.</summary>
    public ConfigurationDocument? PublishedIn { get; init; } = Service is { Ports.Count: > 0 } ? Container : Dockerfile;
}

/// <summary>One ASP.NET Core server: its code, the files that configure it, and the ways in which it is run.</summary>
internal sealed record WebServer(ImmutableArray<Deployment> Deployments)
{
    /// <summary>Where containers are described, the program alone is a developer's run, and only they are judged.</summary>
    public IEnumerable<Deployment> Judged =>
        Deployments.Any(deployment => deployment.Container is not null)
            ? Deployments.Where(deployment => deployment.Container is not null)
            : Deployments;
}

/// <summary>The ASP.NET Core servers of a project with the addresses that are really bound, and its other listeners.</summary>
/// <param name="Configured">Every setting of the project's own files, in force or not, launch profiles included.</param>
/// <param name="Dead">What is beaten in every deployment that it is part of.</param>
internal sealed record ServerModel(
    ImmutableArray<WebServer> Web,
    ImmutableArray<ListenSite> Others,
    ImmutableArray<PlacedSetting> Configured,
    ImmutableArray<OverriddenSetting> Dead)
{
    public static ServerModel Of(ProjectFacts facts)
    {
        var own = facts.Source.Sites.Where(site => site.Row.Source is not null).ToImmutableArray();
        var others = facts.Source.Sites.Where(site => site.Row.Source is null).ToImmutableArray();
        var hosts = facts.Source.Marks.Where(mark => (mark.Kind & Marks.CreatesWebHost) != 0).ToImmutableArray();
        if (own.IsEmpty && hosts.IsEmpty)
        {
            return new ServerModel(ImmutableArray<WebServer>.Empty, others, ImmutableArray<PlacedSetting>.Empty, ImmutableArray<OverriddenSetting>.Empty);
        }

        var groups = hosts.Length <= 1
            ? [own]
            : own.GroupBy(site => site.Server).Select(group => group.ToImmutableArray());
        var reader = new DeploymentReader(facts, isOnlyServer: hosts.Length <= 1);
        var servers = groups.Select(reader.Read).ToImmutableArray();
        return new ServerModel(servers, others, reader.Configured, DeadIn(servers));
    }

    private static ImmutableArray<OverriddenSetting> DeadIn(ImmutableArray<WebServer> servers)
    {
        var deployments = servers.SelectMany(server => server.Deployments).ToArray();
        var alive = new HashSet<PlacedSetting>(deployments.SelectMany(deployment =>
            deployment.IsCertain ? deployment.Bound : deployment.Bound.Concat(deployment.Overridden.Select(dead => dead.Setting))));
        return deployments
            .SelectMany(deployment => deployment.Overridden)
            .Where(dead => !alive.Contains(dead.Setting))
            .GroupBy(dead => dead.Setting)
            .Select(group => group.First())
            .ToImmutableArray();
    }
}
