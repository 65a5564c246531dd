using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Tool.Tests.SampleRules;

/// <summary>Small rules with every property that the tool must handle; what the tool says does not depend on what real rules know.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SampleRule : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Loopback = Rule("LL9001", "Loopback only", "'{0}' is loopback only", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor Hint = Rule("LL9002", "A hint", "'{0}' is a hint", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor InFile = Rule("LL9003", "Loopback in a file", "'localhost' stands in {0}", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor Broken = Rule("LL9005", "Fixed wrongly", "'{0}' has a fix that does not compile", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor PingPong = Rule("LL9006", "Fixed to and fro", "'{0}' comes back", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor Off = Rule("LL9007", "Off by default", "'{0}' is off", DiagnosticSeverity.Warning, enabled: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Loopback, Hint, InFile, Broken, PingPong, Off];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Literal, SyntaxKind.StringLiteralExpression);
        context.RegisterAdditionalFileAction(File);
    }

    private static void Literal(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        var text = literal.Token.ValueText;
        var rule = text switch
        {
            _ when text.Contains("localhost", StringComparison.Ordinal) => Loopback,
            "hint" => Hint,
            "broken" => Broken,
            "ping" or "pong" or "stays" => PingPong,
            _ when text.StartsWith("grows", StringComparison.Ordinal) => PingPong,
            "off" => Off,
            _ => null,
        };
        if (rule is null)
            return;
        var type = literal.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        Location[] related = type is null ? [] : [type.Identifier.GetLocation()];
        var properties = ImmutableDictionary<string, string?>.Empty.Add("related.0", "in the type").Add("host", "localhost");
        context.ReportDiagnostic(Diagnostic.Create(rule, literal.GetLocation(), related, properties, text));
    }

    private static void File(AdditionalFileAnalysisContext context)
    {
        var text = context.AdditionalFile.GetText(context.CancellationToken)!;
        var at = text.ToString().IndexOf("localhost", StringComparison.Ordinal);
        if (at < 0)
            return;
        var span = new TextSpan(at, "localhost".Length);
        context.ReportDiagnostic(Diagnostic.Create(
            InFile, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), Path.GetFileName(context.AdditionalFile.Path)));
    }

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, bool enabled = true) =>
        new(id, title, message, "Sample", severity, enabled, description: title + ", said at length.", helpLinkUri: $"https://example.org/{id}");
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CrashingRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("LL9004", "Crashes", "It crashes", "Sample", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    public override void Initialize(AnalysisContext context) =>
        context.RegisterSyntaxTreeAction(tree => throw new InvalidOperationException("a defect in " + Path.GetFileName(tree.Tree.FilePath)));
}
