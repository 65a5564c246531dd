using System.Collections.Immutable;
using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>The listen sites that a finding speaks of, as the engine knows them, in the solution that is to be mended.</summary>
internal sealed record FoundListener(
    Document Document, SyntaxNode Root, SemanticModel Model, ProjectFacts Facts, ImmutableArray<ListenSite> Sites, CancellationToken CancellationToken)
{
    public Solution Solution => Document.Project.Solution;

    public ListenSite Site => Sites[0];

    /// <summary>The call, creation, assignment or element.</summary>
    public SyntaxNode Call => Root.FindNode(Site.Call.Span, getInnermostNodeForTie: true);

    /// <summary>The argument that holds the address; null where it is several arguments or a member's name.</summary>
    public ExpressionSyntax? Argument =>
        Root.FindNode(Site.Argument.Span, getInnermostNodeForTie: true) is ExpressionSyntax expression && expression.Span == Site.Argument.Span ? expression : null;

    /// <summary>Where the sites stand among all of the project: the same in a solution in which only addresses were mended.</summary>
    public ImmutableArray<int> Places => Sites.Select(site => Facts.Source.Sites.IndexOf(site)).ToImmutableArray();

    public static Task<FoundListener?> AtAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        AtAsync(
            document,
            sites => sites.Where(site => site.Argument.Tree == diagnostic.Location.SourceTree && site.Argument.Span == diagnostic.Location.SourceSpan),
            cancellationToken);

    public static Task<FoundListener?> AtAsync(Document document, ImmutableArray<int> places, CancellationToken cancellationToken) =>
        AtAsync(document, sites => places.Where(place => place < sites.Length).Select(place => sites[place]), cancellationToken);

    /// <summary>The model of any tree of this project.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => tree == Model.SyntaxTree ? Model : Model.Compilation.GetSemanticModel(tree);

    private static async Task<FoundListener?> AtAsync(
        Document document, Func<ImmutableArray<ListenSite>, IEnumerable<ListenSite>> choose, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var facts = ProjectFacts.For(model.Compilation, document.Project.AnalyzerOptions, cancellationToken);
        var sites = choose(facts.Source.Sites).Where(site => site.Argument.Tree == model.SyntaxTree).ToImmutableArray();
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return sites.IsEmpty ? null : new FoundListener(document, root, model, facts, sites, cancellationToken);
    }
}
