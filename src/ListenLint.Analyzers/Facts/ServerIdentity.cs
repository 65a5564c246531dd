using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Facts;

/// <summary>Which server a call speaks to: the declaration of the builder, listener or options object at the root of its receiver.</summary>
internal static class ServerIdentity
{
    private const int MaximumSteps = 40;

    /// <summary>A text that is equal for calls that reach one object; null when the root is handed in from outside.</summary>
    public static string? Of(ApiUse use, Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
    {
        if (use.Operation is IObjectCreationOperation creation)
        {
            return At(creation.Syntax);
        }

        var current = use.Receiver;
        for (var step = 0; step < MaximumSteps && current is not null; step++)
        {
            switch (current)
            {
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    current = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    current = awaited.Operation;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance } when instance is not IInstanceReferenceOperation:
                    current = instance;
                    break;
                case IInvocationOperation call when Receiver(call) is { } receiver:
                    current = receiver;
                    break;
                case ILocalReferenceOperation local:
                    if (Initializer(local.Local, models, cancellationToken) is not { } initializer)
                    {
                        return Declaration(local.Local);
                    }

                    // `var app = builder.Build()` is the builder's server; `var l = new HttpListener()` is its own.
                    current = initializer is IInvocationOperation ? initializer : null;
                    if (current is null)
                    {
                        return Declaration(local.Local);
                    }

                    break;
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter:
                    current = EnclosingCall(parameter) is { } enclosing ? Receiver(enclosing) : null;
                    if (current is null)
                    {
                        return null;
                    }

                    break;
                case IParameterReferenceOperation:
                    return null;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } implicitReceiver:
                    return implicitReceiver.Parent is { } parent ? CreationAround(parent) : null;
                case IFieldReferenceOperation field:
                    return Declaration(field.Field);
                case IPropertyReferenceOperation property:
                    return Declaration(property.Property);
                default:
                    return At(current.Syntax);
            }
        }

        return null;
    }

    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);

    private static IInvocationOperation? EnclosingCall(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda)
            {
                for (var outer = lambda.Parent; outer is not null; outer = outer.Parent)
                {
                    if (outer is IInvocationOperation call)
                    {
                        return call;
                    }

                    if (outer is IBlockOperation)
                    {
                        return null;
                    }
                }
            }
        }

        return null;
    }

    private static string? CreationAround(IOperation operation)
    {
        for (var current = operation; current is not null; current = current.Parent)
        {
            if (current is IObjectCreationOperation)
            {
                return At(current.Syntax);
            }
        }

        return null;
    }

    private static IOperation? Initializer(
        ILocalSymbol local, Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
            is not Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return null;
        }

        var operation = models(value.SyntaxTree).GetOperation(value, cancellationToken);
        while (operation is IConversionOperation or IAwaitOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IAwaitOperation)operation).Operation;
        }

        return operation;
    }

    private static string? Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
            ? reference.SyntaxTree.FilePath + "@" + reference.Span.Start
            : symbol.GetDocumentationCommentId();

    private static string At(SyntaxNode node) => node.SyntaxTree.FilePath + "@" + node.SpanStart;
}
