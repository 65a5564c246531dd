using System.Collections.Immutable;
using ListenLint.Analyzers;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>LL1002: sets the published port as listen address in the Dockerfile, wherever the port is published.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DefaultLoopbackInFileFix), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class DefaultLoopbackInFileFix() : ConfigurationFix(RuleIds.DefaultLoopback)
{
    private protected override async Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        if (!properties.TryGetValue("Dockerfile", out var path)
            || !properties.TryGetValue("Variable", out var variable)
            || variable is null
            || source.Document.Project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path) is not { } document
            || await ConfigurationSource.ReadAsync(document, cancellationToken).ConfigureAwait(false) is not { } dockerfile)
        {
            return [];
        }

        return ConfigurationAction.For(
            $"Set {variable} in {Paths.NameOf(path!)} (reachable from other machines)",
            "expose:" + RuleIds.DefaultLoopback,
            WithVariable(dockerfile, variable));
    }

    private static ConfigurationSource? WithVariable(ConfigurationSource dockerfile, string variable)
    {
        // The finding may be older than the text.
        if (dockerfile.File.Image is not { } image || !image.Addresses.All(setting => setting.IsImageDefault))
        {
            return null;
        }

        var (text, place) = (dockerfile.Text, image.InsertionPoint);
        var endsLine = place == 0 || text[place - 1] is '\n' or '\uFEFF';
        var line = endsLine ? $"ENV {variable}{dockerfile.LineBreak}" : $"{dockerfile.LineBreak}ENV {variable}";
        var edited = dockerfile.Edited(lost: 0, gained: 1, new TextChange(new TextSpan(place, 0), line));
        return edited?.File.Image?.Addresses.Any(setting => variable.EndsWith("=" + setting.Text, StringComparison.Ordinal)) == true ? edited : null;
    }
}
