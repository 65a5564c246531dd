using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>Every place that names the variable of an object, and what happens to the object there.</summary>
internal sealed class ObjectUses(Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
{
    /// <summary>In the order of the source, the declaration's initializer included.</summary>
    public IReadOnlyList<ObjectUse> Of(ObjectHolder holder)
    {
        var uses = new List<ObjectUse>();
        foreach (var reference in holder.Symbol.DeclaringSyntaxReferences)
        {
            if (InitializerOf(reference.GetSyntax(cancellationToken)) is { } value)
            {
                uses.Add(Assigned(value, models(value.SyntaxTree).GetOperation(value, cancellationToken)));
            }
        }

        foreach (var scope in holder.Scopes)
        {
            uses.AddRange(scope.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == holder.Symbol.Name)
                .Select(name => At(name, holder.Symbol))
                .OfType<ObjectUse>());

            // What another configuration compiles may start it.
            if (scope.ContainsDirectives && IsNamedInDisabledText(scope, holder.Symbol.Name))
            {
                uses.Add(new ObjectUse(ObjectUseKind.Escapes, scope));
            }
        }

        return uses;
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static bool IsNamedInDisabledText(SyntaxNode scope, string name) =>
        scope.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToFullString().Contains(name));

    private ObjectUse? At(IdentifierNameSyntax name, ISymbol symbol)
    {
        var model = models(name.SyntaxTree);
        var found = model.GetSymbolInfo(name, cancellationToken);
        if (!SymbolEqualityComparer.Default.Equals(found.Symbol?.OriginalDefinition, symbol))
        {
            return found.CandidateSymbols.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, symbol))
                ? new ObjectUse(ObjectUseKind.Escapes, name)
                : null;
        }

        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax
            ? name.Parent
            : name;
        return model.GetOperation(whole, cancellationToken) is { } reference
            ? What(reference)
            : new ObjectUse(ObjectUseKind.Escapes, name);
    }

    private static ObjectUse What(IOperation reference)
    {
        switch (reference.Parent)
        {
            case IInvocationOperation call when call.Instance == reference:
                return new ObjectUse(ObjectUseKind.Called, call.Syntax, call.TargetMethod.Name);
            case IMethodReferenceOperation method when method.Instance == reference:
                return new ObjectUse(ObjectUseKind.Called, method.Syntax, method.Method.Name);
            case IPropertyReferenceOperation property when property.Instance == reference:
                return OfProperty(property);
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment when assignment.Target == reference:
                return Assigned(assignment.Syntax, assignment.Value);
            case ICoalesceAssignmentOperation { Parent: IExpressionStatementOperation } assignment when assignment.Target == reference:
                return Assigned(assignment.Syntax, assignment.Value);
            case IConditionalAccessOperation conditional when conditional.Operation == reference:
                return conditional.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault() is { } instance
                    ? What(instance)
                    : Escaping(reference);
            case IConversionOperation { Parent: IBinaryOperation comparison } when IsComparison(comparison):
            case IBinaryOperation binary when IsComparison(binary):
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
            case INameOfOperation:
            case ILockOperation:
            case IUsingOperation:
                return new ObjectUse(ObjectUseKind.Idle, reference.Syntax);
            default:
                return Escaping(reference);
        }
    }

    private static ObjectUse Escaping(IOperation reference) => new(ObjectUseKind.Escapes, reference.Syntax);

    private static bool IsComparison(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;

    private static ObjectUse Assigned(SyntaxNode place, IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return new ObjectUse(ObjectUseKind.Assigned, place, Value: value);
    }

    private static ObjectUse OfProperty(IPropertyReferenceOperation property)
    {
        var name = property.Property.Name;
        if (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property)
        {
            return new ObjectUse(ObjectUseKind.Property, property.Syntax, name);
        }

        if (property.Type is { Name: "Socket" } && !name.EndsWith("Handle", StringComparison.Ordinal))
        {
            return property.Parent switch
            {
                IPropertyReferenceOperation inner when inner.Instance == property && !inner.Property.Name.EndsWith("Handle", StringComparison.Ordinal) =>
                    new ObjectUse(ObjectUseKind.Property, inner.Syntax, name + "." + inner.Property.Name),
                IInvocationOperation call when call.Instance == property =>
                    new ObjectUse(ObjectUseKind.Called, call.Syntax, name + "." + call.TargetMethod.Name),
                _ => Escaping(property),
            };
        }

        return IsPlain(property.Type) && !name.EndsWith("Handle", StringComparison.Ordinal)
            ? new ObjectUse(ObjectUseKind.Property, property.Syntax, name)
            : Escaping(property);
    }

    /// <summary>A value, a text, an endpoint, a list of prefixes: nothing that leads back to the object.</summary>
    private static bool IsPlain(ITypeSymbol? type) =>
        type is { SpecialType: not (SpecialType.None or SpecialType.System_Object) }
        || type is { TypeKind: TypeKind.Enum }
        || type is { ContainingNamespace: { Name: "Net", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } }
        || type is { IsValueType: true, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
