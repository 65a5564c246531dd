using ListenLint.Analyzers.Facts;

namespace ListenLint.Analyzers.Rules.Listening;

public sealed class OverriddenAddress
{
    internal static IEnumerable<OverriddenSetting> Certain(ProjectFacts facts) =>
        facts.Servers.Web.SelectMany(server => server.Deployments).Where(deployment => deployment.IsCertain).SelectMany(deployment => deployment.Overridden);
}
