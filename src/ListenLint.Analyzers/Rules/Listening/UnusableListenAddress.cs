using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
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
        var overridden = new HashSet<ListenSite>(facts.Servers.Dead.Select(dead => dead.Setting.Site).OfType<ListenSite>());
        foreach (var site in facts.Source.Sites.Where(site => !overridden.Contains(site)))
        {
            if (site.Row.Throws == ApiFault.TextHost && site.Addresses.FirstOrDefault() is { } given)
            {
                yield return new Finding(
                    Rule, FindingPlace.Of(site.Argument), given.Address.Text, "this overload makes a name to be resolved of every text and cannot bind it; hand over an IPAddress");
            }
            else if (site.Addresses.FirstOrDefault(address => address.Address.Fault != ListenFault.None && !address.IsAlternative) is { } address)
            {
                yield return new Finding(Rule, FindingPlace.Of(site.Argument), address.Address.Text, ListenFaults.Reason(address.Address.Fault));
            }
        }
    }

    private static IEnumerable<Finding> InConfiguration(ProjectFacts facts)
    {
        if (facts.Source.Has(Marks.Unfollowed))
        {
            yield break;
        }

        var overridden = new HashSet<PlacedSetting>(facts.Servers.Dead.Select(dead => dead.Setting));
        foreach (var placed in facts.Servers.Configured.Where(placed => !overridden.Contains(placed) && !placed.Setting.IsImageDefault))
        {
            if (placed.Setting.Addresses.FirstOrDefault(address => address.Fault != ListenFault.None) is { } fault)
            {
                yield return new Finding(Rule, FindingPlace.Of(placed.Document!, placed.Setting.Place.Range), fault.Text, ListenFaults.Reason(fault.Fault));
            }
        }
    }
}
