using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ListenLint.Analyzers.Catalog;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Facts;

/// <summary>The catalog with a team's own rows, and what could not be read of them.</summary>
internal sealed record TeamApis(ApiCatalog Catalog, ImmutableArray<TeamApis.UnreadableRow> Unreadable)
{
    private static readonly TeamApis None = new(ApiCatalog.BuiltIn, ImmutableArray<UnreadableRow>.Empty);
    private static readonly ConditionalWeakTable<SourceText, Parsed> Known = new();

    public static TeamApis From(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var texts = files
            .Where(file => IsApiFile(Paths.NameOf(file.Path)))
            .Select(file => (File: file, Text: file.GetText(cancellationToken)))
            .Where(pair => pair.Text is not null)
            .ToArray();
        if (texts.Length == 0)
        {
            return None;
        }

        // One catalog object for one state of the files: the scans of the trees hang on it.
        var before = ApiCatalog.BuiltIn;
        var unreadable = ImmutableArray.CreateBuilder<UnreadableRow>();
        foreach (var (file, text) in texts)
        {
            var parsed = Known.GetValue(text!, value => new Parsed(ApiRowParser.Parse(value.ToString())));
            before = parsed.CatalogOver(before);
            unreadable.AddRange(parsed.Result.Errors.Select(error => new UnreadableRow(file, text!, error)));
        }

        return new TeamApis(before, unreadable.ToImmutable());
    }

    /// <summary>ListenLint.Apis.txt, and ListenLint.Apis.Games.txt beside it.</summary>
    private static bool IsApiFile(string name) =>
        name.StartsWith("ListenLint.Apis", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    internal sealed record UnreadableRow(AdditionalText File, SourceText Text, ApiRowError Error);

    private sealed class Parsed(ParsedApiRows result)
    {
        private readonly ConditionalWeakTable<ApiCatalog, ApiCatalog> _over = new();

        public ParsedApiRows Result => result;

        public ApiCatalog CatalogOver(ApiCatalog before) => _over.GetValue(before, catalog => catalog.With(result.Rows));
    }
}
