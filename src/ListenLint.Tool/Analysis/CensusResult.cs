namespace ListenLint.Tool.Analysis;

internal sealed record SiteCounts(int Seen, int Understood)
{
    public int Unknown => Seen - Understood;
}

internal sealed record UnknownSite(SiteRole Role, string Api, string Reason, SourcePlace Place);

/// <summary>What was seen over all projects; a site that several target frameworks share counts once.</summary>
internal sealed class CensusResult
{
    private readonly Dictionary<(SiteRole, string, int, int), (bool Understood, UnknownSite? Unknown)> _sites = [];

    public IReadOnlyList<UnknownSite> Unknown =>
        [.. _sites.Values.Where(site => !site.Understood).Select(site => site.Unknown!)
            .OrderBy(site => site.Place.Path, StringComparer.Ordinal).ThenBy(site => site.Place.Start)];

    public void Add(CountedSite site, SourcePlace place)
    {
        var key = (site.Role, place.Path, place.Line, place.Column);
        if (site.NotUnderstood is not { } reason)
            _sites[key] = (true, null);
        else
            _sites.TryAdd(key, (false, new UnknownSite(site.Role, site.Api, reason, place)));
    }

    public SiteCounts Of(SiteRole role)
    {
        var sites = _sites.Where(site => site.Key.Item1 == role).ToArray();
        return new SiteCounts(sites.Length, sites.Count(site => site.Value.Understood));
    }
}
