using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>LL1001 in a file: opens the address or the published port, or writes down that loopback is wanted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopbackInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class LoopbackInFileFix() : ConfigurationFix(RuleIds.LoopbackListener)
{
    private const string ExposingKey = "expose:" + RuleIds.LoopbackListener;

    private protected override Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConfigurationAction> actions = [.. Opened(source, reported), .. IntendedLoopbackMark.For(source.Document)];
        return Task.FromResult(actions);
    }

    private static IReadOnlyList<ConfigurationAction> Opened(ConfigurationSource source, TextRange reported)
    {
        if (source.SettingAt(reported) is { } setting)
        {
            var open = ListenAddressRewriter.OpenToAll(setting.Text, ConfigurationSource.GrammarOf(setting));
            return ConfigurationAction.For("Listen on all interfaces (reachable from other machines)", ExposingKey, source.Rewritten(setting, open));
        }

        var port = source.File.Services.SelectMany(service => service.Ports).FirstOrDefault(port => port.Range == reported);
        return ConfigurationAction.For(
            "Publish the port on all interfaces (reachable from other machines)", ExposingKey, port is null ? null : Published(source, port));
    }

    /// <summary>Without a host port, nothing would be left before the colon; a substituted address is not ours to drop.</summary>
    private static ConfigurationSource? Published(ConfigurationSource source, PublishedPort port)
    {
        if (port is not { HostPort: not null, HostAddress: { } address, HostAddressRange: { } range }
            || source.Written(range) is not { } written
            || (written != address + ":" && written != $"[{address}]:"))
        {
            return null;
        }

        var edited = source.Edited(lost: 1, gained: 1, LineCut.Remove(range.Start, range.End));
        return edited?.File.Services.SelectMany(service => service.Ports).Any(other =>
            other.Range.Start == port.Range.Start && other.HostAddress is null && (other.HostPort, other.ContainerPort) == (port.HostPort, port.ContainerPort)) == true
            ? edited
            : null;
    }
}
