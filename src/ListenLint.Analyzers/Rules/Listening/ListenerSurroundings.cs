using ListenLint.Analyzers.Facts;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>Something in sight that shows that clients come from elsewhere.</summary>
internal sealed record RemoteClientProof(string Text, FindingPlace Place);

/// <summary>A place in code that listens for certain, with what stands around it.</summary>
/// <param name="IsChoice">Another branch, or another value of the same argument, listens on something else.</param>
/// <param name="HasOpenSibling">Another endpoint of the same server is, or may be, open to all.</param>
/// <param name="IsUncertain">A condition decides whether this address is in force.</param>
internal sealed record JudgedSite(ListenSite Site, bool IsChoice, bool HasOpenSibling, bool IsUncertain, RemoteClientProof? Proof);

/// <summary>A value in a configuration file that is in force.</summary>
internal sealed record JudgedSetting(PlacedSetting Setting, ConfigurationDocument Document, bool HasOpenSibling, RemoteClientProof? Proof);

/// <summary>Which listeners are in force, and what the others beside them say. Shared by the rules that judge single addresses.</summary>
internal static class ListenerSurroundings
{
    /// <summary>A proxy in front, or a program on somebody's desktop: loopback is more often meant than not.</summary>
    public static bool SpeakForLoopback(ProjectFacts facts) => facts.Options.IsDesktop || facts.Source.Has(Marks.BehindProxy);

    public static IEnumerable<JudgedSite> Judged(ProjectFacts facts)
    {
        foreach (var site in facts.Servers.Others)
        {
            var siblings = facts.Servers.Others.Where(other => other != site).ToArray();
            yield return new JudgedSite(
                site,
                IsChoice(site, siblings),
                OpenWithin(site)
                    || LeavesOtherFamilyOpen(site, siblings)
                    || siblings.Any(other => other.Server is not null && other.Server == site.Server && other.MayBeOpen),
                IsUncertain: false,
                Proof: null);
        }

        if (IsAddressedFromOutside(facts))
        {
            yield break;
        }

        var seen = new HashSet<ListenSite>();
        foreach (var (server, deployment) in facts.Servers.Web.SelectMany(server => server.Judged.Select(deployment => (server, deployment))))
        {
            // An admin port on loopback beside a public host of the same program is meant more often than not.
            var isBesideOpenHost = facts.Servers.Web.Any(other => other != server && other.Judged.SelectMany(others => others.Bound).Any(MayBeOpen));
            foreach (var effective in deployment.Bound)
            {
                if (effective.Site is { } site && seen.Add(site))
                {
                    var others = deployment.Bound.Where(other => other != effective).ToArray();
                    var isUncertain = effective.Setting.IsConditional && effective.Setting.Source != AddressSource.ListenCall && !site.IsLoopbackInAnyCase;
                    yield return new JudgedSite(
                        site,
                        IsChoice(site, facts.Source.Sites.Where(other => other != site && other.Row.Source is not null)),
                        OpenWithin(site) || isBesideOpenHost || others.Any(MayBeOpen),
                        isUncertain,
                        ProofOf(deployment));
                }
            }
        }
    }

    public static IEnumerable<JudgedSetting> JudgedConfiguration(ProjectFacts facts)
    {
        // Where code says what configuration is read, the usual files may not be.
        if (IsAddressedFromOutside(facts) || facts.Source.Has(Marks.Unfollowed))
        {
            yield break;
        }

        var seen = new HashSet<(string, int)>();
        foreach (var deployment in facts.Servers.Web.SelectMany(server => server.Judged))
        {
            foreach (var effective in deployment.Bound)
            {
                if (effective.Document is { } document && seen.Add((document.File.Path, effective.Setting.Place.Range.Start)))
                {
                    var hasOpenSibling = deployment.Bound.Any(other => other != effective && MayBeOpen(other))
                        || effective.Setting.Addresses.Any(address => !address.Kind.IsLoopback());
                    yield return new JudgedSetting(effective, document, hasOpenSibling, ProofOf(deployment));
                }
            }
        }
    }

    /// <summary>IIS, Functions, Lambda: the host gives the address, ours is not bound.</summary>
    public static bool IsAddressedFromOutside(ProjectFacts facts) =>
        facts.Source.Has(Marks.BehindIis) || facts.Options.IsHostedElsewhere;

    private static bool MayBeOpen(PlacedSetting setting) =>
        !setting.Setting.IsKnown || setting.Setting.Addresses.Any(address => !address.Kind.IsLoopback());

    private static bool IsOpenOn(PlacedSetting setting, int port) =>
        setting.Setting.Addresses.Any(address => address.Port == port && !address.Kind.IsLoopback());

    private static bool OpenWithin(ListenSite site) =>
        site.Addresses.Any(address => !address.IsAlternative && address.ReachesOthers);

    /// <summary>A server with a socket for each address family: one bound to loopback leaves the other as it was.</summary>
    private static bool LeavesOtherFamilyOpen(ListenSite site, IEnumerable<ListenSite> siblings) =>
        site.Row.OtherFamily is { } member
        && !siblings.Any(other => other.Server == site.Server && other.Row.Id.Contains("." + member) && !other.MayBeOpen);

    private static bool IsChoice(ListenSite site, IEnumerable<ListenSite> siblings) =>
        site.Addresses.Any(address => address.IsAlternative && address.ReachesOthers)
        || siblings.Any(other => other.Member == site.Member
            && other.MayBeOpen
            && other.Row.Protocol == site.Row.Protocol
            && (other.Guard == Guard.Condition || site.Guard == Guard.Condition));

    /// <summary>A port that others are offered and that no open endpoint of the same server answers: it leads to the loopback one, or nowhere.</summary>
    private static RemoteClientProof? ProofOf(Deployment deployment)
    {
        var port = deployment.Published.FirstOrDefault(published =>
            published.ContainerPort is not null
            && (published.HostAddress is null || !LoopbackTarget.Is(published.HostAddress))
            && !(published.ContainerPort is { } number && deployment.Bound.Any(bound => IsOpenOn(bound, number))));
        if (port is null || deployment.PublishedIn is not { } document)
        {
            return null;
        }

        var text = deployment.IsPublishedByService
            ? $"{Paths.NameOf(document.File.Path)} publishes port {port.HostPort ?? port.ContainerPort} to others"
            : $"{Paths.NameOf(document.File.Path)} exposes port {port.ContainerPort} to others";
        return new RemoteClientProof(text, FindingPlace.Of(document, port.Range));
    }
}
