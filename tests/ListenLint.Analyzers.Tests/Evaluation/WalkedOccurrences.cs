using ListenLint.Analyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Tests.Evaluation;

/// <summary>The occurrences of names, found in the simplest way: every node is looked at.</summary>
internal sealed class WalkedOccurrences(Compilation compilation) : IOccurrences
{
    public IEnumerable<SyntaxNode> Of(string name) =>
        Nodes().OfType<SimpleNameSyntax>().Where(node => node.Identifier.ValueText == name);

    public IEnumerable<SyntaxNode> ImplicitCreations() => Nodes().OfType<ImplicitObjectCreationExpressionSyntax>();

    private IEnumerable<SyntaxNode> Nodes() => compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes());
}
