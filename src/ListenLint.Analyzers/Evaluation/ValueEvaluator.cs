using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>
/// Answers which values reach an expression. Each question costs a bounded amount of work; what cannot be followed is not known, never guessed.
/// Not safe for use by several threads at once.
/// </summary>
internal sealed class ValueEvaluator
{
    private readonly Func<SyntaxTree, SemanticModel> _models;
    private readonly Expressions _expressions;

    public ValueEvaluator(
        Compilation compilation, Func<SyntaxTree, SemanticModel> models, IOccurrences occurrences, CancellationToken cancellation)
    {
        _models = models;
        Compilation = compilation;
        Occurrences = occurrences;
        Cancellation = cancellation;
        NamesIn = new(cancellation);
        Locals = new(this);
        Members = new(this);
        Parameters = new(this);
        Sequences = new(this);
        Returns = new(this);
        Assignments = new(this);
        _expressions = new(this);
    }

    internal Compilation Compilation { get; }

    internal IOccurrences Occurrences { get; }

    internal CancellationToken Cancellation { get; }

    internal NameIndex NamesIn { get; }

    internal LocalValues Locals { get; }

    internal MemberValues Members { get; }

    internal ParameterValues Parameters { get; }

    internal SequenceValues Sequences { get; }

    internal ReturnedValues Returns { get; }

    internal AssignedValues Assignments { get; }

    internal Effort Effort { get; private set; } = new();

    /// <summary>The expression that the question is about: using it there changes nothing.</summary>
    internal SyntaxNode? Asked { get; private set; }

    /// <summary>Whether code that is not in this compilation can call or set what is public.</summary>
    internal bool IsLibrary => Compilation.Options.OutputKind
        is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule or OutputKind.WindowsRuntimeMetadata;

    public Value Evaluate(IOperation operation)
    {
        Effort = new();
        Asked = operation.Syntax;
        return Visit(operation, Frame.Root).OrNotKnown(Reasons.NeverSet);
    }

    internal Value Visit(IOperation? operation, Frame frame)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (operation is null)
        {
            return Value.NotKnown(Reasons.Broken);
        }

        if (!Effort.TryDescend())
        {
            return Value.NotKnown(Reasons.TooComplex);
        }

        try
        {
            return _expressions.Evaluate(operation, frame);
        }
        finally
        {
            Effort.Ascend();
        }
    }

    internal Value VisitSyntax(ExpressionSyntax expression, Frame frame) => Visit(OperationOf(expression), frame);

    /// <summary>The value of a symbol, once: a symbol that is reached again while it is looked at adds nothing of its own.</summary>
    internal Value Once(ISymbol symbol, Frame frame, Func<Value> evaluate)
    {
        if (!Effort.TryBegin(symbol, frame))
        {
            return Alternatives.Nothing;
        }

        try
        {
            return evaluate();
        }
        finally
        {
            Effort.End(symbol, frame);
        }
    }

    internal IOperation? OperationOf(SyntaxNode syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
        {
            syntax = parenthesized.Expression;
        }

        return _models(syntax.SyntaxTree).GetOperation(syntax, Cancellation);
    }

    internal SemanticModel ModelOf(SyntaxTree tree) => _models(tree);

    internal SyntaxNode? DeclarationOf(ISymbol symbol) => DeclarationsOf(symbol).FirstOrDefault();

    /// <summary>
    /// The declarations in this compilation. An editor and a workspace hand a referenced project over as source, where a build hands
    /// over its assembly: what it declares is another assembly's in both.
    /// </summary>
    internal IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences
            .Where(reference => Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(Cancellation));

    /// <summary>Whether the name stands for the symbol; null when the question has become too costly to tell.</summary>
    internal bool? Denotes(SyntaxNode name, ISymbol symbol)
    {
        Cancellation.ThrowIfCancellationRequested();
        return Effort.TryBind()
            ? SymbolEqualityComparer.Default.Equals(
                _models(name.SyntaxTree).GetSymbolInfo(name, Cancellation).Symbol?.OriginalDefinition, symbol.OriginalDefinition)
            : null;
    }

    internal static Origin OriginOf(IOperation operation) => new(operation.Syntax.SyntaxTree, operation.Syntax.Span);

    internal bool IsVisibleOutside(ISymbol symbol)
    {
        if (!IsLibrary)
        {
            return false;
        }

        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
