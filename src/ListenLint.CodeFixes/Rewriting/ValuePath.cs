using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Who else would notice if a value were written differently.</summary>
internal enum ValueReach
{
    /// <summary>The way from the place where it is written to the call that listens is not understood.</summary>
    Unknown,

    /// <summary>It reaches the listener and nothing else.</summary>
    ListenerOnly,

    /// <summary>Something else reads it too: a client that dials it, a log.</summary>
    Shared,
}

/// <summary>Follows a value from where it is written to the argument that it ends in.</summary>
internal sealed class ValuePath(FoundListener found)
{
    private const int MostSymbols = 8;

    public async Task<ValueReach> ReachOfAsync(SyntaxNode written)
    {
        var node = written;
        for (var count = 0; count <= MostSymbols; count++)
        {
            if (Holder(node, out var isAtArgument) is not { } holder)
            {
                return isAtArgument ? ValueReach.ListenerOnly : ValueReach.Unknown;
            }

            var reads = await ReadsOfAsync(holder).ConfigureAwait(false);
            if (reads.Count != 1)
            {
                return reads.Count == 0 ? ValueReach.Unknown : ValueReach.Shared;
            }

            node = reads[0];
            if (!found.Model.Compilation.ContainsSyntaxTree(node.SyntaxTree))
            {
                return ValueReach.Shared;
            }
        }

        return ValueReach.Unknown;
    }

    /// <summary>The variable, member or parameter that the value is put into first; null at the listener's argument, or where the way is lost.</summary>
    private ISymbol? Holder(SyntaxNode written, out bool isAtArgument)
    {
        isAtArgument = false;
        for (var node = written; node is not null; node = node.Parent)
        {
            if (IsWithinArgument(node))
            {
                isAtArgument = true;
                return null;
            }

            switch (node.Parent)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax } clause:
                    return ModelOf(node).GetDeclaredSymbol(clause.Parent!, found.CancellationToken);
                case AssignmentExpressionSyntax assignment when assignment.Right == node && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                    return SymbolOf(assignment.Left);
                case ArgumentSyntax { Parent.Parent: { } call } argument when ParameterOf(argument, call, out var isLost) is var parameter && (parameter is not null || isLost):
                    return parameter;
                case ArrowExpressionClauseSyntax { Parent: { } member }:
                    return ModelOf(node).GetDeclaredSymbol(member, found.CancellationToken);
                case ReturnStatementSyntax statement when statement.FirstAncestorOrSelf<SyntaxNode>(IsFunction) is MethodDeclarationSyntax or LocalFunctionStatementSyntax:
                    return ModelOf(node).GetDeclaredSymbol(statement.FirstAncestorOrSelf<SyntaxNode>(IsFunction)!, found.CancellationToken);
                case ForEachStatementSyntax loop when loop.Expression == node:
                    return ModelOf(node).GetDeclaredSymbol(loop, found.CancellationToken);
                case StatementSyntax or LambdaExpressionSyntax or null:
                    return null;
            }
        }

        return null;
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax;

    private bool IsWithinArgument(SyntaxNode node) =>
        found.Sites.Any(site => site.Argument.Tree == node.SyntaxTree && site.Argument.Span.Contains(node.Span));

    /// <summary>Null for a method of a library, through which the value goes on; lost where it is looked up rather than passed on.</summary>
    private IParameterSymbol? ParameterOf(ArgumentSyntax argument, SyntaxNode call, out bool isLost)
    {
        var model = ModelOf(call);
        var method = model.GetSymbolInfo(call, found.CancellationToken).Symbol as IMethodSymbol;
        isLost = method is null || method.ContainingType is { Name: "Dns" };
        if (call is ElementAccessExpressionSyntax || method?.DeclaringSyntaxReferences.IsEmpty != false)
        {
            return null;
        }

        var parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : method.Parameters.ElementAtOrDefault(((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument));
        isLost = parameter is null;
        return parameter;
    }

    private async Task<List<SyntaxNode>> ReadsOfAsync(ISymbol symbol)
    {
        var reads = new List<SyntaxNode>();
        var references = await SymbolFinder.FindReferencesAsync(symbol, found.Solution, found.CancellationToken).ConfigureAwait(false);
        foreach (var location in references.SelectMany(reference => reference.Locations).Where(location => !location.IsImplicit))
        {
            var root = await location.Location.SourceTree!.GetRootAsync(found.CancellationToken).ConfigureAwait(false);
            var node = root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true);
            // A file that is compiled for several frameworks is found once for each.
            if (!IsWritten(node) && !reads.Exists(read => read.SyntaxTree.FilePath == node.SyntaxTree.FilePath && read.Span == node.Span))
            {
                reads.Add(node);
            }
        }

        return reads;
    }

    private static bool IsWritten(SyntaxNode name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || whole.Parent is NameColonSyntax;
    }

    private ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, found.CancellationToken).Symbol;

    private SemanticModel ModelOf(SyntaxNode node) => found.ModelOf(node.SyntaxTree);
}
