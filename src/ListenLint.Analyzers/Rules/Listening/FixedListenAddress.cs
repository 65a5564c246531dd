using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1004: an address of one machine, compiled into the program.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixedListenAddress() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.FixedListenAddress,
        "The listen address belongs to one machine",
        "The program starts only on the machine whose address is '{0}'",
        DiagnosticSeverity.Info,
        "A fixed address can be bound on the machine that has it and on no other. Take it from configuration, or listen on all interfaces and let a firewall choose.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts) =>
        from judged in ListenerSurroundings.Judged(facts)
        where judged.Site.Guard != Guard.Development && judged.Site.Unknown is null
        let address = judged.Site.Addresses.FirstOrDefault(address => IsOfOneMachine(address.Address))
        where address is not null && !address.IsAlternative
        select new Finding(Rule, FindingPlace.Of(judged.Site.Argument), address.Address.Host ?? address.Address.Text);

    /// <summary>Multicast groups are joined, not owned; 255.255.255.255 is how an address family is switched off.</summary>
    private static bool IsOfOneMachine(ListenAddress address) =>
        address.Kind == HostKind.Specific
        && address.Fault == ListenFault.None
        && address.Host is { } host
        && host != "255.255.255.255"
        && !(int.TryParse(host.Split('.')[0], out var first) && first >= 224)
        && !host.TrimStart('[').StartsWith("ff", StringComparison.OrdinalIgnoreCase);
}
