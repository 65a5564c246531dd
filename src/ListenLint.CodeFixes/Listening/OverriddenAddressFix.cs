using ListenLint.Analyzers;
using ListenLint.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Listening;

/// <summary>LL1006: what never takes effect goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverriddenAddressFix))]
public sealed class OverriddenAddressFix() : MendingFix(RuleIds.OverriddenAddress)
{
    internal const string RemoveKey = "remove:" + RuleIds.OverriddenAddress;
    internal const string RemoveTitle = "Remove the address that never takes effect";

    private protected override Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found)
    {
        IReadOnlyList<Mending> mendings = found.Sites.Length == 1 && new CallRemoval(found).Edits() is { } edits
            ? [new Mending(RemoveTitle, RemoveKey, edits, Outcome.Removed)]
            : [];
        return Task.FromResult(mendings);
    }
}
