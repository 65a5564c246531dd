using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What TryParse and its like put into their out parameter.</summary>
internal sealed class ParsedOutputs(ValueEvaluator evaluator)
{
    public Value Of(ArgumentSyntax argument, Frame frame)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax syntax
            || evaluator.OperationOf(syntax) is not IInvocationOperation { Arguments: [var first, ..] } call
            || call.TargetMethod is not { IsStatic: true, ContainingType: var type, Name: var name })
        {
            return Value.NotKnown(Reasons.ChangedByReference);
        }

        switch (name)
        {
            case "TryParse" when type.IsNet("IPAddress"):
                return AddressFolding.NullWhereNotParsed(AddressFolding.Parse(evaluator.Visit(first, frame)));
            case "TryParse" when type.IsNet("IPEndPoint"):
                return AddressFolding.NullWhereNotParsed(AddressFolding.ParseEndPoint(evaluator.Visit(first, frame)));
            case "TryParse" when type.IsInteger():
                return NumberFolding.Parse(evaluator.Visit(first, frame));
            case "TryCreate" when type.IsUri():
                return evaluator.Visit(first, frame);
            default:
                return Value.NotKnown(Reasons.ChangedByReference);
        }
    }
}
