using System.Text.Json;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Reporting;

/// <summary>The report for programs. The schema's name changes when a field goes or changes its meaning, not when one comes.</summary>
internal sealed class JsonReporter : ICheckReporter
{
    public void Write(CheckReport report, TextWriter writer)
    {
        var document = new JsonCheck(
            "listenlint-check/1",
            report.ToolVersion,
            report.Root.Replace('\\', '/'),
            [.. report.Findings.Select(finding => Of(finding, report.Root))],
            [.. report.Suppressed.Select(finding => Of(finding, report.Root))],
            [.. report.Problems.Select(problem => new JsonProblem(FilePaths.Relative(report.Root, problem.Path), problem.Reason))],
            [.. report.Crashes.Select(crash => crash.Sentence)],
            report.Notes,
            new JsonCounts(
                report.Count(FindingSeverity.Error), report.Count(FindingSeverity.Warning), report.Count(FindingSeverity.Info),
                report.Suppressed.Count, report.InBaseline.Count, report.ProjectsAsked, report.ProjectsRead,
                Of(report.Census?.Of(SiteRole.Listener)), Of(report.Census?.Of(SiteRole.ConnectSite))),
            report.Census?.Unknown.Select(site => new JsonUnknown(
                site.Role == SiteRole.Listener ? "listener" : "connect", site.Api, site.Reason, Of(site.Place, report.Root))).ToArray());
        writer.Write(JsonSerializer.Serialize(document, ReportJson.Options));
        writer.Write('\n');
    }

    private static JsonFinding Of(Finding finding, string root) => new(
        finding.Id,
        finding.Severity.Name(),
        finding.Message,
        finding.Place is { } place ? Of(place, root) : null,
        [.. finding.Projects.Select(project => FilePaths.Relative(root, project))],
        finding.TargetFrameworks,
        [.. finding.Related.Select(related => new JsonRelated(related.Role, Of(related.Place, root)))],
        finding.Fixes,
        finding.HelpUri,
        finding.Properties,
        finding.Fingerprint,
        finding.Suppression is null ? null : new JsonSuppression(finding.Suppression.Justification));

    private static JsonPlace Of(SourcePlace place, string root) =>
        new(FilePaths.Relative(root, place.Path), place.Line, place.Column, place.EndLine, place.EndColumn);

    private static JsonSites? Of(SiteCounts? counts) => counts is null ? null : new JsonSites(counts.Seen, counts.Understood, counts.Unknown);

    private sealed record JsonCheck(
        string Schema, string Tool, string Root, IReadOnlyList<JsonFinding> Findings, IReadOnlyList<JsonFinding> Suppressed, IReadOnlyList<JsonProblem> UnreadableProjects,
        IReadOnlyList<string> Crashes, IReadOnlyList<string> Notes, JsonCounts Counts, IReadOnlyList<JsonUnknown>? Unknown);

    private sealed record JsonFinding(
        string Id, string Severity, string Message, JsonPlace? Place, IReadOnlyList<string> Projects, IReadOnlyList<string> TargetFrameworks, IReadOnlyList<JsonRelated> Related,
        IReadOnlyList<string> Fixes, string? HelpUri, IReadOnlyDictionary<string, string> Properties, string Fingerprint, JsonSuppression? Suppression);

    private sealed record JsonPlace(string Path, int StartLine, int StartColumn, int EndLine, int EndColumn);

    private sealed record JsonRelated(string Role, JsonPlace Place);

    private sealed record JsonSuppression(string? Justification);

    private sealed record JsonProblem(string Project, string Reason);

    private sealed record JsonUnknown(string Role, string Api, string Reason, JsonPlace Place);

    private sealed record JsonSites(int Seen, int Understood, int Unknown);

    private sealed record JsonCounts(
        int Errors, int Warnings, int Infos, int Suppressed, int InBaseline, int ProjectsAsked, int ProjectsRead, JsonSites? Listeners, JsonSites? ConnectSites);
}
