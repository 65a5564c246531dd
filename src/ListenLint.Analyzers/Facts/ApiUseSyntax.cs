using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>From a name in the source to the operation that it is the name of.</summary>
internal static class ApiUseSyntax
{
    public static IEnumerable<IOperation> OperationsOf(
        SyntaxNode candidate, SemanticModel model, CancellationToken cancellationToken) =>
        NodesOf(candidate)
            .Select(node => model.GetOperation(node, cancellationToken))
            .OfType<IOperation>();

    private static IEnumerable<SyntaxNode> NodesOf(SyntaxNode candidate)
    {
        switch (candidate)
        {
            case ImplicitObjectCreationExpressionSyntax:
                return [candidate];
            case LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access } } }:
                return [access];
            case LiteralExpressionSyntax:
                return [];
            case SimpleNameSyntax name:
                return NodesOfName(name);
            default:
                return [];
        }
    }

    private static IEnumerable<SyntaxNode> NodesOfName(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole
            || whole.Parent is AliasQualifiedNameSyntax
            || whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole
            || whole.Parent is MemberBindingExpressionSyntax)
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        switch (whole.Parent)
        {
            case ObjectCreationExpressionSyntax creation when creation.Type == whole:
                return [creation];
            case InvocationExpressionSyntax call when call.Expression == whole:
                return [call];
            case PrimaryConstructorBaseTypeSyntax baseType:
                return [baseType];
            case SimpleBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type }:
                return type.Members.OfType<ConstructorDeclarationSyntax>()
                    .Select(constructor => constructor.Initializer)
                    .Where(initializer => initializer.IsKind(SyntaxKind.BaseConstructorInitializer))
                    .OfType<SyntaxNode>();

            // configuration[WebHostDefaults.ServerUrlsKey]: the key gives the indexer away.
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access } }:
                return [access];

            // The type of a declaration beside `= new(…)`: the creation is a candidate of its own.
            case VariableDeclarationSyntax or PropertyDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax:
                return [];
            default:
                return [whole];
        }
    }
}
