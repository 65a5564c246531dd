using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>
/// A TcpListener that is started in a method which then forgets it: its finalizer closes the port at the next collection.
/// A pending accept of any form holds it (measured); so that only a listener that nobody accepts from is lost.
/// </summary>
internal static class DroppedListener
{
    private static readonly string[] Waits = ["Wait", "Sleep", "Read", "Join", "Run", "Spin", "Delay", "Block", "Serve", "Listen", "Loop", "GetResult"];

    /// <summary>HttpListener outlives its last reference (measured).</summary>
    public static bool MayBe(ITypeSymbol type) =>
        type is { Name: "TcpListener", ContainingNamespace: { Name: "Sockets", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } } };

    public static bool Is(ObjectHolder holder, IOperation creation, IReadOnlyList<ObjectUse> uses, ApiRow row, SemanticModel model)
    {
        var function = FunctionAround(creation.Syntax);
        if (!MayBe(holder.Type)
            || uses.Count(use => use.Kind == ObjectUseKind.Assigned) != 1
            || uses.Any(use => use.Kind == ObjectUseKind.Called && !row.Starts.Contains(use.Member))
            || uses.Any(use => FunctionAround(use.Place) != function))
        {
            return false;
        }

        return uses.Where(use => use.IsCallOf(row.Starts)).All(start => IsLastUse(creation.Syntax, start.Place, model))
            && uses.Any(use => use.IsCallOf(row.Starts) && use.Place is InvocationExpressionSyntax);
    }

    /// <summary>Whether the function goes on to return after the start, without waiting for anything.</summary>
    public static bool IsLastUse(SyntaxNode creation, SyntaxNode start, SemanticModel model)
    {
        if (FunctionAround(creation) is not { } function || function != FunctionAround(start))
        {
            return false;
        }

        // A result tells the caller something, most often whether the port was free.
        var symbol = function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function).Symbol : model.GetDeclaredSymbol(function);
        if (symbol is not IMethodSymbol method || IsEntryPoint(method) || !(method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 }))
        {
            return false;
        }

        return !start.Ancestors().TakeWhile(ancestor => ancestor != function).Any(ancestor => IsLoop(ancestor) || IsProbe(ancestor))
            && !function.DescendantNodes().Any(node => node.SpanStart > start.SpanStart && node != start && MayWait(node, start));
    }

    /// <summary>The method, accessor, local function or lambda that the node runs in; null in a field or a top-level program.</summary>
    private static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor =>
            ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>The process ends with it.</summary>
    private static bool IsEntryPoint(IMethodSymbol method) => method is { IsStatic: true, Name: "Main", MethodKind: MethodKind.Ordinary };

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>Who catches the SocketException of a start asks whether the port is free.</summary>
    private static bool IsProbe(SyntaxNode node) =>
        node is TryStatementSyntax { Catches: { Count: > 0 } catches }
        && catches.Any(clause => clause.Declaration?.Type.ToString().EndsWith("SocketException", StringComparison.Ordinal) == true);

    private static bool MayWait(SyntaxNode node, SyntaxNode start) =>
        node is AwaitExpressionSyntax or YieldStatementSyntax or GotoStatementSyntax
        || IsLoop(node)
        || (node is IdentifierNameSyntax name && !start.Contains(name) && Waits.Any(wait => name.Identifier.ValueText.StartsWith(wait, StringComparison.Ordinal)));
}
