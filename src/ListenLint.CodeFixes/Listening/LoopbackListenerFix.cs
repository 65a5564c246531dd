using ListenLint.Analyzers;
using ListenLint.Analyzers.Evaluation;
using ListenLint.CodeFixes.Exposure;
using ListenLint.CodeFixes.Rewriting;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Listening;

/// <summary>LL1001 in code: open the listener, hand the decision to configuration, or write down that loopback is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopbackListenerFix))]
public sealed class LoopbackListenerFix() : MendingFix(RuleIds.LoopbackListener)
{
    internal const string OpenKey = ExposingFixAllProvider.ExposingKey + RuleIds.LoopbackListener;
    internal const string ConfigureKey = "configure:" + RuleIds.LoopbackListener;
    internal const string IntendKey = ExposingFixAllProvider.SuppressingKey + RuleIds.LoopbackListener + ":intended";

    internal const string OpenTitle = "Listen on all interfaces (reachable from other machines)";
    internal const string ReservedTitle = "Listen on all interfaces with '+' (Windows needs a URL reservation; any Host header is accepted)";
    internal const string ConfigureTitle = "Take the address from configuration";
    internal const string IntendTitle = "Keep loopback and mark as intended";

    private protected override async Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found)
    {
        var needsReservation = found.Site.Row.Grammar is AddressGrammar.HttpListenerPrefix or AddressGrammar.HttpSysPrefix
            || found.Site.Row.Open == "host:+";
        var mendings = new List<Mending>();
        if (await OpenAsync(found).ConfigureAwait(false) is { } open)
        {
            mendings.Add(new Mending(needsReservation ? ReservedTitle : OpenTitle, OpenKey, open, Outcome.Open));
        }

        if (await new ConfigurationMove(found).EditsAsync().ConfigureAwait(false) is { } configured)
        {
            mendings.Add(new Mending(ConfigureTitle, ConfigureKey, configured, Outcome.Removed));
        }

        if (new IntentMark(found).Edits() is { } intended)
        {
            mendings.Add(new Mending(IntendTitle, IntendKey, intended, Outcome.Same));
        }

        // The wildcard asks for a decision about the machine too: it is never what a format robot takes first.
        return needsReservation ? mendings.OrderBy(mending => mending.Key == OpenKey).ToArray() : mendings;
    }

    private static async Task<SolutionEdits?> OpenAsync(FoundListener found)
    {
        var row = found.Site.Row;
        if (row.Open is not { } open)
        {
            return null;
        }

        if (After(open, "argument:") is { } parameter)
        {
            return new CallRewriter(found).WithTrue(parameter);
        }

        if (After(open, "member:") is { } member && HasLoopbackForCertain(found))
        {
            return new CallRewriter(found).ToMember(member);
        }

        return new CallRewriter(found).ToDualStackListener()
            ?? await new AddressRewriter(found, new OpenedAddress(row)).EditsAsync().ConfigureAwait(false);
    }

    /// <summary>The call may go to another member only where no other address could have reached it.</summary>
    private static bool HasLoopbackForCertain(FoundListener found) =>
        found.Site.Unknown is null
        && found.Site.Addresses.All(address => address.Address.Kind.IsLoopback() && address.Certainty == Certainty.Chosen);

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : null;
}
