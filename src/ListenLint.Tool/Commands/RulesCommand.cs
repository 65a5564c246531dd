using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Reporting;

namespace ListenLint.Tool.Commands;

/// <summary><c>listenlint rules</c>: what each rule says, how severe it is, and whether a fix comes with it.</summary>
internal sealed class RulesCommand(ToolEnvironment environment)
{
    private readonly Argument<string?> _id = new("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Tell all about this one, such as LL1001." };

    private readonly Option<string> _format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" }
        .AcceptOnlyFromAmong("text", "json");

    public Command Create()
    {
        var command = new Command("rules", "Lists the rules, or explains one.") { _id, _format };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var asked = parsed.GetValue(_id);
        IReadOnlyList<DiagnosticDescriptor> rules = asked is null ? environment.Rules.Rules : [RuleNames.Find(environment.Rules.Rules, asked)];
        if (parsed.GetValue(_format) == "json")
            WriteJson(rules);
        else if (asked is null)
            WriteTable(rules);
        else
            WriteOne(rules[0]);
        return ExitCode.Clean;
    }

    private void WriteTable(IReadOnlyList<DiagnosticDescriptor> rules)
    {
        var lines = new ReportWriter(environment.Out, environment.OutIsTerminal);
        foreach (var rule in rules)
            lines.Line(0, $"{rule.Id}  {SeverityOf(rule),-7}  {(HasFix(rule) ? "fix" : "   ")}  {Text(rule.Title)}");
        lines.Line();
        lines.Line(0, $"{PlainText.Count(rules.Count, "rule")}. 'listenlint rules ID' tells more about one.");
    }

    private void WriteOne(DiagnosticDescriptor rule)
    {
        var lines = new ReportWriter(environment.Out, environment.OutIsTerminal);
        lines.Line(0, $"{rule.Id}: {Text(rule.Title)}");
        lines.Line();
        if (Text(rule.Description) is { Length: > 0 } description)
        {
            foreach (var paragraph in description.ReplaceLineEndings("\n").Split('\n'))
                lines.Line(0, paragraph);
            lines.Line();
        }

        lines.Line(0, $"severity: {SeverityOf(rule)}");
        lines.Line(0, $"category: {rule.Category}");
        lines.Line(0, $"fix:      {(HasFix(rule) ? "yes" : "no")}");
        if (rule.HelpLinkUri is { Length: > 0 } help)
            lines.Line(0, $"help:     {help}");
        lines.Line(0, $"set it:   dotnet_diagnostic.{rule.Id}.severity = error | warning | suggestion | none");
    }

    private void WriteJson(IReadOnlyList<DiagnosticDescriptor> rules)
    {
        var document = new JsonRules("listenlint-rules/1", [.. rules.Select(rule => new JsonRule(
            rule.Id, Text(rule.Title), FindingSeverities.From(rule.DefaultSeverity)?.Name() ?? "hidden", rule.IsEnabledByDefault, rule.Category,
            Text(rule.Description), HasFix(rule), rule.HelpLinkUri is { Length: > 0 } help ? help : null))]);
        environment.Out.WriteLine(JsonSerializer.Serialize(document, ReportJson.Options));
    }

    private bool HasFix(DiagnosticDescriptor rule) => environment.Rules.Fixes.Any(fix => fix.Provider.FixableDiagnosticIds.Contains(rule.Id));

    private static string SeverityOf(DiagnosticDescriptor rule) =>
        rule.IsEnabledByDefault ? FindingSeverities.From(rule.DefaultSeverity)?.Name() ?? "hidden" : "off";

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record JsonRules(string Schema, IReadOnlyList<JsonRule> Rules);

    private sealed record JsonRule(string Id, string Title, string Severity, bool EnabledByDefault, string Category, string Description, bool HasFix, string? HelpUri);
}
