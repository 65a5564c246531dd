using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>
/// Follows a listener from its creation to its start and its last use. It speaks only where all code that can touch the
/// listener is seen; whatever is unclear is unremarkable.
/// </summary>
internal sealed class ListenerLifecycle(Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
{
    private static readonly (Lifecycle, CreatedListener?) Unremarkable = (Lifecycle.Unremarkable, null);

    private readonly ObjectUses _uses = new(models, cancellationToken);

    /// <param name="operation">What the row speaks of: the creation itself, or a call on the created object.</param>
    /// <param name="receiver">The created object, where the operation is a call on it.</param>
    public (Lifecycle Lifecycle, CreatedListener? Listener) Of(ApiRow row, IOperation operation, IOperation? receiver)
    {
        if (row.Starts.IsEmpty || row.NeedsStart.IsEmpty)
        {
            return Unremarkable;
        }

        var creation = operation is IObjectCreationOperation || operation is IInvocationOperation { TargetMethod.IsStatic: true } && receiver is null
            ? operation
            : CreationAround(receiver);
        if (creation is { Parent: IInvocationOperation chained } && chained.Instance == creation)
        {
            return OfChained(row, creation, chained);
        }

        var holder = creation is not null ? ObjectHolder.OfCreated(creation) : receiver is not null ? ObjectHolder.OfReference(receiver) : null;
        return holder is null ? Unremarkable : OfHeld(row, creation, holder);
    }

    /// <summary>The object whose initializer the receiver stands in: <c>new HttpListener { Prefixes = { … } }</c>.</summary>
    private static IOperation? CreationAround(IOperation? receiver)
    {
        if (receiver is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return null;
        }

        var current = receiver.Parent;
        while (current is not (null or IObjectCreationOperation))
        {
            current = current.Parent;
        }

        return current;
    }

    /// <summary><c>new TcpListener(…).Start()</c>: used once, then out of everybody's reach.</summary>
    private (Lifecycle, CreatedListener?) OfChained(ApiRow row, IOperation creation, IInvocationOperation call)
    {
        if (creation.Type is null)
        {
            return Unremarkable;
        }

        var listener = new CreatedListener(OriginOf(creation.Syntax), creation.Type.Name, row.Starts[0]);
        if (row.NeedsStart.Contains(call.TargetMethod.Name))
        {
            return (Lifecycle.NeverStarted, listener with { FirstNeed = OriginOf(call.Syntax), NeedingMember = call.TargetMethod.Name });
        }

        return call.Parent is IExpressionStatementOperation
            && row.Starts.Contains(call.TargetMethod.Name)
            && DroppedListener.MayBe(creation.Type)
            && DroppedListener.IsLastUse(creation.Syntax, call.Syntax, models(call.Syntax.SyntaxTree))
            ? (Lifecycle.StartedAndDropped, listener)
            : Unremarkable;
    }

    private (Lifecycle, CreatedListener?) OfHeld(ApiRow row, IOperation? creation, ObjectHolder holder)
    {
        var uses = _uses.Of(holder);
        if (uses.Any(use => use.Kind == ObjectUseKind.Escapes) || !AreAllCreated(uses, holder))
        {
            return Unremarkable;
        }

        creation ??= uses.First(use => use.Kind == ObjectUseKind.Assigned && IsCreation(use.Value, holder)).Value!;
        var listener = new CreatedListener(OriginOf(creation.Syntax), holder.Symbol.Name, row.Starts[0]);
        if (uses.Any(use => IsStart(use, row)))
        {
            return holder.IsLocal && !holder.IsUsing && DroppedListener.Is(holder, creation, uses, row, models(creation.Syntax.SyntaxTree))
                ? (Lifecycle.StartedAndDropped, listener)
                : Unremarkable;
        }

        var needing = uses.Where(use => use.IsCallOf(row.NeedsStart)).ToArray();
        if (needing.Length == 0)
        {
            return Unremarkable;
        }

        var first = needing.FirstOrDefault(use => use.Place.SyntaxTree == creation.Syntax.SyntaxTree) ?? needing[0];
        return (Lifecycle.NeverStarted, listener with { FirstNeed = OriginOf(first.Place), NeedingMember = first.Member });
    }

    /// <summary>The socket under a TcpListener can be told to listen as well.</summary>
    private static bool IsStart(ObjectUse use, ApiRow row) =>
        use.IsCallOf(row.Starts) || (use.Kind == ObjectUseKind.Called && use.Member.EndsWith(".Listen", StringComparison.Ordinal));

    private static bool AreAllCreated(IReadOnlyList<ObjectUse> uses, ObjectHolder holder)
    {
        var values = uses.Where(use => use.Kind == ObjectUseKind.Assigned).Select(use => use.Value).ToArray();
        return values.Any(value => IsCreation(value, holder)) && values.All(value => IsCreation(value, holder) || IsNull(value));
    }

    /// <summary>Of exactly the variable's type: the constructor of a derived one may start it.</summary>
    private static bool IsCreation(IOperation? value, ObjectHolder holder) =>
        value is IObjectCreationOperation or IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false, Name: "Create" } }
        && SymbolEqualityComparer.Default.Equals(value.Type, holder.Type)
        && (value is not IInvocationOperation call || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, holder.Type));

    private static bool IsNull(IOperation? value) => value is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } };

    private static Origin OriginOf(SyntaxNode node) => new(node.SyntaxTree, node.Span);
}
