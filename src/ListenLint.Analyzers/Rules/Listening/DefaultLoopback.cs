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
        var entry = facts.Source.Marks.Where(mark => (mark.Kind & Marks.CreatesWebHost) != 0).Select(mark => FindingPlace.Of(mark.Call)).ToImmutableArray();
        foreach (var deployment in deployments.Where(deployment => deployment.Container is not null && deployment.Image is { BaseImageSetsNoAddress: true }))
        {
            // One finding a file: the first published port stands for the rest.
            if (deployment.Published is [{ ContainerPort: { } port } published, ..] && deployment.PublishedIn is { } document)
            {
                yield return new Finding(Rule, FindingPlace.Of(document, published.ContainerPortRange), $" in the program or in the image {deployment.Image!.BaseImage}", port) { Related = entry };
            }
        }

        if (facts.Options.ReportsDefaultLoopback && deployments.Any(deployment => deployment.Container is null) && facts.Servers.Web.All(server => server.Deployments.Length == 1))
        {
            foreach (var place in entry)
            {
                yield return new Finding(Rule, place, "", "5000");
            }
        }
    }

    private static bool IsDefault(Deployment deployment) =>
        deployment.Possible.IsEmpty && deployment.Effective.Length == 1 && deployment.Effective[0].Setting.Source == AddressSource.BuiltInDefault;
}
