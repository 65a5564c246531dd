using System.Collections.Immutable;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1002: no address anywhere, so that Kestrel falls back to localhost:5000, in a container that publishes a port.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefaultLoopback() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.DefaultLoopback,
        "No listen address is set, so the server listens on localhost alone",
        "No listen address is set{0}, so the server listens on localhost:5000 alone and port {1} stays closed to others",
        DiagnosticSeverity.Warning,
        "Without any address Kestrel listens on http://localhost:5000. The ASP.NET Core images set one; a plain distribution image and an SDK image before .NET 8 do not.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        if (ListenerSurroundings.IsAddressedFromOutside(facts) || facts.Options.IsTrue("IsAspireHost"))
        {
            yield break;
        }

        var deployments = facts.Servers.Web.SelectMany(server => server.Deployments).Where(deployment => deployment.IsCertain && IsDefault(deployment)).ToArray();
        var entries = facts.Source.Marks.Where(mark => (mark.Kind & Marks.CreatesWebHost) != 0).Select(mark => mark.Call).ToArray();
        foreach (var deployment in deployments.Where(deployment => deployment.Container is not null && deployment.Image is { BaseImageSetsNoAddress: true }))
        {
            // One finding a file: the first published port stands for the rest.
            if (deployment.Published is [{ ContainerPort: { } port } published, ..] && deployment.PublishedIn is { } document)
            {
                yield return new Finding(Rule, FindingPlace.Of(document, published.ContainerPortRange), $" in the program or in the image {deployment.Image!.BaseImage}", port)
                {
                    Related = entries.Select(FindingPlace.Of).ToImmutableArray(),
                    Properties = ForFix(deployment.Dockerfile!, port, facts.Options.TargetFramework),
                };
            }
        }

        if (deployments.Any(deployment => deployment.Container is null) && facts.Servers.Web.All(server => server.Deployments.Length == 1))
        {
            foreach (var entry in entries.Where(entry => facts.Options.ReportsDefaultLoopback(entry.Tree)))
            {
                yield return new Finding(Rule, FindingPlace.Of(entry), "", "5000");
            }
        }
    }

    /// <summary>What to write, and into which Dockerfile: the published port may stand in a compose file.</summary>
    private static ImmutableDictionary<string, string?> ForFix(ConfigurationDocument dockerfile, int port, string? targetFramework)
    {
        // ASPNETCORE_HTTP_PORTS is read since .NET 8, ASPNETCORE_URLS by every version.
        var isPortsRead = targetFramework is not null
            && targetFramework.StartsWith("net", StringComparison.OrdinalIgnoreCase)
            && Version.TryParse(targetFramework.Split('-')[0].Substring("net".Length), out var version)
            && version.Major >= 8;
        return ImmutableDictionary<string, string?>.Empty
            .Add("Dockerfile", dockerfile.File.Path)
            .Add("Variable", isPortsRead ? $"ASPNETCORE_HTTP_PORTS={port}" : $"ASPNETCORE_URLS=http://*:{port}");
    }

    private static bool IsDefault(Deployment deployment) =>
        deployment.Possible.IsEmpty && deployment.Effective.Length == 1 && deployment.Effective[0].Setting.Source == AddressSource.BuiltInDefault;
}
