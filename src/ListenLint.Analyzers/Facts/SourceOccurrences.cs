using ListenLint.Analyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>Answers from the cached scans of the compilation's trees.</summary>
internal sealed class SourceOccurrences(Compilation compilation, NameSet catalogNames, CancellationToken cancellationToken)
    : IOccurrences
{
    public IEnumerable<SyntaxNode> Of(string name)
    {
        var names = NameSet.Of([name]);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var position in names.In(tree, cancellationToken).Names)
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent is { } node)
                {
                    yield return node;
                }
            }
        }
    }

    public IEnumerable<SyntaxNode> ImplicitCreations()
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var position in catalogNames.In(tree, cancellationToken).ImplicitCreations)
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent is ImplicitObjectCreationExpressionSyntax creation)
                {
                    yield return creation;
                }
            }
        }
    }
}
