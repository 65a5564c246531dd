using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What reaches a parameter: the argument of the call that is followed, or else those of every call in the compilation.</summary>
internal sealed class ParameterValues(ValueEvaluator evaluator)
{
    private readonly CallSearch _calls = new(evaluator);

    public Value Of(IParameterSymbol parameter, Frame frame, SyntaxNode? reader)
    {
        parameter = parameter.OriginalDefinition;
        return evaluator.Once(parameter, frame, () =>
        {
            var passed = parameter.RefKind is RefKind.Out ? Alternatives.Nothing : Passed(parameter, frame);
            if (Declaration(parameter) is not { } declaration)
            {
                return passed;
            }

            var names = evaluator.NamesIn.Of(parameter.Name, NameIndex.ScopeOf(declaration));
            var value = evaluator.Assignments.Combine(passed, evaluator.Assignments.WritesTo(parameter, names), frame, reader);
            return evaluator.Sequences.WithGrowth(value, parameter, parameter.Type, names, frame);
        });
    }

    private ParameterSyntax? Declaration(IParameterSymbol parameter) =>
        evaluator.DeclarationOf(parameter) as ParameterSyntax;

    private Value Passed(IParameterSymbol parameter, Frame frame)
    {
        if (frame.ArgumentOf(parameter) is var (argument, caller))
        {
            return OfArgument(argument, parameter, caller);
        }

        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return Value.NotKnown(Reasons.DispatchedParameter);
        }

        switch (method.MethodKind)
        {
            case MethodKind.AnonymousFunction:
                return OfLambda(parameter, frame);
            case MethodKind.PropertySet:
                return method.AssociatedSymbol is IPropertySymbol { IsIndexer: false } property
                    ? evaluator.Members.AssignedTo(property)
                    : Value.NotKnown(Reasons.DispatchedParameter);
            case MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor or MethodKind.ReducedExtension:
                return IsEntryPoint(method) ? Value.NotKnown(Reasons.CommandLine)
                    : IsDispatched(method) ? Value.NotKnown(Reasons.DispatchedParameter)
                    : OfCallers(parameter, method);
            default:
                return Value.NotKnown(Reasons.DelegateParameter);
        }
    }

    private Value OfCallers(IParameterSymbol parameter, IMethodSymbol method)
    {
        var sites = _calls.Of(method.PartialDefinitionPart ?? method);
        var passed = Alternatives.Join(sites.Arguments.Select(arguments =>
            arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
                ? OfArgument(argument, parameter, Frame.Root)
                : Default(parameter)));
        if (sites.TakesDefaults && parameter.HasExplicitDefaultValue)
        {
            passed = passed.Or(Default(parameter));
            return sites.Unseen == Reasons.UncalledParameter && !evaluator.IsVisibleOutside(method) ? passed : Unseen(passed, parameter, method, sites);
        }

        return Unseen(passed, parameter, method, sites);
    }

    private Value Unseen(Value passed, IParameterSymbol parameter, IMethodSymbol method, CallSites sites)
    {
        var reason = sites.Unseen
            ?? (evaluator.IsVisibleOutside(method) ? Reasons.PublicParameter
                : sites.Arguments.IsEmpty && !sites.TakesDefaults ? Reasons.UncalledParameter : null);
        if (reason is null)
        {
            return passed;
        }

        return parameter.HasExplicitDefaultValue
            ? passed.Or(Default(parameter).AsFallback()).AndUnknown(reason)
            : passed.AndUnknown(reason);
    }

    private Value OfArgument(IArgumentOperation argument, IParameterSymbol parameter, Frame caller) => argument.ArgumentKind switch
    {
        ArgumentKind.DefaultValue => Default(parameter),
        _ when parameter.RefKind == RefKind.Ref => Value.NotKnown(Reasons.ChangedByReference),
        _ => evaluator.Visit(argument.Value, caller),
    };

    private Value Default(IParameterSymbol parameter) =>
        Declaration(parameter) is { Default: { } clause } && evaluator.OperationOf(clause) is IParameterInitializerOperation initializer
            ? evaluator.Visit(initializer.Value, Frame.Root)
            : Value.NotKnown(Reasons.UncalledParameter);

    private Value OfLambda(IParameterSymbol parameter, Frame frame)
    {
        if (parameter.Ordinal != 0 || Declaration(parameter)?.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } syntax)
        {
            return Value.NotKnown(Reasons.DelegateParameter);
        }

        var operation = evaluator.OperationOf(syntax);
        while (operation is not (null or IArgumentOperation))
        {
            operation = operation.Parent;
        }

        return operation is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ForEach" or "Select" or "ForEachAsync" } call }
            && (call.Instance ?? call.Arguments[0].Value) is { } source && source.Syntax.Span.End < syntax.SpanStart
                ? SequenceValues.AnyElement(evaluator.Visit(source, frame))
                : Value.NotKnown(Reasons.DelegateParameter);
    }

    private static bool IsEntryPoint(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
        && method.MethodKind == MethodKind.Ordinary
        && method.Parameters is [{ Type: IArrayTypeSymbol }];

    private static bool IsDispatched(IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsExtern
        || method.ExplicitInterfaceImplementations.Length > 0
        || (method is { MethodKind: MethodKind.Ordinary, IsStatic: false, ContainingType: { } type } && ImplementsInterface(method, type));

    private static bool ImplementsInterface(IMethodSymbol method, INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        || type.AllInterfaces
            .SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
}
