using System.Collections.Immutable;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1001: a listener that only this machine can reach.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopbackListener() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.LoopbackListener,
        "The listener accepts connections from this machine only",
        "The listener on '{0}' is reachable from this machine only{1}",
        DiagnosticSeverity.Warning,
        "A server that is bound to 127.0.0.1, ::1 or localhost refuses every client on another machine and every client outside its container. Listen on all interfaces, take the address from configuration, or state that loopback is intended.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts) =>
        InSource(facts).Concat(InConfiguration(facts)).Concat(PublishedOnLoopback(facts));

    private static IEnumerable<Finding> InSource(ProjectFacts facts)
    {
        // A call that opens two ports, or fills two slots of a server, is one decision and one finding.
        foreach (var call in ListenerSurroundings.Judged(facts).GroupBy(judged => judged.Site.Argument))
        {
            var found = call.Select(judged => OfSite(judged, facts)).OfType<Finding>().ToArray();
            if (found.Length > 0)
            {
                yield return found[0] with
                {
                    Arguments = [string.Join(", ", found.Select(one => one.Arguments[0]).Distinct()), found[0].Arguments[1]],
                    IsHint = found.All(one => one.IsHint),
                };
            }
        }
    }

    private static Finding? OfSite(JudgedSite judged, ProjectFacts facts)
    {
        var site = judged.Site;
        var loopback = site.Addresses.Where(address => address.Address.Kind.IsLoopback()).ToArray();
        if (loopback.Length == 0 || judged.IsChoice || site.Guard == Guard.Development || site.Intent == Intent.Certain)
        {
            return null;
        }

        // Port 0 asks for any free port: whoever does so tells its clients the number, on this machine.
        if (loopback.All(address => address.Address.Port == 0))
        {
            return null;
        }

        var isFallback = loopback.All(address => address.Certainty == Certainty.Fallback);
        if ((site.Unknown is not null && !isFallback)
            || loopback.All(address => facts.ProxyTo(address.Address.Port) is not null)
            || loopback.All(address => facts.Options.MeansLoopback(site.Argument.Tree, address.Address.Port)))
        {
            return null;
        }

        return new Finding(
            Rule,
            FindingPlace.Of(site.Argument),
            string.Join(", ", loopback.Select(address => address.Shown)),
            Ending(judged.Proof, facts))
        {
            IsHint = isFallback || judged.HasOpenSibling || judged.IsUncertain || site.Intent == Intent.Probable || ListenerSurroundings.SpeakForLoopback(facts),
            Related = Related(site, loopback, judged.Proof),
        };
    }

    private static IEnumerable<Finding> InConfiguration(ProjectFacts facts)
    {
        foreach (var judged in ListenerSurroundings.JudgedConfiguration(facts))
        {
            var loopback = judged.Setting.Setting.Addresses.Where(address => address.Kind.IsLoopback() && address.Port != 0).ToArray();
            if (loopback.Length == 0
                || loopback.All(address => facts.ProxyTo(address.Port) is not null)
                || loopback.All(address => facts.Options.MeansLoopback(judged.Document.Additional, address.Port)))
            {
                continue;
            }

            yield return new Finding(
                Rule,
                FindingPlace.Of(judged.Document, judged.Setting.Setting.Place.Range),
                string.Join(", ", loopback.Select(address => address.Text)),
                Ending(judged.Proof, facts))
            {
                IsHint = judged.HasOpenSibling || ListenerSurroundings.SpeakForLoopback(facts),
                Related = judged.Proof is null ? ImmutableArray<FindingPlace>.Empty : ImmutableArray.Create(judged.Proof.Place),
            };
        }
    }

    /// <summary>A port that Docker publishes on 127.0.0.1 of the host: right behind a proxy on that host, so that it is never more than a hint.</summary>
    private static IEnumerable<Finding> PublishedOnLoopback(ProjectFacts facts)
    {
        foreach (var deployment in facts.Servers.Web.SelectMany(server => server.Deployments))
        {
            if (deployment.Service is not { } service)
            {
                continue;
            }

            foreach (var port in service.Ports)
            {
                if (port.HostAddress is { } host
                    && LoopbackTarget.Is(host)
                    && facts.ProxyTo(port.HostPort) is null
                    && !facts.Options.MeansLoopback(deployment.Container!.Additional, port.HostPort))
                {
                    yield return new Finding(Rule, FindingPlace.Of(deployment.Container!, port.Range), $"{host}:{port.HostPort}", Ending(null, facts)) { IsHint = true };
                }
            }
        }
    }

    private static string Ending(RemoteClientProof? proof, ProjectFacts facts)
    {
        if (proof is not null)
        {
            return $", but {proof.Text}";
        }

        return facts.Options.IsDesktop ? "" : "; do clients connect from other machines?";
    }

    private static ImmutableArray<FindingPlace> Related(ListenSite site, SiteAddress[] loopback, RemoteClientProof? proof)
    {
        var origins = loopback
            .Select(address => address.Origin)
            .Where(origin => origin.Tree != site.Argument.Tree
                || !(site.Argument.Span.Contains(origin.Span) || origin.Span.Contains(site.Argument.Span)))
            .Distinct()
            .Select(FindingPlace.Of);
        return proof is null ? origins.ToImmutableArray() : origins.Append(proof.Place).ToImmutableArray();
    }
}
