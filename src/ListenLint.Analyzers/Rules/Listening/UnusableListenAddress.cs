using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1003: a listen address with which the server does not start.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusableListenAddress() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.UnusableListenAddress,
        "The server cannot listen on this address",
        "The server does not start with '{0}': {1}",
        DiagnosticSeverity.Warning,
        "Every server reads listen addresses in its own way, and none of them as System.Uri does. This form was measured to throw when the server starts.");

    private protected override bool SpeaksInTests => true;

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts) => InSource(facts).Concat(InConfiguration(facts));

    private static IEnumerable<Finding> InSource(ProjectFacts facts)
    {
        var overridden = new HashSet<ListenSite>(OverriddenAddress.Certain(facts).Select(dead => dead.Setting.Site).OfType<ListenSite>());
        foreach (var site in facts.Source.Sites.Where(site => !overridden.Contains(site)))
        {
            if (site.Row.Throws == ApiFault.TextHost && site.Addresses.FirstOrDefault() is { } given)
            {
                yield return new Finding(
                    Rule, FindingPlace.Of(site.Argument), given.Address.Text, "this overload makes a name to be resolved of every text and cannot bind it; hand over an IPAddress");
                continue;
            }

            foreach (var address in site.Addresses.Where(address => address.Address.Fault != ListenFault.None && !address.IsAlternative).Take(1))
            {
                yield return new Finding(Rule, FindingPlace.Of(site.Argument), address.Address.Text, ListenFaults.Reason(address.Address.Fault));
            }
        }
    }

    private static IEnumerable<Finding> InConfiguration(ProjectFacts facts)
    {
        var overridden = new HashSet<(string, int)>(OverriddenAddress.Certain(facts)
            .Where(dead => dead.Setting.Document is not null)
            .Select(dead => (dead.Setting.Setting.Place.Path, dead.Setting.Setting.Place.Range.Start)));
        if (facts.Servers.Web.IsEmpty)
        {
            yield break;
        }

        foreach (var document in facts.Configuration)
        {
            var settings = document.File.Addresses
                .Concat(document.File.Image?.Addresses ?? [])
                .Concat(document.File.Services.SelectMany(service => service.Addresses))
                .Where(setting => !setting.IsImageDefault);
            foreach (var setting in settings)
            {
                var fault = setting.Addresses.FirstOrDefault(address => address.Fault != ListenFault.None);
                if (fault is not null && facts.Owns(document) && !overridden.Contains((setting.Place.Path, setting.Place.Range.Start)))
                {
                    yield return new Finding(Rule, FindingPlace.Of(document, setting.Place.Range), fault.Text, ListenFaults.Reason(fault.Fault));
                }
            }
        }
    }
}
