using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

/// <summary>Asks for the value of the one argument of <c>Sink.Use(…)</c>.</summary>
internal static class Question
{
    private const string Sink = "static class Sink { public static void Use(object? value) { } }";

    private const string Usings = "using System.Net; using System.Net.Sockets; using System.Globalization; ";

    /// <summary>Top-level statements; types may follow them.</summary>
    public static Value Program(params string[] sources) => Ask(ReferencePacks.Compile(OutputKind.ConsoleApplication, Whole(sources)));

    public static Value Library(params string[] sources) => Ask(ReferencePacks.Compile(OutputKind.DynamicallyLinkedLibrary, Whole(sources)));

    public static Value Ask(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(error => error.ToString())));
        return Assert.Single(AskAll(compilation));
    }

    /// <summary>One answer for each use of the sink, whether or not the code compiles.</summary>
    public static List<Value> AskAll(Compilation compilation, CancellationToken cancellation = default)
    {
        var models = new Dictionary<SyntaxTree, SemanticModel>();
        SemanticModel Model(SyntaxTree tree) => models.TryGetValue(tree, out var model) ? model : models[tree] = compilation.GetSemanticModel(tree);
        var evaluator = new ValueEvaluator(compilation, Model, new WalkedOccurrences(compilation), cancellation);
        var answers = new List<Value>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var call in tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression.ToString() != "Sink.Use")
                {
                    continue;
                }

                if (Model(tree).GetOperation(call, cancellation) is IInvocationOperation { Arguments: [var argument] })
                {
                    answers.Add(evaluator.Evaluate(argument.Value));
                }
                else
                {
                    answers.AddRange(call.ArgumentList.Arguments
                        .Select(broken => Model(tree).GetOperation(broken.Expression, cancellation))
                        .OfType<IOperation>()
                        .Select(evaluator.Evaluate));
                }
            }
        }

        return answers;
    }

    private static string[] Whole(string[] sources) => [.. sources.Select(source => Usings + source), Sink];
}
