using System.Collections.Immutable;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Facts;

/// <summary>One setting with where it stands: in code (a site) or in a file (a document).</summary>
internal sealed record PlacedSetting(AddressSetting Setting, ListenSite? Site, ConfigurationDocument? Document)
{
    public int? OnlyPort => Setting.Addresses.Count == 1 ? Setting.Addresses[0].Port : null;
}

/// <summary>A setting that never takes effect in a deployment, and the one that beats it.</summary>
internal sealed record OverriddenSetting(PlacedSetting Setting, PlacedSetting Winner, bool SaysTheSame);

/// <summary>One way in which the program is run: on its own, or in a container that we can see.</summary>
/// <param name="Name">For messages: "Dockerfile", "docker-compose.yml"; empty for the program on its own.</param>
/// <param name="Container">The file that describes the container.</param>
/// <param name="IsCertain">Whether what is effective is surely so.</param>
internal sealed record Deployment(
    string Name,
    ConfigurationDocument? Container,
    ContainerImage? Image,
    ComposeService? Service,
    ImmutableArray<PlacedSetting> Effective,
    ImmutableArray<OverriddenSetting> Overridden,
    bool IsCertain)
{
    /// <summary>Container ports that others are offered: compose's ports, else EXPOSE.</summary>
    public IReadOnlyList<PublishedPort> Published => Service is { Ports.Count: > 0 } ? Service.Ports : Image?.Exposed ?? [];
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
internal sealed record ServerModel(ImmutableArray<WebServer> Web, ImmutableArray<ListenSite> Others)
{
    public static ServerModel Of(ProjectFacts facts)
    {
        var own = facts.Source.Sites.Where(site => site.Row.Source is not null).ToImmutableArray();
        var others = facts.Source.Sites.Where(site => site.Row.Source is null).ToImmutableArray();
        var hosts = facts.Source.Marks.Where(mark => (mark.Kind & Marks.CreatesWebHost) != 0).ToImmutableArray();
        if (own.IsEmpty && hosts.IsEmpty)
        {
            return new ServerModel(ImmutableArray<WebServer>.Empty, others);
        }

        var groups = hosts.Length <= 1
            ? [own]
            : own.GroupBy(site => site.Server).Select(group => group.ToImmutableArray());
        var reader = new DeploymentReader(facts, isOnlyServer: hosts.Length <= 1);
        return new ServerModel(groups.Select(reader.Read).ToImmutableArray(), others);
    }
}

/// <summary>Puts code and configuration together in the order in which ASP.NET Core reads them.</summary>
internal sealed class DeploymentReader(ProjectFacts facts, bool isOnlyServer)
{
    private readonly ContainerMapping _mapping = new(facts.Options.ProjectFolder, facts.Options.Property("MSBuildProjectFile"), facts.AssemblyName);

    public WebServer Read(ImmutableArray<ListenSite> sites)
    {
        var code = sites.Where(site => site.Guard != Guard.Development).Select(FromSite).ToArray();
        var files = facts.Configuration
            .Where(document => document.File.Kind == ConfigurationFileKind.AppSettings && IsOurs(document))
            .Where(document => !IsDevelopment(document.File.EnvironmentName))
            .OrderBy(document => document.File.EnvironmentName is null ? 0 : 1)
            .SelectMany(document => document.File.Addresses.Select(setting => new PlacedSetting(InForce(setting, document.File), null, document)))
            .ToArray();

        var deployments = new List<Deployment> { Resolve("", null, null, null, [.. files, .. code]) };
        var dockerfiles = facts.Configuration.Where(document => document.File.Kind == ConfigurationFileKind.Dockerfile).ToImmutableArray();
        var composed = new HashSet<ConfigurationDocument>();
        foreach (var compose in facts.Configuration.Where(document => document.File.Kind == ConfigurationFileKind.Compose))
        {
            foreach (var (service, dockerfile) in _mapping.ServicesOf(compose.File, dockerfiles))
            {
                if (dockerfile is not null)
                {
                    composed.Add(dockerfile);
                }

                var image = dockerfile is null ? [] : InDocument(dockerfile.File.Image?.Addresses, dockerfile);
                PlacedSetting[] settings = [.. files, .. image, .. InDocument(service.Addresses, compose), .. code];
                deployments.Add(Resolve(Paths.NameOf(compose.File.Path), compose, dockerfile?.File.Image, service, settings));
            }
        }

        foreach (var dockerfile in dockerfiles.Where(document => !composed.Contains(document) && _mapping.IsOurs(document.File)))
        {
            PlacedSetting[] settings = [.. files, .. InDocument(dockerfile.File.Image?.Addresses, dockerfile), .. code];
            deployments.Add(Resolve(Paths.NameOf(dockerfile.File.Path), dockerfile, dockerfile.File.Image, null, settings));
        }

        return new WebServer(deployments.ToImmutableArray());
    }

    private static bool IsDevelopment(string? environment) =>
        environment is not null
        && (environment.Equals("Development", StringComparison.OrdinalIgnoreCase) || environment.Equals("Local", StringComparison.OrdinalIgnoreCase));

    /// <summary>Production is what a program runs in when nobody says otherwise.</summary>
    private static AddressSetting InForce(AddressSetting setting, ConfigurationFile file) =>
        string.Equals(file.EnvironmentName, "Production", StringComparison.OrdinalIgnoreCase) ? setting with { IsConditional = false } : setting;

    private static IEnumerable<PlacedSetting> InDocument(IEnumerable<AddressSetting>? settings, ConfigurationDocument document) =>
        (settings ?? []).Select(setting => new PlacedSetting(setting, null, document));

    private bool IsOurs(ConfigurationDocument document) =>
        facts.Options.ProjectFolder is not { } folder
        || Paths.FolderOf(document.File.Path).Equals(folder, StringComparison.OrdinalIgnoreCase);

    private static PlacedSetting FromSite(ListenSite site)
    {
        var isFallback = site.Addresses.Any(address => address.Certainty == Certainty.Fallback);
        var isKnown = site.Unknown is null || isFallback;
        var source = site.Row.Source!.Value;
        var setting = new AddressSetting(
            source,
            KeyOf(site, source),
            string.Join(";", site.Addresses.Select(address => address.Address.Text)),
            isKnown ? site.Addresses.Select(address => address.Address).ToArray() : [],
            new Place(site.Argument.Tree.FilePath, new TextRange(site.Argument.Span.Start, site.Argument.Span.Length)))
        {
            IsConditional = site.Guard != Guard.None || isFallback || site.Addresses.Any(address => address.IsAlternative),
        };
        return new PlacedSetting(setting, site, null);
    }

    /// <summary>Settings of one key replace each other; endpoints and app.Urls accumulate, so that each has its own.</summary>
    private static string KeyOf(ListenSite site, AddressSource source) => source switch
    {
        AddressSource.ListenCall or AddressSource.KestrelEndpoint or AddressSource.UrlsCollection =>
            source + "@" + site.Call.Tree.FilePath + ":" + site.Call.Span.Start,
        _ => source.ToString(),
    };

    private Deployment Resolve(
        string name, ConfigurationDocument? container, ContainerImage? image, ComposeService? service, PlacedSetting[] settings)
    {
        var placed = new Dictionary<AddressSetting, PlacedSetting>(ReferenceComparer.Instance);
        foreach (var setting in settings)
        {
            placed[setting.Setting] = setting;
        }

        var resolved = EffectiveAddresses.Resolve(settings.Select(setting => setting.Setting).ToArray(), facts.Source.Has(Marks.PrefersUrls));
        PlacedSetting Placed(AddressSetting setting) =>
            placed.TryGetValue(setting, out var known) ? known : new PlacedSetting(setting, null, null);
        return new Deployment(
            name,
            container,
            image,
            service,
            resolved.Effective.Select(Placed).ToImmutableArray(),
            resolved.Dead.Select(dead => new OverriddenSetting(Placed(dead.Setting), Placed(dead.Winner), dead.SaysTheSame)).ToImmutableArray(),
            resolved.IsCertain && isOnlyServer && !facts.Source.Has(Marks.Unfollowed));
    }

    private sealed class ReferenceComparer : IEqualityComparer<AddressSetting>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(AddressSetting? x, AddressSetting? y) => ReferenceEquals(x, y);

        public int GetHashCode(AddressSetting setting) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(setting);
    }
}
