using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>The call through which a body is looked at: what its parameters stand for. The root stands for any call.</summary>
internal sealed class Frame
{
    private readonly Frame? _caller;
    private readonly ImmutableArray<IArgumentOperation> _arguments;

    private Frame(Frame? caller, ImmutableArray<IArgumentOperation> arguments)
    {
        _caller = caller;
        _arguments = arguments;
        Depth = caller is null ? 0 : caller.Depth + 1;
    }

    public static Frame Root { get; } = new(null, ImmutableArray<IArgumentOperation>.Empty);

    public int Depth { get; }

    public Frame Enter(ImmutableArray<IArgumentOperation> arguments) => new(this, arguments);

    /// <summary>The argument, and the frame in which it is to be evaluated.</summary>
    public (IArgumentOperation Argument, Frame Caller)? ArgumentOf(IParameterSymbol parameter)
    {
        for (var frame = this; frame._caller is not null; frame = frame._caller)
        {
            foreach (var argument in frame._arguments)
            {
                if (SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition))
                {
                    return (argument, frame._caller);
                }
            }
        }

        return null;
    }
}
