using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Takes an expression apart by its kind.</summary>
internal sealed class Expressions(ValueEvaluator evaluator)
{
    private readonly Choices _choices = new(evaluator);
    private readonly Calls _calls = new(evaluator);
    private readonly Creations _creations = new(evaluator);
    private readonly WellKnownProperties _properties = new(evaluator);

    // OperationKind.CollectionExpression, which the oldest compiler that loads this does not know; here only for params lists.
    private const OperationKind CollectionExpression = (OperationKind)0x7f;

    public Value Evaluate(IOperation operation, Frame frame)
    {
        if (operation.Syntax is CollectionExpressionSyntax collection)
        {
            return evaluator.Sequences.OfCollectionExpression(collection, frame);
        }

        if (operation is not IConversionOperation && operation.ConstantValue.HasValue)
        {
            return Constant(operation);
        }

        return operation switch
        {
            IConversionOperation conversion => Conversion(conversion, frame),
            IParenthesizedOperation parenthesized => evaluator.Visit(parenthesized.Operand, frame),
            IAwaitOperation await => evaluator.Visit(await.Operation, frame),
            IArgumentOperation argument => evaluator.Visit(argument.Value, frame),
            IDeclarationExpressionOperation declaration => evaluator.Visit(declaration.Expression, frame),
            IThrowOperation => Alternatives.Nothing,
            IDefaultValueOperation => DefaultOf(operation),
            ILocalReferenceOperation local => evaluator.Locals.Of(local.Local, frame, local.Syntax),
            IParameterReferenceOperation parameter => evaluator.Parameters.Of(parameter.Parameter, frame, parameter.Syntax),
            IFieldReferenceOperation field => evaluator.Members.Of(field),
            IPropertyReferenceOperation property => _properties.Of(property, frame) ?? evaluator.Members.Of(property, frame),
            ISimpleAssignmentOperation assignment => evaluator.Visit(assignment.Value, frame),
            IInterpolatedStringOperation interpolated => Interpolation(interpolated, frame),
            IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation content } => Interpolation(content, frame),
            IBinaryOperation binary => Binary(binary, frame),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Negated(minus, frame),
            IConditionalOperation choice => _choices.Conditional(choice, frame),
            ICoalesceOperation coalesce => _choices.Coalesce(coalesce, frame),
            ICoalesceAssignmentOperation coalesce => _choices.Coalesce(coalesce, frame),
            ISwitchExpressionOperation choice => _choices.Switch(choice, frame),
            IConditionalAccessOperation access => _choices.ConditionalAccess(access, frame),
            IConditionalAccessInstanceOperation instance => _choices.ConditionalAccessInstance(instance, frame),
            IArrayCreationOperation array => evaluator.Sequences.OfArray(array, frame),
            IArrayElementReferenceOperation element => evaluator.Sequences.Element(element, frame),
            IObjectCreationOperation creation => _creations.Of(creation, frame),
            IInvocationOperation call => _calls.Of(call, frame),
            IInvalidOperation => Value.NotKnown(Reasons.Broken),
            { Kind: CollectionExpression, IsImplicit: true } => evaluator.Sequences.OfParameterList(operation, frame),
            _ => Value.NotKnown(Reasons.OtherExpression),
        };
    }

    private Value Constant(IOperation operation)
    {
        if (operation.Type.IsEnum())
        {
            return Value.NotKnown(Reasons.Enumeration);
        }

        var syntax = ConstantOrigin(operation);
        var origin = new Origin(syntax.SyntaxTree, syntax.Span);
        return operation.ConstantValue.Value switch
        {
            null => Value.Of(new NullAtom(origin)),
            string text => Value.Of(new TextAtom(text, origin)),
            char letter => Value.Of(new TextAtom(letter.ToString(), origin)),
            sbyte or byte or short or ushort or int or uint or long => Value.Of(new NumberAtom(
                Convert.ToInt64(operation.ConstantValue.Value, CultureInfo.InvariantCulture), origin)),
            _ => Value.NotKnown(Reasons.OtherExpression),
        };
    }

    /// <summary>The literal behind the name of a constant, if it is in this compilation.</summary>
    private SyntaxNode ConstantOrigin(IOperation operation)
    {
        var syntax = operation.Syntax;
        for (var links = 0; links < 8; links++)
        {
            ISymbol? symbol = operation switch
            {
                IFieldReferenceOperation field => field.Field,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            };
            if (symbol is null
                || evaluator.DeclarationOf(symbol) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
                || !evaluator.Effort.TryBind())
            {
                break;
            }

            syntax = value;
            if (evaluator.OperationOf(value) is not { } next)
            {
                break;
            }

            operation = next;
        }

        return syntax;
    }

    private Value Conversion(IConversionOperation conversion, Frame frame)
    {
        if (conversion.Type.IsEnum() || conversion.Operand.Type.IsEnum())
        {
            return Value.NotKnown(Reasons.Enumeration);
        }

        if (conversion.OperatorMethod is null || conversion.Type.IsSpan() || conversion.Type.IsUri()
            || conversion.Type.Is("Microsoft.Extensions.Primitives", "StringValues"))
        {
            return evaluator.Visit(conversion.Operand, frame);
        }

        return conversion.Type.IsNet("IPAddress")
            ? AddressFolding.Parse(evaluator.Visit(conversion.Operand, frame))
            : Value.NotKnown(Reasons.ObjectOf(conversion.Type?.Name ?? "?"));
    }

    private static Value DefaultOf(IOperation operation) =>
        operation.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            ? Value.Of(new NullAtom(ValueEvaluator.OriginOf(operation)))
            : Value.NotKnown(Reasons.OtherExpression);

    private Value Interpolation(IInterpolatedStringOperation interpolated, Frame frame) =>
        TextFolding.Concat(interpolated.Parts.Select(part => Part(part, frame)), ValueEvaluator.OriginOf(interpolated));

    private Value Part(IInterpolatedStringContentOperation part, Frame frame)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation text:
                return evaluator.Visit(text.Text, frame);
            case IInterpolationOperation interpolation:
                var value = evaluator.Visit(interpolation.Expression, frame);
                return interpolation.FormatString is null ? value : TextFolding.Formatted(value);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var only] } }:
                return evaluator.Visit(only.Value, frame);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var first, ..] } }:
                return TextFolding.Formatted(evaluator.Visit(first.Value, frame));
            default:
                return Value.NotKnown(Reasons.OtherExpression);
        }
    }

    private Value Binary(IBinaryOperation binary, Frame frame)
    {
        if (binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String })
        {
            return Value.NotKnown(Reasons.OtherExpression);
        }

        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            return TextFolding.Concat(Operands(binary).Select(operand => evaluator.Visit(operand, frame)), ValueEvaluator.OriginOf(binary));
        }

        if (!binary.Type.IsInteger())
        {
            return Value.NotKnown(Reasons.OtherExpression);
        }

        var left = evaluator.Visit(binary.LeftOperand, frame).OrNotKnown(Reasons.ChangedInSteps);
        var right = evaluator.Visit(binary.RightOperand, frame).OrNotKnown(Reasons.ChangedInSteps);
        return left.Atoms.Length * right.Atoms.Length > 8
            ? Value.NotKnown(Reasons.TooComplex)
            : NumberFolding.Combine(binary.OperatorKind, left, right, ValueEvaluator.OriginOf(binary));
    }

    // A long chain of + leans to the left: walked, not recursed into.
    private static List<IOperation> Operands(IBinaryOperation binary)
    {
        var operands = new List<IOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum)
        {
            operands.Add(sum.RightOperand);
            left = sum.LeftOperand;
        }

        operands.Add(left);
        operands.Reverse();
        return operands;
    }

    private Value Negated(IUnaryOperation minus, Frame frame)
    {
        var origin = ValueEvaluator.OriginOf(minus);
        return NumberFolding.Combine(
            BinaryOperatorKind.Subtract, Value.Of(new NumberAtom(0, origin)), evaluator.Visit(minus.Operand, frame), origin);
    }
}
