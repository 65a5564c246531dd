using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Reads of configuration, environment and command line, with the fallbacks that they are given.</summary>
internal sealed class OutsideReads(ValueEvaluator evaluator)
{
    public Value? Of(IInvocationOperation call, ITypeSymbol type, Frame frame)
    {
        if (type.Is("System", "Environment") && call.TargetMethod.Name is "GetEnvironmentVariable" or "ExpandEnvironmentVariables")
        {
            return Value.NotKnown(Reasons.Environment);
        }

        if (type.Is("System", "Environment") && call.TargetMethod.Name == "GetCommandLineArgs"
            || type.ContainingNamespace?.ToDisplayString().StartsWith("System.CommandLine", StringComparison.Ordinal) == true)
        {
            return Value.NotKnown(Reasons.CommandLine);
        }

        if (type.Is("System", "Console"))
        {
            return Value.NotKnown(Reasons.Console);
        }

        if (!type.IsConfiguration())
        {
            return null;
        }

        var fallback = call.TargetMethod.Name == "GetValue"
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "defaultValue")
            : null;
        return fallback is null
            ? Value.NotKnown(Reasons.Configuration)
            : Alternatives.Coalesce(Value.NotKnown(Reasons.Configuration), evaluator.Visit(fallback, frame));
    }

    public static Value? Of(IPropertyReferenceOperation property) =>
        property.Instance?.Type.IsConfiguration() == true || property.Property.ContainingType.IsConfiguration()
        || property.Instance is IPropertyReferenceOperation { Property.ContainingType: var holder } && holder.IsConfiguration()
            ? Value.NotKnown(Reasons.Configuration)
            : null;
}
