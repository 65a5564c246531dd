using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules;

/// <summary>LL0001: a line of a team's own API file that does not count.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableApiRow() : ListenLintAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.UnreadableApiRow,
        "A line of ListenLint.Apis.txt cannot be read",
        "The line does not count: {0}",
        DiagnosticSeverity.Warning,
        "ListenLint.Apis.txt names a team's own listeners, clients and connection owners, one a line. A line that cannot be read is left out; the others count.",
        category: RuleCategories.Input);

    private protected override bool SpeaksInTests => true;

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts) =>
        facts.Apis.Unreadable.Select(row => new Finding(Rule, FindingPlace.Of(row.File, row.Text, row.Error.Word), row.Error.Message));
}
