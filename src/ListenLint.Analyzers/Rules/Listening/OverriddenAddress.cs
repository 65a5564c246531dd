using System.Collections.Immutable;
using ListenLint.Analyzers.Facts;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1006: a listen address that another one beats wherever the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverriddenAddress() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.OverriddenAddress,
        "The address never takes effect",
        "The address '{0}' never takes effect: {1} wins",
        DiagnosticSeverity.Warning,
        "ASP.NET Core takes listen addresses from many places and drops all but the strongest, with a line in the log at most. Endpoints in code and in Kestrel:Endpoints beat every URL; app.Run(url) beats app.Urls, UseUrls, --urls, appsettings, DOTNET_URLS and ASPNETCORE_URLS, in this order; any URL beats any port setting.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        foreach (var dead in facts.Servers.Dead)
        {
            var winner = PlaceOf(dead.Winner);
            yield return new Finding(Rule, PlaceOf(dead.Setting)!, dead.Setting.Setting.Text, NameOf(dead.Winner))
            {
                IsHint = dead.SaysTheSame,
                Related = winner is null ? ImmutableArray<FindingPlace>.Empty : ImmutableArray.Create(winner),
            };
        }
    }

    private static FindingPlace? PlaceOf(PlacedSetting placed) => placed switch
    {
        { Site: { } site } => FindingPlace.Of(site.Argument),
        { Document: { } document } => FindingPlace.Of(document, placed.Setting.Place.Range),
        _ => null,
    };

    private static string NameOf(PlacedSetting winner) => winner switch
    {
        { Site: { } site } => $"'{winner.Setting.Text}' in {Paths.NameOf(site.Argument.Tree.FilePath)}",
        { Document: { } document } => $"'{winner.Setting.Text}' in {Paths.NameOf(document.File.Path)}",
        _ => $"'{winner.Setting.Text}'",
    };
}
