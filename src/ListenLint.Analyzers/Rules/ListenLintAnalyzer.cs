using System.Collections.Immutable;
using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules;

/// <summary>
/// What all rules share: a rule is a question to the facts of a whole project, asked once; each file's run takes the
/// findings of that file.
/// </summary>
public abstract class ListenLintAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    private protected ListenLintAnalyzer(DiagnosticDescriptor descriptor)
    {
        _descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Whether the rule reports certain failures, which are wrong in a test as well.</summary>
    private protected virtual bool SpeaksInTests => false;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(InTree);
        context.RegisterAdditionalFileAction(InFile);
    }

    private protected abstract IEnumerable<Finding> Inspect(ProjectFacts facts);

    private protected static DiagnosticDescriptor Describe(
        string id, string title, string message, DiagnosticSeverity severity, string description, bool isEnabled = true, string category = RuleCategories.Listening) =>
        new(
            id,
            title,
            message,
            category,
            severity,
            isEnabled,
            description,
            $"https://github.com/listenlint/listenlint/blob/main/docs/rules/{id}.md");

    private void InTree(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var facts = ProjectFacts.For(context.SemanticModel.Compilation, context.Options, context.CancellationToken);
        if (facts.IsEmpty || (facts.IsTest && !SpeaksInTests && !facts.Options.IncludesTestsIn(tree)))
        {
            return;
        }

        foreach (var finding in facts.Ask(GetType(), Inspect))
        {
            if (finding.Place.Tree == tree
                && (!finding.IsHint || facts.Options.ShowsHints(tree) || !HintSeverity.IsRaised(_descriptor, context.SemanticModel.Compilation, facts.Options, tree)))
            {
                context.ReportDiagnostic(ToDiagnostic(finding));
            }
        }
    }

    private void InFile(AdditionalFileAnalysisContext context)
    {
        var facts = ProjectFacts.For(context.Compilation, context.Options, context.CancellationToken);
        if (!facts.Options.ReportsConfiguration || (facts.IsTest && !SpeaksInTests && !facts.Options.IncludesTestsIn(context.AdditionalFile)))
        {
            return;
        }

        foreach (var finding in facts.Ask(GetType(), Inspect))
        {
            if (finding.Place.File?.Path == context.AdditionalFile.Path
                && (!finding.IsHint || facts.Options.ShowsHints(context.AdditionalFile) || !HintSeverity.IsRaised(_descriptor, context.Compilation, facts.Options, null)))
            {
                context.ReportDiagnostic(ToDiagnostic(finding));
            }
        }
    }

    private Diagnostic ToDiagnostic(Finding finding)
    {
        var severity = finding.IsHint && _descriptor.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : _descriptor.DefaultSeverity;
        return Diagnostic.Create(
            finding.Descriptor,
            finding.Place.Location,
            severity,
            finding.Related.Select(place => place.Location),
            finding.Properties,
            finding.Arguments.Select(Spoken).ToArray());
    }

    /// <summary>What is known only when the program runs has no letters of its own.</summary>
    private static object Spoken(object argument) => argument is string text ? text.Replace(ListenAddress.Hole, '…') : argument;
}
