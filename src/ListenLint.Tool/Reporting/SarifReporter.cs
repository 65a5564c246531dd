using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Reporting;

/// <summary>SARIF 2.1.0, as code scanning services read it.</summary>
internal sealed class SarifReporter : ICheckReporter
{
    private const string SourceRoot = "SRCROOT";

    public void Write(CheckReport report, TextWriter writer)
    {
        var log = new SarifLog(
            "https://json.schemastore.org/sarif-2.1.0.json",
            "2.1.0",
            [new SarifRun(
                new SarifTool(new SarifDriver("ListenLint", report.ToolVersion, "https://www.nuget.org/packages/ListenLint.Tool", [.. report.Rules.Select(Of)])),
                [Invocation(report)],
                new Dictionary<string, SarifArtifactLocation> { [SourceRoot] = new(FolderUri(report.Root), null) },
                "utf16CodeUnits",
                [.. Results(report)])]);
        writer.Write(JsonSerializer.Serialize(log, ReportJson.Options));
        writer.Write('\n');
    }

    private static IEnumerable<SarifResult> Results(CheckReport report)
    {
        var rules = report.Rules.Select((rule, index) => (rule.Id, index)).ToDictionary(rule => rule.Id, rule => rule.index);
        foreach (var (findings, state) in new[] { (report.Findings, "new"), (report.Suppressed, "new"), (report.InBaseline, "unchanged") })
        {
            foreach (var finding in findings)
                yield return Of(finding, report.Root, rules.TryGetValue(finding.Id, out var index) ? index : null, report.HasBaseline ? state : null);
        }
    }

    private static SarifResult Of(Finding finding, string root, int? rule, string? baselineState)
    {
        var place = finding.Place is { } known ? Of(known, root) : new SarifPhysicalLocation(Artifact(finding.Projects[0], root), null);
        var related = finding.Related.Select((at, index) => new SarifLocation(index + 1, Of(at.Place, root), new SarifText(at.Role))).ToArray();
        return new SarifResult(
            finding.Id,
            rule,
            LevelOf(finding.Severity),
            new SarifText(finding.Message),
            [new SarifLocation(null, place, null)],
            related.Length > 0 ? related : null,
            new Dictionary<string, string> { ["listenlint/v1"] = finding.Fingerprint },
            finding.Suppression is { } suppression ? [new SarifSuppression("inSource", suppression.Justification)] : [],
            baselineState,
            new Dictionary<string, object>
            {
                ["projects"] = finding.Projects.Select(project => FilePaths.Relative(root, project)).ToArray(),
                ["targetFrameworks"] = finding.TargetFrameworks,
                ["fixes"] = finding.Fixes,
                ["details"] = finding.Properties,
            });
    }

    private static SarifRule Of(DiagnosticDescriptor rule)
    {
        var description = rule.Description.ToString(CultureInfo.InvariantCulture);
        return new SarifRule(
            rule.Id,
            new SarifText(rule.Title.ToString(CultureInfo.InvariantCulture)),
            description.Length > 0 ? new SarifText(description) : null,
            rule.HelpLinkUri is { Length: > 0 } help ? help : null,
            new SarifRuleConfiguration(rule.IsEnabledByDefault, FindingSeverities.From(rule.DefaultSeverity) is { } severity ? LevelOf(severity) : "none"),
            new SarifRuleProperties(rule.Category, [.. rule.CustomTags]));
    }

    private static SarifInvocation Invocation(CheckReport report) => new(
        report.Problems.Count + report.Crashes.Count == 0,
        report.ExitCode,
        [.. report.Problems.Select(problem => new SarifNotification(
                "error",
                new SarifText($"{FilePaths.Relative(report.Root, problem.Path)} was not read: {problem.Reason}"),
                [new SarifLocation(null, new SarifPhysicalLocation(Artifact(problem.Path, report.Root), null), null)])),
            .. report.Crashes.Select(crash => new SarifNotification("error", new SarifText(crash.Sentence), null)),
            .. report.Notes.Select(note => new SarifNotification("note", new SarifText(note), null))]);

    private static SarifPhysicalLocation Of(SourcePlace place, string root) => new(
        Artifact(place.Path, root), new SarifRegion(place.Line, place.Column, place.EndLine, place.EndColumn));

    private static SarifArtifactLocation Artifact(string path, string root) => FilePaths.IsBelow(root, path)
        ? new SarifArtifactLocation(string.Join('/', FilePaths.Relative(root, path).Split('/').Select(Uri.EscapeDataString)), SourceRoot)
        : new SarifArtifactLocation(new Uri(path).AbsoluteUri, null);

    private static string FolderUri(string folder) => new Uri(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).AbsoluteUri;

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
