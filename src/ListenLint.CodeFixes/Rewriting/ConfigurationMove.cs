using ListenLint.Analyzers.Facts;
using ListenLint.Core;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Moves a URL from the code to the key <c>Urls</c> of appsettings.json, where whoever deploys the program can change it.</summary>
internal sealed class ConfigurationMove(FoundListener found)
{
    /// <summary>Hosts that do not take their URLs from appsettings.json, or do not load it.</summary>
    private static readonly NameSet OtherHosts = NameSet.Of(["WebHostBuilder", "CreateEmptyBuilder", "CreateDefaultBuilder"]);

    public async Task<SolutionEdits?> EditsAsync()
    {
        if (found.Site.Row is not { Source: AddressSource.RunUrl or AddressSource.UrlsCollection or AddressSource.UseUrls } row
            || row.Id.Contains(".Start") || row.Id.Contains("IServerAddressesFeature")
            || found.Site.Guard != Guard.None
            || !IsTheOnlyAddressInCode()
            || !ReadsAppSettings()
            || Value() is not { } value
            || AppSettings() is not { } file
            || new CallRemoval(found).Edits() is not { } removal)
        {
            return null;
        }

        var text = await file.GetTextAsync(found.CancellationToken).ConfigureAwait(false);
        return AppSettingsEdit.AddUrls(text.ToString(), value) is { } insertions
            ? removal.And(SolutionEdits.In(
                file.Id, insertions.Select(insertion => new TextChange(new TextSpan(insertion.Position, 0), insertion.Text)).ToArray()))
            : null;
    }

    /// <summary>Any other one would beat appsettings.json, or be beaten by it.</summary>
    private bool IsTheOnlyAddressInCode() =>
        found.Sites.Length == 1 && found.Facts.Source.Sites.All(site => site.Row.Source is null || site == found.Site);

    private bool ReadsAppSettings()
    {
        foreach (var tree in found.Model.Compilation.SyntaxTrees)
        {
            foreach (var position in OtherHosts.In(tree, found.CancellationToken).Names)
            {
                var name = tree.GetRoot(found.CancellationToken).FindToken(position);
                if (name.ValueText != "CreateDefaultBuilder"
                    || name.Parent?.Parent is MemberAccessExpressionSyntax { Expression: var host } && host.ToString().EndsWith("WebHost", StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private string? Value() =>
        found.Argument is { } argument && found.Model.GetConstantValue(argument, found.CancellationToken) is { HasValue: true, Value: string { Length: > 0 } text } ? text : null;

    private TextDocument? AppSettings()
    {
        var files = found.Document.Project.AdditionalDocuments
            .Where(document => ConfigurationFiles.KindOf(document.FilePath ?? document.Name) == ConfigurationFileKind.AppSettings)
            .ToArray();

        // Another environment's file could hold the key that beats ours.
        var ours = files.Where(document => Paths.NameOf(document.FilePath ?? document.Name).Equals("appsettings.json", StringComparison.OrdinalIgnoreCase)).ToArray();
        return ours.Length == 1 && !found.Facts.Configuration.Any(document => document.File.Kind == ConfigurationFileKind.AppSettings && document.File.Addresses.Count > 0)
            ? ours[0]
            : null;
    }
}
