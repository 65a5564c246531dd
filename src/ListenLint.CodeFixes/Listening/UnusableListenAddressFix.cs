using ListenLint.Analyzers;
using ListenLint.Analyzers.Catalog;
using ListenLint.CodeFixes.Rewriting;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Listening;

/// <summary>LL1003 in code: the address as it was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusableListenAddressFix))]
public sealed class UnusableListenAddressFix() : MendingFix(RuleIds.UnusableListenAddress)
{
    internal const string CorrectKey = "correct:" + RuleIds.UnusableListenAddress;

    private protected override async Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found)
    {
        if (found.Site.Row.Throws == ApiFault.TextHost)
        {
            return AsAddress(found) is { } address
                ? [new Mending($"Hand over '{address}'", CorrectKey, SolutionEdits.In(found.Document.Id, new TextChange(found.Site.Argument.Span, address)), Outcome.Usable)]
                : [];
        }

        var isAddress = found.Argument is { } argument && found.Model.GetTypeInfo(argument, found.CancellationToken).Type is { Name: "IPAddress" };
        var rewriter = new AddressRewriter(
            found, new CorrectedAddress(found.Site.Row, isAddress ? AddressGrammar.IPAddress : found.Site.Row.Grammar));
        return rewriter.NewText() is { } text && await rewriter.EditsAsync().ConfigureAwait(false) is { } edits
            ? [new Mending($"Correct the address to '{text.Replace(ListenAddress.Hole.ToString(), "{…}")}'", CorrectKey, edits, Outcome.Usable)]
            : [];
    }

    /// <summary>The same address for the overload that takes an IPAddress; null for a name, which only a resolver knows.</summary>
    private static string? AsAddress(FoundListener found)
    {
        if (found.Argument is not { } argument
            || found.Model.GetConstantValue(argument, found.CancellationToken).Value is not string host
            || found.Model.Compilation.GetTypesByMetadataName("System.Net.IPAddress").FirstOrDefault() is not { } type)
        {
            return null;
        }

        var name = type.ToMinimalDisplayString(found.Model, argument.SpanStart);
        return host switch
        {
            "0.0.0.0" => name + ".Any",
            "::" => name + ".IPv6Any",
            "127.0.0.1" or "localhost" => name + ".Loopback",
            "::1" => name + ".IPv6Loopback",
            _ when System.Net.IPAddress.TryParse(host, out _) => $"{name}.Parse({SymbolDisplay.FormatLiteral(host, quote: true)})",
            _ => null,
        };
    }
}
