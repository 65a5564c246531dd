using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>The names that stand in a body or a type, each body walked once for all questions.</summary>
internal sealed class NameIndex(CancellationToken cancellation)
{
    private static readonly List<SimpleNameSyntax> None = new();
    private readonly Dictionary<SyntaxNode, Dictionary<string, List<SimpleNameSyntax>>> _byRoot = new();

    public IReadOnlyList<SimpleNameSyntax> Of(string name, SyntaxNode root)
    {
        if (!_byRoot.TryGetValue(root, out var names))
        {
            names = Walk(root);
            _byRoot.Add(root, names);
        }

        return names.TryGetValue(name, out var found) ? found : None;
    }

    /// <summary>The code that can see a local or a parameter: its member, or the whole file for top-level statements.</summary>
    public static SyntaxNode ScopeOf(SyntaxNode declaration)
    {
        foreach (var ancestor in declaration.AncestorsAndSelf())
        {
            if (ancestor is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or TypeDeclarationSyntax)
            {
                return ancestor;
            }
        }

        return declaration.SyntaxTree.GetRoot();
    }

    private Dictionary<string, List<SimpleNameSyntax>> Walk(SyntaxNode root)
    {
        var names = new Dictionary<string, List<SimpleNameSyntax>>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is not SimpleNameSyntax name)
            {
                continue;
            }

            if (!names.TryGetValue(name.Identifier.ValueText, out var list))
            {
                names.Add(name.Identifier.ValueText, list = new());
            }

            list.Add(name);
        }

        return names;
    }
}
