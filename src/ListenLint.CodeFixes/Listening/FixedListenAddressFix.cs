using ListenLint.Analyzers;
using ListenLint.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Listening;

/// <summary>LL1004: the address of one machine goes where each machine can have its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixedListenAddressFix))]
public sealed class FixedListenAddressFix() : MendingFix(RuleIds.FixedListenAddress)
{
    internal const string ConfigureKey = "configure:" + RuleIds.FixedListenAddress;

    private protected override async Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found) =>
        await new ConfigurationMove(found).EditsAsync().ConfigureAwait(false) is { } edits
            ? [new Mending(LoopbackListenerFix.ConfigureTitle, ConfigureKey, edits, Outcome.Removed)]
            : [];
}
