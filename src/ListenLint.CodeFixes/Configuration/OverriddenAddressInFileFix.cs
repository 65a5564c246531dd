using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.Core;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>LL1006 in a file: removes the setting that never takes effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverriddenAddressInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class OverriddenAddressInFileFix() : ConfigurationFix(RuleIds.OverriddenAddress)
{
    private protected override Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken) =>
        Task.FromResult(Removed(source, reported));

    private static IReadOnlyList<ConfigurationAction> Removed(ConfigurationSource source, TextRange reported)
    {
        // An endpoint that is left without its Url stops Kestrel, and the rest of it may be wanted.
        if (source.SettingAt(reported) is not { Source: not AddressSource.KestrelEndpoint })
        {
            return [];
        }

        var changes = source.File.Kind switch
        {
            ConfigurationFileKind.AppSettings => JsonMemberRemoval.Of(source.Text, reported),
            ConfigurationFileKind.Dockerfile => DockerVariableRemoval.Of(source.Text, reported) is { } change ? [change] : [],
            ConfigurationFileKind.Compose => ComposeVariableRemoval.Of(source.Text, reported),
            _ => Array.Empty<TextChange>(),
        };
        var edited = changes.Length == 0 ? null : source.Edited(lost: 1, gained: 0, changes);
        return ConfigurationAction.For("Remove the address that never takes effect", "remove:" + RuleIds.OverriddenAddress, edited);
    }
}
