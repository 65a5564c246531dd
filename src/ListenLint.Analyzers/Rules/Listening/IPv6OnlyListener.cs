using System.Collections.Immutable;
using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1008: all addresses of one family, where all addresses were meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IPv6OnlyListener() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.IPv6OnlyListener,
        "The listener takes no IPv4 client",
        "The socket on '{0}' takes IPv6 alone: clients that connect to an IPv4 address, 127.0.0.1 included, do not reach it",
        DiagnosticSeverity.Info,
        "IPAddress.IPv6Any means every IPv6 address. A socket that is made for IPv6 takes IPv4 clients only when DualMode is set before it is bound; TcpListener.Create(port) does so.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        foreach (var site in facts.Source.Sites)
        {
            if (site.IsIPv6Only && site.Guard != Guard.Development)
            {
                var address = site.Addresses[0];
                var origin = FindingPlace.Of(address.Origin);
                yield return new Finding(Rule, FindingPlace.Of(site.Argument), address.Address.Text)
                {
                    Related = address.Origin == site.Argument ? ImmutableArray<FindingPlace>.Empty : ImmutableArray.Create(origin),
                };
            }
        }
    }
}
