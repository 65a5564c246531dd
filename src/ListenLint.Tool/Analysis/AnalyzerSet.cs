using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Analysis;

/// <summary>The rules and fixes that a run works with.</summary>
internal sealed class AnalyzerSet
{
    public AnalyzerSet(IEnumerable<DiagnosticAnalyzer> analyzers, IEnumerable<CodeFixProvider> fixes)
    {
        Analyzers = [.. analyzers];
        Fixes = [.. fixes.Select(fix => new FixProvider(fix))];
        Rules = [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    public ImmutableArray<FixProvider> Fixes { get; }

    public ImmutableArray<DiagnosticDescriptor> Rules { get; }

    /// <summary>Every analyzer and fix that the package carries.</summary>
    public static AnalyzerSet Packaged() =>
        new(Create<DiagnosticAnalyzer>("ListenLint.Analyzers"), Create<CodeFixProvider>("ListenLint.CodeFixes"));

    public ImmutableArray<DiagnosticAnalyzer> AnalyzersFor(IReadOnlySet<string> rules) =>
        rules.Count == 0 ? Analyzers : [.. Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rules.Contains(rule.Id)))];

    private static IEnumerable<T> Create<T>(string assembly) =>
        Assembly.Load(assembly).GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
