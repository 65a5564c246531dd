using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// The source facts, shared by the clones of a compilation: an editor makes one for each document that it asks about,
/// all with the same trees, references and options.
/// </summary>
internal sealed record SourceSnapshot(
    ImmutableArray<SyntaxTree> Trees, ImmutableArray<MetadataReference> References, CompilationOptions Options, ApiCatalog Catalog, SourceFacts Facts)
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceSnapshot> Latest = new();
    private static readonly ConditionalWeakTable<ApiCatalog, NameSet> NameSets = new();

    /// <summary>The constants of WebHostDefaults that stand for indexer keys.</summary>
    private static readonly string[] KeyConstants = ["ServerUrlsKey", "HttpPortsKey", "HttpsPortsKey"];

    public static SourceFacts Of(Compilation compilation, ApiCatalog catalog, CancellationToken cancellationToken)
    {
        var trees = ((CSharpCompilation)compilation).SyntaxTrees;
        if (trees.IsEmpty)
        {
            return new SourceFacts(ImmutableArray<ListenSite>.Empty, ImmutableArray<Mark>.Empty);
        }

        lock (Latest)
        {
            if (Latest.TryGetValue(trees[0], out var latest) && latest.Fits(compilation, trees, catalog))
            {
                return latest.Facts;
            }
        }

        var names = NameSets.GetValue(catalog, known => NameSet.Of(
            known.Names.Concat(ProgramMarks.Names).Concat(KeyConstants), known.IndexerKeys.Select(key => key.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase)));
        names = GlobalAliases.JoinTo(names, trees, cancellationToken);
        var facts = new SiteReader(compilation, catalog, names, cancellationToken).Read();
        var snapshot = new SourceSnapshot(trees, compilation.ExternalReferences, compilation.Options, catalog, facts);
        lock (Latest)
        {
            Latest.Remove(trees[0]);
            Latest.Add(trees[0], snapshot);
        }

        return facts;
    }

    private bool Fits(Compilation compilation, ImmutableArray<SyntaxTree> trees, ApiCatalog catalog) =>
        ReferenceEquals(Options, compilation.Options)
        && ReferenceEquals(Catalog, catalog)
        && References == compilation.ExternalReferences
        && Trees == trees;
}
