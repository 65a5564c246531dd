using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>The variable that keeps an object, where all code that can name the variable is known.</summary>
/// <param name="Scopes">The syntax that can name it: a member, a top-level program, or all parts of a type.</param>
internal sealed record ObjectHolder(ISymbol Symbol, ITypeSymbol Type, IReadOnlyList<SyntaxNode> Scopes)
{
    public bool IsLocal => Symbol is ILocalSymbol;

    /// <summary>Closed on purpose at the end of its block.</summary>
    public bool IsUsing => Symbol is ILocalSymbol { IsUsing: true };

    /// <summary>What the created object is put into by the very statement that creates it; null when that is anything else.</summary>
    public static ObjectHolder? OfCreated(IOperation creation)
    {
        var value = creation;
        while (value.Parent is IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Of(declarator.Symbol),
            IFieldInitializerOperation { InitializedFields.Length: 1 } initializer => Of(initializer.InitializedFields[0]),
            IPropertyInitializerOperation { InitializedProperties.Length: 1 } initializer => Of(initializer.InitializedProperties[0]),
            ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment when assignment.Value == value => OfReference(assignment.Target),
            ICoalesceAssignmentOperation { Parent: IExpressionStatementOperation } assignment when assignment.Value == value => OfReference(assignment.Target),
            _ => null,
        };
    }

    public static ObjectHolder? OfReference(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => Of(local.Local),
        IFieldReferenceOperation field => Of(field.Field.OriginalDefinition),
        IPropertyReferenceOperation property => Of(property.Property.OriginalDefinition),
        _ => null,
    };

    private static ObjectHolder? Of(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsRef: false, DeclaringSyntaxReferences.Length: 1 } local => OfLocal(local),
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private, AssociatedSymbol: null } field => new(field, field.Type, PartsOf(field.ContainingType)),
        IPropertySymbol { DeclaredAccessibility: Accessibility.Private, IsIndexer: false } property when IsAuto(property) =>
            new(property, property.Type, PartsOf(property.ContainingType)),
        _ => null,
    };

    private static ObjectHolder? OfLocal(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax declarator
            ? new ObjectHolder(local, local.Type, [MemberAround(declarator)])
            : null;

    private static bool IsAuto(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static SyntaxNode[] PartsOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).ToArray();

    private static SyntaxNode MemberAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) is { } member and not BaseNamespaceDeclarationSyntax
            ? member
            : node.SyntaxTree.GetRoot();
}
