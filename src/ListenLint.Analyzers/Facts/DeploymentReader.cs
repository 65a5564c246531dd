using System.Collections.Immutable;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Core;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Facts;

/// <summary>Puts code and configuration together in the order in which ASP.NET Core reads them.</summary>
internal sealed class DeploymentReader(ProjectFacts facts, bool isOnlyServer)
{
    private readonly ContainerMapping _mapping = new(facts.Options.ProjectFolder, facts.Options.Property("MSBuildProjectFile"), facts.AssemblyName);

    private readonly Dictionary<AddressSetting, PlacedSetting> _placed = new(ReferenceComparer.Instance);
    private readonly List<PlacedSetting> _configured = [];

    /// <summary>Every setting of the project's own files that was read.</summary>
    public ImmutableArray<PlacedSetting> Configured => _configured
        .Concat(facts.Configuration
            .Where(document => document.File.Kind == ConfigurationFileKind.LaunchSettings && IsOurs(document))
            .SelectMany(document => InDocument(document.File.Addresses, document)))
        .GroupBy(placed => (placed.Setting.Place, placed.Setting.Source))
        .Select(group => group.First())
        .ToImmutableArray();

    public WebServer Read(ImmutableArray<ListenSite> sites)
    {
        var code = sites.Where(site => site.Guard != Guard.Development).Select(FromSite).ToArray();
        var files = facts.Configuration
            .Where(document => document.File.Kind == ConfigurationFileKind.AppSettings && IsOurs(document))
            .Where(document => !IsDevelopment(document.File.EnvironmentName))
            .OrderBy(document => document.File.EnvironmentName is null ? 0 : 1)
            .SelectMany(document => InDocument(document.File.Addresses.Select(setting => InForce(setting, document.File)), document))
            .ToArray();

        var deployments = new List<Deployment> { Resolve("", null, null, null, [.. files, .. code]) };
        var dockerfiles = facts.Configuration.Where(document => document.File.Kind == ConfigurationFileKind.Dockerfile).ToImmutableArray();
        var composed = new HashSet<ConfigurationDocument>();
        foreach (var compose in facts.Configuration.Where(document => document.File.Kind == ConfigurationFileKind.Compose && !ComposeOverride.Is(document)))
        {
            var composeOverride = ComposeOverride.Of(compose, facts.Configuration);
            foreach (var (service, dockerfile) in _mapping.ServicesOf(compose.File, dockerfiles))
            {
                if (dockerfile is not null)
                {
                    composed.Add(dockerfile);
                }

                var image = dockerfile is null ? [] : InDocument(dockerfile.File.Image?.Addresses, dockerfile);
                var overriding = composeOverride?.File.Services.FirstOrDefault(other => other.Name == service.Name);
                var overridden = overriding is null ? [] : InDocument(overriding.Addresses, composeOverride!);
                PlacedSetting[] settings = [.. files, .. image, .. InDocument(service.Addresses, compose), .. overridden, .. code];
                var deployment = Resolve(Paths.NameOf(compose.File.Path), compose, dockerfile, service, settings);
                if (overriding is { Ports.Count: > 0 } && service.Ports.Count == 0)
                {
                    deployment = deployment with { Published = overriding.Ports, PublishedIn = composeOverride };
                }

                deployments.Add(overriding is { HasOutsideSettings: true } ? deployment with { IsCertain = false } : deployment);
            }
        }

        foreach (var dockerfile in dockerfiles.Where(document => !composed.Contains(document) && _mapping.IsOurs(document.File)))
        {
            PlacedSetting[] settings = [.. files, .. InDocument(dockerfile.File.Image?.Addresses, dockerfile), .. code];
            deployments.Add(Resolve(Paths.NameOf(dockerfile.File.Path), dockerfile, dockerfile, null, settings));
        }

        return new WebServer(deployments.ToImmutableArray());
    }

    private static bool IsDevelopment(string? environment) =>
        environment is not null
        && (environment.Equals("Development", StringComparison.OrdinalIgnoreCase) || environment.Equals("Local", StringComparison.OrdinalIgnoreCase));

    /// <summary>Production is what a program runs in when nobody says otherwise.</summary>
    private static AddressSetting InForce(AddressSetting setting, ConfigurationFile file) =>
        string.Equals(file.EnvironmentName, "Production", StringComparison.OrdinalIgnoreCase) ? setting with { IsConditional = false } : setting;

    /// <summary>One object for one setting, so that deployments that share a file speak of the same.</summary>
    private PlacedSetting[] InDocument(IEnumerable<AddressSetting>? settings, ConfigurationDocument document)
    {
        var placed = (settings ?? []).Select(setting => new PlacedSetting(setting, null, document)).ToArray();
        for (var i = 0; i < placed.Length; i++)
        {
            if (_configured.Find(known => known.Document == document && known.Setting.Place == placed[i].Setting.Place && known.Setting.Source == placed[i].Setting.Source) is { } before)
            {
                placed[i] = before;
            }
            else if (document.File.Kind != ConfigurationFileKind.LaunchSettings)
            {
                _configured.Add(placed[i]);
            }
        }

        return placed;
    }

    private bool IsOurs(ConfigurationDocument document) =>
        facts.Options.ProjectFolder is not { } folder
        || Paths.FolderOf(document.File.Path).Equals(FolderFor(document, folder), StringComparison.OrdinalIgnoreCase);

    private static string FolderFor(ConfigurationDocument document, string projectFolder) =>
        document.File.Kind == ConfigurationFileKind.LaunchSettings ? projectFolder + "/Properties" : projectFolder;

    private static PlacedSetting FromSite(ListenSite site)
    {
        var isFallback = site.Addresses.Any(address => address.Certainty == Certainty.Fallback);
        var isKnown = site.Unknown is null || isFallback;
        var source = site.Row.Source!.Value;
        var setting = new AddressSetting(
            source,
            KeyOf(site, source),
            string.Join(";", site.Addresses.Select(address => address.Shown)),
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
        string name, ConfigurationDocument? container, ConfigurationDocument? dockerfile, ComposeService? service, PlacedSetting[] settings)
    {
        foreach (var setting in settings)
        {
            _placed[setting.Setting] = setting;
        }

        var resolved = EffectiveAddresses.Resolve(settings.Select(setting => setting.Setting).ToArray(), facts.Source.Has(Marks.PrefersUrls));
        PlacedSetting Placed(AddressSetting setting) =>
            _placed.TryGetValue(setting, out var known) ? known : new PlacedSetting(setting, null, null);
        return new Deployment(
            name,
            container,
            dockerfile,
            service,
            resolved.Effective.Select(Placed).ToImmutableArray(),
            resolved.Possible.Select(Placed).ToImmutableArray(),
            resolved.Dead.Where(dead => !dead.IsOverride || Placed(dead.Setting).Site is not null).Select(dead => new OverriddenSetting(Placed(dead.Setting), Placed(dead.Winner), dead.SaysTheSame)).ToImmutableArray(),
            resolved.IsCertain && isOnlyServer && !facts.Source.Has(Marks.Unfollowed) && service?.HasOutsideSettings != true);
    }

    private sealed class ReferenceComparer : IEqualityComparer<AddressSetting>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(AddressSetting? x, AddressSetting? y) => ReferenceEquals(x, y);

        public int GetHashCode(AddressSetting setting) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(setting);
    }
}
