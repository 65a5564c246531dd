using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>LL1003 in a file: writes the address that was meant, as the key's own grammar has it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusableAddressInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class UnusableAddressInFileFix() : ConfigurationFix(RuleIds.UnusableListenAddress)
{
    private protected override Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken) =>
        Task.FromResult(Corrected(source, reported));

    private static IReadOnlyList<ConfigurationAction> Corrected(ConfigurationSource source, TextRange reported)
    {
        if (source.SettingAt(reported) is not { } setting)
        {
            return [];
        }

        var correct = ListenAddressRewriter.Correct(setting.Text, ConfigurationSource.GrammarOf(setting));
        return ConfigurationAction.For($"Correct the address to '{correct}'", "correct:" + RuleIds.UnusableListenAddress, source.Rewritten(setting, correct));
    }
}
