using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Method calls: those of the framework that make addresses, texts and numbers, then those whose source is here.</summary>
internal sealed class Calls(ValueEvaluator evaluator)
{
    private readonly TextCalls _texts = new(evaluator);
    private readonly NetworkCalls _network = new(evaluator);
    private readonly OutsideReads _outside = new(evaluator);
    private readonly UriBuilderValues _uriBuilders = new(evaluator);

    public Value Of(IInvocationOperation call, Frame frame)
    {
        if (!call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
        {
            return evaluator.Returns.Of(call, frame);
        }

        if (call.TargetMethod.ContainingType is not { } type)
        {
            return Value.NotKnown(Reasons.ResultOf(call.TargetMethod.Name));
        }

        return PassedThrough(call, type, frame)
            ?? (type.IsUriBuilder() ? _uriBuilders.Text(call.Instance, frame) : null)
            ?? _network.Of(call, type, frame)
            ?? _texts.Of(call, type, frame)
            ?? _outside.Of(call, type, frame)
            ?? evaluator.Sequences.OfCall(call, frame)
            ?? Other(call, frame);
    }

    /// <summary>Tasks and their awaiters, nullables: the value inside.</summary>
    private Value? PassedThrough(IInvocationOperation call, ITypeSymbol type, Frame frame)
    {
        switch (call.TargetMethod.Name)
        {
            case "FromResult" when type.IsTask() && call.Arguments.Length == 1:
                return evaluator.Visit(call.Arguments[0], frame);
            case "ConfigureAwait" or "GetAwaiter" or "AsTask" when type.IsTask():
            case "GetResult" when type.Name.EndsWith("Awaiter", StringComparison.Ordinal):
                return evaluator.Visit(call.Instance, frame);
            case "GetValueOrDefault" when type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                return call.Arguments.Length == 1
                    ? Alternatives.Coalesce(evaluator.Visit(call.Instance, frame), evaluator.Visit(call.Arguments[0], frame))
                    : evaluator.Visit(call.Instance, frame);
            default:
                return null;
        }
    }

    // What is made of a configured text is configured too.
    private Value Other(IInvocationOperation call, Frame frame)
    {
        if ((call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { Type: { SpecialType: SpecialType.System_String } or IArrayTypeSymbol } source)
        {
            var unknown = evaluator.Visit(source, frame).Unknown;
            if (Reasons.IsFromOutside(unknown))
            {
                return Value.NotKnown(unknown!);
            }
        }

        return Value.NotKnown(Reasons.ResultOf(call.TargetMethod.Name));
    }
}
