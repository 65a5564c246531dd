using System.Collections.Immutable;
using System.Globalization;
using ListenLint.Analyzers;
using ListenLint.Core;
using ListenLint.Core.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>LL1007: publishes the one port on which the program listens. The host's side of a mapping stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishedPortInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class PublishedPortInFileFix() : ConfigurationFix(RuleIds.PublishedPortMismatch)
{
    private protected override Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken) =>
        Task.FromResult(properties.TryGetValue("Port", out var port) && port is not null ? Moved(source, reported, port) : []);

    private static IReadOnlyList<ConfigurationAction> Moved(ConfigurationSource source, TextRange reported, string listening)
    {
        var edited = OffersAt(source, reported) is { } offers && !offers.Any(port => NumberOf(port) == listening) && IsWritten(source, reported, offers)
            ? source.Edited(lost: 1, gained: 1, new TextChange(new TextSpan(reported.Start, reported.Length), listening))
            : null;
        var isRead = edited is not null
            && OffersAt(edited, new TextRange(reported.Start, listening.Length))?.Any(port => NumberOf(port) == listening) == true;
        return ConfigurationAction.For(
            $"Change the port to {listening}, on which the program listens", "port:" + RuleIds.PublishedPortMismatch, isRead ? edited : null);
    }

    /// <summary>All that is published together with the port at this place. One that offers the right port already needs no second way to it.</summary>
    private static IReadOnlyList<PublishedPort>? OffersAt(ConfigurationSource source, TextRange place) =>
        source.File.Services.Select(service => service.Ports)
            .Append(source.File.Image?.Exposed ?? [])
            .FirstOrDefault(ports => ports.Any(port => port.ContainerPortRange == place));

    /// <summary>A range of ports and a substitution do not stand there as the number that was read.</summary>
    private static bool IsWritten(ConfigurationSource source, TextRange place, IReadOnlyList<PublishedPort> offers) =>
        offers.Where(port => port.ContainerPortRange == place).All(port => NumberOf(port) == source.Written(place));

    private static string? NumberOf(PublishedPort port) => port.ContainerPort?.ToString(CultureInfo.InvariantCulture);
}
