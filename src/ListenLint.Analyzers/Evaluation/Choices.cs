using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Expressions that are one of several others.</summary>
internal sealed class Choices(ValueEvaluator evaluator)
{
    public Value Conditional(IConditionalOperation choice, Frame frame)
    {
        if (choice.Condition.ConstantValue is { HasValue: true, Value: bool taken })
        {
            return evaluator.Visit(taken ? choice.WhenTrue : choice.WhenFalse, frame);
        }

        var whenTrue = evaluator.Visit(choice.WhenTrue, frame);
        var whenFalse = evaluator.Visit(choice.WhenFalse, frame);
        if (choice.Condition.Syntax is not ExpressionSyntax condition || !Guards.TestsForValue(condition))
        {
            // Which of two things it is, not whether one was given: neither arm is a fallback for the other.
            return whenTrue.Or(whenFalse);
        }

        if (TestsArm(condition, choice.WhenTrue))
        {
            return Alternatives.Coalesce(whenTrue, whenFalse);
        }

        if (choice.WhenFalse is { } other && TestsArm(condition, other))
        {
            return Alternatives.Coalesce(whenFalse, whenTrue);
        }

        return whenTrue.IsComplete == whenFalse.IsComplete
            ? Alternatives.Join(whenTrue, whenFalse)
            : Alternatives.Join(whenTrue, whenFalse).AsFallback();
    }

    public Value Coalesce(ICoalesceOperation coalesce, Frame frame) =>
        Alternatives.Coalesce(evaluator.Visit(coalesce.Value, frame), evaluator.Visit(coalesce.WhenNull, frame));

    public Value Coalesce(ICoalesceAssignmentOperation coalesce, Frame frame) =>
        Alternatives.Coalesce(evaluator.Visit(coalesce.Target, frame), evaluator.Visit(coalesce.Value, frame));

    public Value Switch(ISwitchExpressionOperation choice, Frame frame) =>
        Alternatives.Join(choice.Arms.Take(32).Select(arm => evaluator.Visit(arm.Value, frame)));

    public Value ConditionalAccess(IConditionalAccessOperation access, Frame frame)
    {
        var value = evaluator.Visit(access.WhenNotNull, frame);
        var receiver = evaluator.Visit(access.Operation, frame);
        return receiver.HasNull() ? value.Or(Value.Of(new NullAtom(ValueEvaluator.OriginOf(access)))) : value;
    }

    public Value ConditionalAccessInstance(IConditionalAccessInstanceOperation instance, Frame frame)
    {
        for (IOperation? child = instance, parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return evaluator.Visit(access.Operation, frame).WithoutNull();
            }
        }

        return Value.NotKnown(Reasons.Broken);
    }

    /// <summary>Whether the condition asks if what the arm yields was given.</summary>
    private static bool TestsArm(ExpressionSyntax condition, IOperation arm)
    {
        while (arm is IConversionOperation conversion)
        {
            arm = conversion.Operand;
        }

        return arm switch
        {
            ILocalReferenceOperation local => Guards.TestsForValue(condition, local.Local.Name),
            IParameterReferenceOperation parameter => Guards.TestsForValue(condition, parameter.Parameter.Name),
            IMemberReferenceOperation member => Guards.TestsForValue(condition, member.Member.Name),
            _ => false,
        };
    }
}
