using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Facts;

/// <summary>One use of a member that the catalog may know, with its values by slot.</summary>
/// <param name="Symbol">The method, constructor or property.</param>
/// <param name="Operation">The call, the creation, the assignment, or the Add on the collection that the property holds.</param>
/// <param name="Receiver">What it is called on; the first argument of an extension method.</param>
internal sealed record ApiUse(ISymbol Symbol, IOperation Operation, IOperation? Receiver)
{
    private IOperation? AssignedValue { get; init; }

    private IOperation? AddedElement { get; init; }

    /// <summary>The uses that the name at this node takes part in: none, one, or one for each constructor of a derived class.</summary>
    public static IEnumerable<ApiUse> At(SyntaxNode candidate, SemanticModel model, CancellationToken cancellationToken) =>
        ApiUseSyntax.OperationsOf(candidate, model, cancellationToken).SelectMany(From);

    public IOperation? ValueOf(ValueSlot? slot) => slot?.Kind switch
    {
        ValueSlotKind.AssignedValue => AssignedValue,
        ValueSlotKind.AddedElement => AddedElement,
        ValueSlotKind.Parameter => Argument(slot)?.Value,
        _ => null,
    };

    /// <summary>Whether this overload has the parameter at all, or the use fills the slot by assignment.</summary>
    public bool Has(ValueSlot? slot) => ValueOf(slot) is not null;

    private static IEnumerable<ApiUse> From(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                yield return new ApiUse(call.TargetMethod, call, ReceiverOf(call));
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                yield return new ApiUse(constructor, creation, null);
                break;
            case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property
                when ReferenceEquals(assignment.Target, property):
                yield return new ApiUse(property.Property, assignment, property.Instance)
                {
                    AssignedValue = assignment.Value,
                    Arguments = property.Arguments,
                };
                break;
            case IPropertyReferenceOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" } add } property
                when ReferenceEquals(add.Instance, property) && add.Arguments.Length > 0:
                // Both are asked for in the catalog: the property that holds the collection, and its Add.
                yield return new ApiUse(property.Property, add, property.Instance) { AddedElement = OnlyArgument(add) };
                yield return new ApiUse(add.TargetMethod, add, property.Instance);
                break;
            case IPropertyReferenceOperation { Property.Name: "Sources", Parent: IInvocationOperation { TargetMethod.Name: "Clear" } clear } property:
                yield return new ApiUse(property.Property, clear, property.Instance);
                break;
            case IPropertyReferenceOperation { Parent: IMemberInitializerOperation initializer } property:
                foreach (var element in initializer.Initializer.Initializers.OfType<IInvocationOperation>())
                {
                    if (element.TargetMethod.Name == "Add" && element.Arguments.Length > 0)
                    {
                        yield return new ApiUse(property.Property, element, property.Instance)
                        {
                            AddedElement = OnlyArgument(element),
                        };
                        yield return new ApiUse(element.TargetMethod, element, property.Instance);
                    }
                }

                break;
        }
    }

    private static IOperation? OnlyArgument(IInvocationOperation add) => add.Arguments.Length == 1 ? add.Arguments[0].Value : null;

    private IReadOnlyList<IArgumentOperation>? Arguments { get; init; }

    private IArgumentOperation? Argument(ValueSlot slot)
    {
        var arguments = Arguments ?? Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => null,
        };
        var skipped = Operation is IInvocationOperation { TargetMethod.IsExtensionMethod: true } ? 1 : 0;
        return arguments?.FirstOrDefault(argument => argument.Parameter is { } parameter
            && (slot.Name is { } name ? parameter.Name == name : parameter.Ordinal - skipped == slot.Position));
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance
        ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } first
            ? first.Value
            : null);
}
