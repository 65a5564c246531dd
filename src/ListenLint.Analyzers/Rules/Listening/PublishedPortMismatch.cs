using System.Collections.Immutable;
using System.Globalization;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1007: a container publishes a port on which the program inside does not listen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublishedPortMismatch() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.PublishedPortMismatch,
        "The published port is not the one that the program listens on",
        "Port {0} is published, but the program listens on {1}{2}",
        DiagnosticSeverity.Warning,
        "A published port leads to a port inside the container. Where nothing listens on that one, clients are refused. The ASP.NET Core images listen on 8080 since .NET 8 and listened on 80 before.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        if (ListenerSurroundings.IsAddressedFromOutside(facts) || facts.Servers.Web.Length != 1)
        {
            yield break;
        }

        foreach (var deployment in facts.Servers.Web[0].Deployments.Where(deployment => deployment.Container is not null))
        {
            if (deployment.Service?.UsesHostNetwork == true || PortsOf(deployment, facts) is not { } listening)
            {
                continue;
            }

            var known = deployment.Published.Where(port => port.ContainerPort is not null).ToArray();
            var hasMatch = known.Any(port => listening.Contains(port.ContainerPort!.Value));

            // EXPOSE only documents, and templates expose the HTTPS port of a debugging session too: one port that fits is enough,
            // and where none fits, one finding: the port that the older images listened on, else the first.
            var isExpose = !deployment.IsPublishedByService;
            if (isExpose && hasMatch)
            {
                continue;
            }

            var wrong = known.Where(port => !listening.Contains(port.ContainerPort!.Value));
            foreach (var port in isExpose ? wrong.OrderBy(port => IsChangedDefault(deployment, port) ? 0 : 1).Take(1) : wrong)
            {
                if (deployment.PublishedIn is { } document)
                {
                    yield return Mismatch(deployment, port, FindingPlace.Of(document, port.ContainerPortRange), listening, isHint: isExpose ? !IsChangedDefault(deployment, port) : hasMatch && facts.UsesLibraries);
                }
            }
        }
    }

    private static Finding Mismatch(Deployment deployment, PublishedPort port, FindingPlace place, SortedSet<int> listening, bool isHint)
    {
        var reason = IsImageDefault(deployment) ? $" (the default of {deployment.Image!.BaseImage})" : "";
        return new Finding(Rule, place, port.ContainerPort!.Value, string.Join(", ", listening), reason)
        {
            IsHint = isHint,
            Properties = ImmutableDictionary<string, string?>.Empty.Add("Port", RightPort(deployment, port.ContainerPort.Value, listening)?.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>The port that was meant, where there is no choice: the only one, or Kestrel's only one in place of a web port.</summary>
    private static int? RightPort(Deployment deployment, int published, SortedSet<int> listening)
    {
        if (listening.Count == 1)
        {
            return listening.Min;
        }

        var web = deployment.Effective.SelectMany(setting => setting.Setting.Addresses).Select(address => address.Port).Distinct().ToArray();
        return web.Length == 1 && published is 80 or 443 or 5000 or 5001 or 8080 or 8081 ? web[0] : null;
    }

    /// <summary>80 became 8080 with .NET 8; any other port was never a default, and is set by somebody out of sight more often than not.</summary>
    private static bool IsChangedDefault(Deployment deployment, PublishedPort port) =>
        port.ContainerPort is 80 or 8080 && IsImageDefault(deployment);

    private static bool IsImageDefault(Deployment deployment) =>
        deployment.Image is not null && deployment.Effective.Any(setting => setting.Setting.IsImageDefault);

    /// <summary>Every port that the program opens there; null when one of them is not known.</summary>
    private static SortedSet<int>? PortsOf(Deployment deployment, ProjectFacts facts)
    {
        // On the built-in default the port is closed whatever its number: LL1002 says so.
        if (!deployment.IsCertain || !deployment.Possible.IsEmpty || deployment.Effective.Any(setting => setting.Setting.Source == AddressSource.BuiltInDefault))
        {
            return null;
        }

        var ports = new SortedSet<int>();
        var addresses = deployment.Effective.Select(setting => (setting.Setting.IsKnown && setting.Site?.Unknown is null, setting.Setting.Addresses.Select(address => address.Port)))
            .Concat(facts.Servers.Others.Select(site => (site.Unknown is null && !site.Addresses.IsEmpty, site.Addresses.Select(address => address.Address.Port))));
        foreach (var (isKnown, found) in addresses)
        {
            foreach (var port in found)
            {
                if (port is null)
                {
                    return null;
                }

                ports.Add(port.Value);
            }

            if (!isKnown)
            {
                return null;
            }
        }

        return ports.Count == 0 ? null : ports;
    }
}
