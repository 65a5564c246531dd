using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ListenLint.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Benchmarks;

/// <summary>
/// Every rule over a large program, against analyzers with the same registrations that do nothing: the difference is
/// what ListenLint costs. Trees are parsed anew for each run, so that no cached scan helps.
/// </summary>
[MemoryDiagnoser]
[InProcess]
[SimpleJob(warmupCount: 1, iterationCount: 5)]
public class WholeCompilation
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = typeof(ListenLintAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    private static readonly ImmutableArray<MetadataReference> References = GeneratedProgram.References();

    private CSharpCompilation _compilation = null!;

    /// <summary>Source files; one in <see cref="OneListenerIn"/> holds a listener.</summary>
    [Params(60)]
    public int Files { get; set; }

    /// <summary>0: no file holds one of our names.</summary>
    [Params(0, 25)]
    public int OneListenerIn { get; set; }

    [IterationSetup]
    public void Parse() => _compilation = GeneratedProgram.Compile(Files, OneListenerIn, References);

    [Benchmark(Baseline = true)]
    public int DoingNothing() => Run([.. Rules.Select((_, index) => new DoesNothing(index))]);

    [Benchmark]
    public int ListenLint() => Run(Rules);

    private int Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return _compilation.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync().GetAwaiter().GetResult().Length;
    }

#pragma warning disable RS1001, RS1025, RS1026, RS1036 // The floor: an analyzer that is no product of ours.
    private sealed class DoesNothing(int number) : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor($"NOP{number:000}", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSemanticModelAction(static _ => { });
            context.RegisterAdditionalFileAction(static _ => { });
        }
    }
#pragma warning restore RS1001, RS1025, RS1026, RS1036
}
