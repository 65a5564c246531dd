using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary><c>global using Port = System.Net.Sockets.TcpListener;</c>: a name of the set under another name, in every file.</summary>
internal static class GlobalAliases
{
    public static NameSet JoinTo(NameSet names, ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var aliases = new List<string>();
        foreach (var tree in trees)
        {
            foreach (var position in names.In(tree, cancellationToken).Names)
            {
                var directive = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>();
                if (directive is { Alias: { } alias } && directive.GlobalKeyword.RawKind != 0)
                {
                    aliases.Add(alias.Name.Identifier.ValueText);
                }
            }
        }

        return aliases.Count == 0 ? names : names.With(aliases);
    }
}
