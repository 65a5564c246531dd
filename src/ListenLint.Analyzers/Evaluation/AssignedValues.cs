using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What the writes to a variable or a member leave in it, taken together and in no order.</summary>
internal sealed class AssignedValues(ValueEvaluator evaluator)
{
    private const int MaximumWrites = 32;
    private readonly ParsedOutputs _outputs = new(evaluator);

    /// <summary>The writes among these names, or null when there are too many names to tell.</summary>
    public List<Write>? WritesTo(ISymbol symbol, IEnumerable<SyntaxNode> names)
    {
        var writes = new List<Write>();
        foreach (var node in names)
        {
            if (node is not SimpleNameSyntax name || Write.At(name) is not { } write)
            {
                continue;
            }

            var denotes = evaluator.Denotes(name, symbol);
            if (denotes is null || writes.Count == MaximumWrites)
            {
                return null;
            }

            if (denotes.Value)
            {
                writes.Add(write);
            }
        }

        return writes;
    }

    /// <param name="initial">What it holds before the writes; null when it has no initializer.</param>
    public Value Combine(Value? initial, List<Write>? writes, Frame frame, SyntaxNode? reader = null)
    {
        if (writes is null)
        {
            return (initial ?? Alternatives.Nothing).AndUnknown(Reasons.TooComplex);
        }

        var plain = new List<Value>();
        var guarded = new List<Value>();
        var appended = new List<Write>();
        foreach (var write in writes)
        {
            if (write.Kind == WriteKind.Append)
            {
                appended.Add(write);
            }
            else
            {
                (write.IsGuarded ? guarded : plain).Add(ValueOf(write, frame));
            }
        }

        if (initial is not null)
        {
            plain.Insert(0, plain.Count > 0 && guarded.Count == 0 ? initial.WithoutNull() : initial);
        }

        var combined = Alternatives.Join(plain);
        combined = guarded.Count == 0 ? WithoutSpareNull(combined) : Alternatives.Coalesce(combined, Alternatives.Join(guarded));
        return appended.Count == 0 ? combined : Appended(combined, appended, frame, reader);
    }

    public Value ValueOf(Write write, Frame frame) => write.Kind switch
    {
        WriteKind.Assign => Assigned(evaluator.OperationOf(write.Node), frame),
        WriteKind.Out => _outputs.Of((ArgumentSyntax)write.Node, frame),
        WriteKind.Deconstruct => Deconstructed((AssignmentExpressionSyntax)write.Node, Write.Whole(write.Name), frame),
        _ => Value.NotKnown(write.Node is ArgumentSyntax or RefExpressionSyntax ? Reasons.ChangedByReference : Reasons.ChangedInSteps),
    };

    /// <summary>The part of a tuple that the variable on the left takes.</summary>
    public Value Deconstructed(AssignmentExpressionSyntax assignment, SyntaxNode target, Frame frame)
    {
        var position = Position(assignment.Left, target);
        return position >= 0
            && evaluator.OperationOf(assignment) is IDeconstructionAssignmentOperation { Value: var value }
            && Tuple(value) is { } tuple && position < tuple.Elements.Length
                ? evaluator.Visit(tuple.Elements[position], frame)
                : Value.NotKnown(Reasons.OtherExpression);
    }

    /// <summary>What an out variable that is declared in its argument receives.</summary>
    public Value Output(ArgumentSyntax argument, Frame frame) => _outputs.Of(argument, frame);

    private Value Assigned(IOperation? operation, Frame frame) => operation switch
    {
        ISimpleAssignmentOperation { Value: var value } => evaluator.Visit(value, frame),
        ICoalesceAssignmentOperation { Value: var value } => evaluator.Visit(value, frame),
        IMemberInitializerOperation member => evaluator.Sequences.OfInitializer(member.Initializer, frame),
        IExpressionStatementOperation statement => Assigned(statement.Operation, frame),
        _ => Value.NotKnown(Reasons.Broken),
    };

    private Value Appended(Value start, List<Write> appended, Frame frame, SyntaxNode? reader)
    {
        if (appended is not [{ Node: AssignmentExpressionSyntax assignment }]
            || assignment.Ancestors().Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            || evaluator.OperationOf(assignment) is not ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String } operation)
        {
            return Value.NotKnown(Reasons.ChangedInSteps);
        }

        if (reader is not null && reader.SyntaxTree == assignment.SyntaxTree && reader.SpanStart < assignment.SpanStart)
        {
            return start;
        }

        var whole = TextFolding.Concat(new[] { start, evaluator.Visit(operation.Value, frame) }, ValueEvaluator.OriginOf(operation));
        return IsUnconditional(assignment) ? whole : start.Or(whole);
    }

    private static bool IsUnconditional(AssignmentExpressionSyntax assignment) =>
        !assignment.Ancestors()
            .TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node => node is IfStatementSyntax or SwitchSectionSyntax or TryStatementSyntax or ElseClauseSyntax);

    private static Value WithoutSpareNull(Value value) =>
        value.Atoms.Length > 1 && value.Atoms.Any(atom => atom is not NullAtom) ? value.WithoutNull() : value;

    private static int Position(ExpressionSyntax left, SyntaxNode target) => left switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.IndexOf(argument =>
            argument.Expression == target || argument.Expression is DeclarationExpressionSyntax { Designation: var designation } && designation == target),
        DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax variables } =>
            variables.Variables.IndexOf(variable => variable == target),
        _ => -1,
    };

    private static ITupleOperation? Tuple(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation as ITupleOperation;
    }
}
