using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1009: the opposite question, for those who must prove that nothing is open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListenerOpenToAll() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.ListenerOpenToAll,
        "The listener is open to every network",
        "The listener on '{0}' is reachable from every network that the machine is on",
        DiagnosticSeverity.Warning,
        "Off by default. It lists the listeners that other machines can reach, so that each of them is a decision: authentication, TLS, a firewall rule for the intended source.",
        isEnabled: false);

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        foreach (var judged in ListenerSurroundings.Judged(facts))
        {
            if (judged.Site.Addresses.FirstOrDefault(address => address.Address.Kind.IsOpenToAll()) is { } open)
            {
                yield return new Finding(Rule, FindingPlace.Of(judged.Site.Argument), open.Shown);
            }
        }

        foreach (var judged in ListenerSurroundings.JudgedConfiguration(facts))
        {
            if (!judged.Setting.Setting.IsImageDefault
                && judged.Setting.Setting.Addresses.FirstOrDefault(address => address.Kind.IsOpenToAll()) is { } open)
            {
                yield return new Finding(Rule, FindingPlace.Of(judged.Document, judged.Setting.Setting.Place.Range), open.Text);
            }
        }
    }
}
