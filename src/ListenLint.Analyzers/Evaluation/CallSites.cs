using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>The calls of one method or constructor in the compilation.</summary>
/// <param name="Arguments">One list a call.</param>
/// <param name="Unseen">Why there may be other calls; null when these are all.</param>
internal sealed record CallSites(ImmutableArray<ImmutableArray<IArgumentOperation>> Arguments, string? Unseen)
{
    /// <summary>Whether a caller that nobody sees leaves optional parameters out.</summary>
    public bool TakesDefaults { get; init; }
}

internal sealed class CallSearch(ValueEvaluator evaluator)
{
    private const int MaximumCalls = 32;

    private readonly Dictionary<ISymbol, CallSites> _known = new(SymbolEqualityComparer.Default);

    public CallSites Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_known.TryGetValue(method, out var known))
        {
            return known;
        }

        var cuts = evaluator.Effort.Cuts;
        var search = new Search(evaluator, method);
        var sites = method.MethodKind == MethodKind.Constructor ? search.OfConstructor() : search.OfMethod(NamesOf(method));
        if (evaluator.Effort.Cuts == cuts)
        {
            _known[method] = sites;
        }

        return sites;
    }

    private IEnumerable<SyntaxNode> NamesOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return evaluator.DeclarationOf(method) is { Parent: { } parent }
                ? evaluator.NamesIn.Of(method.Name, NameIndex.ScopeOf(parent))
                : Enumerable.Empty<SyntaxNode>();
        }

        return method.DeclaredAccessibility == Accessibility.Private && method.ContainingType is { } type
            ? evaluator.Members.NamesInType(type, method.Name)
            : evaluator.Occurrences.Of(method.Name);
    }

    private sealed class Search(ValueEvaluator evaluator, IMethodSymbol method)
    {
        private readonly ImmutableArray<ImmutableArray<IArgumentOperation>>.Builder _calls =
            ImmutableArray.CreateBuilder<ImmutableArray<IArgumentOperation>>();

        private string? _unseen;
        private bool _takesDefaults;

        public CallSites OfMethod(IEnumerable<SyntaxNode> names)
        {
            foreach (var name in names.OfType<SimpleNameSyntax>())
            {
                var whole = Write.Whole(name);
                if (whole.Parent is MemberBindingExpressionSyntax binding)
                {
                    whole = binding;
                }

                if (whole.Parent is InvocationExpressionSyntax invocation && invocation.Expression == whole)
                {
                    if (CanTake(invocation.ArgumentList.Arguments.Count) && !Add(invocation))
                    {
                        break;
                    }
                }
                else if (name.Parent is not (NameColonSyntax or NameEqualsSyntax) && !IsNameOf(whole) && evaluator.Denotes(name, method) != false)
                {
                    _unseen ??= Reasons.DelegateParameter;
                }
            }

            return Result();
        }

        public CallSites OfConstructor()
        {
            var type = method.ContainingType;
            foreach (var name in evaluator.Occurrences.Of(type.Name).OfType<SimpleNameSyntax>())
            {
                if (!Visit(name))
                {
                    return Result();
                }
            }

            foreach (var part in evaluator.DeclarationsOf(type).OfType<TypeDeclarationSyntax>())
            {
                AddInitializers(part, SyntaxKind.ThisConstructorInitializer);
            }

            foreach (var creation in evaluator.Occurrences.ImplicitCreations().OfType<ImplicitObjectCreationExpressionSyntax>())
            {
                if (CanTake(creation.ArgumentList.Arguments.Count) && MayCreate(creation, type.Name) && !Add(creation))
                {
                    break;
                }
            }

            return Result();
        }

        private bool Visit(SimpleNameSyntax name)
        {
            SyntaxNode whole = name;
            while (whole.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax)
            {
                whole = whole.Parent;
            }

            switch (whole.Parent)
            {
                case ObjectCreationExpressionSyntax creation when creation.Type == whole:
                    return !CanTake(creation.ArgumentList?.Arguments.Count ?? 0) || Add(creation);
                case PrimaryConstructorBaseTypeSyntax primary:
                    return Add(primary);
                case SimpleBaseTypeSyntax { Parent: BaseListSyntax { Parent: TypeDeclarationSyntax derived } }:
                    AddInitializers(derived, SyntaxKind.BaseConstructorInitializer);
                    AddImplicitBaseCalls(derived);
                    return true;
                case TypeArgumentListSyntax { Parent: GenericNameSyntax generic } when IsCalled(generic) && evaluator.Denotes(name, method.ContainingType) != false:
                    // A container or an activator makes the object: it passes services, and leaves options as they are.
                    _unseen ??= Reasons.UncalledParameter;
                    _takesDefaults = true;
                    return true;
                default:
                    return true;
            }
        }

        private void AddInitializers(TypeDeclarationSyntax type, SyntaxKind kind)
        {
            foreach (var constructor in type.Members.OfType<ConstructorDeclarationSyntax>())
            {
                if (constructor.Initializer is { } initializer && initializer.IsKind(kind) && CanTake(initializer.ArgumentList.Arguments.Count))
                {
                    Add(initializer);
                }
            }
        }

        private void AddImplicitBaseCalls(TypeDeclarationSyntax derived)
        {
            if (!method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams))
            {
                return;
            }

            var constructors = derived.Members.OfType<ConstructorDeclarationSyntax>().Where(c => !c.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
            _takesDefaults |= constructors.Count == 0 ? derived.ParameterList is null : constructors.Any(c => c.Initializer is null);
        }

        private bool Add(SyntaxNode call)
        {
            if (_calls.Count == MaximumCalls || !evaluator.Effort.TryBind())
            {
                _unseen = Reasons.TooComplex;
                return false;
            }

            var (target, arguments) = evaluator.OperationOf(call) switch
            {
                IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
                IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                IExpressionStatementOperation { Operation: IInvocationOperation invocation } => (invocation.TargetMethod, invocation.Arguments),
                _ => (null, ImmutableArray<IArgumentOperation>.Empty),
            };
            if (target is null && call is ImplicitObjectCreationExpressionSyntax { Parent: ExpressionElementSyntax })
            {
                // The oldest compiler that loads this shows no operation for new() in a collection expression.
                _unseen ??= Reasons.TooComplex;
            }

            target = target?.ReducedFrom ?? target;
            if (SymbolEqualityComparer.Default.Equals(target?.OriginalDefinition, method))
            {
                _calls.Add(arguments);
            }

            return true;
        }

        private CallSites Result() => new(_calls.ToImmutable(), _unseen) { TakesDefaults = _takesDefaults };

        private bool CanTake(int count) =>
            count <= method.Parameters.Length || method.Parameters.LastOrDefault() is { IsParams: true };

        private static bool IsCalled(GenericNameSyntax generic) => Write.Whole(generic).Parent is InvocationExpressionSyntax;

        private static bool IsNameOf(SyntaxNode whole) =>
            whole.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }
            || whole.FirstAncestorOrSelf<CrefSyntax>() is not null;

        // A declared type that is written beside new() and reads otherwise cannot be this one.
        private static bool MayCreate(ImplicitObjectCreationExpressionSyntax creation, string typeName)
        {
            var declared = creation.Parent switch
            {
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } } => type,
                EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => type,
                _ => null,
            };
            while (declared is NullableTypeSyntax or QualifiedNameSyntax)
            {
                declared = declared is NullableTypeSyntax nullable ? nullable.ElementType : ((QualifiedNameSyntax)declared).Right;
            }

            return declared is not SimpleNameSyntax name || name.Identifier.ValueText == typeName;
        }
    }
}
