using ListenLint.Tool.Analysis;
using Spectre.Console;

namespace ListenLint.Tool.Reporting;

/// <summary>The last lines: how much was found, what was seen, what was not understood.</summary>
internal sealed class TextSummary(ReportWriter lines)
{
    public void Write(CheckReport report, bool unknownIsListed = false)
    {
        lines.Line(0, new StyledText(Findings(report), new Style(decoration: Decoration.Bold)));
        if (report.BaselineWritten is { } baseline)
            lines.Line(0, $"{PlainText.Count(report.InBaseline.Count, "finding")} written to the baseline '{baseline}'.");
        if (report.Fixable + report.FixableByExposure > 0)
            lines.Line(0, Fixes(report));
        if (report.Census is { } census)
        {
            lines.Line(0, Sites(census.Of(SiteRole.Listener), "listener", unknownIsListed));
            if (census.Of(SiteRole.ConnectSite) is { Seen: > 0 } connects)
                lines.Line(0, Sites(connects, "connect site", unknownIsListed));
        }

        lines.Line(0, Projects(report));
    }

    private static string Findings(CheckReport report)
    {
        var apart = new List<string>();
        if (report.Suppressed.Count > 0)
            apart.Add($"{report.Suppressed.Count} suppressed");
        if (report.InBaseline.Count > 0)
            apart.Add($"{report.InBaseline.Count} in the baseline");
        var rest = apart.Count > 0 ? $" ({string.Join(", ", apart)})" : "";
        if (report.Findings.Count == 0)
            return report.BelowLeast > 0 ? $"No findings at {report.Least.Name()} or above ({string.Join(", ", apart.Prepend($"{report.BelowLeast} below"))})." : $"No findings{rest}.";

        var bySeverity = new[] { FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.Info }
            .Select(severity => (severity, count: report.Count(severity)))
            .Where(group => group.count > 0)
            .Select(group => PlainText.Count(group.count, group.severity.Name(), group.severity == FindingSeverity.Info ? "infos" : null));
        return $"{PlainText.Count(report.Findings.Count, "finding")}: {string.Join(", ", bySeverity)}{rest}.";
    }

    private static string Fixes(CheckReport report)
    {
        var (free, exposing) = (report.Fixable, report.FixableByExposure);
        var can = free == 0 ? $"{exposing} of them with --allow-exposure" : exposing == 0 ? $"{free} of them" : $"{free} of them, {exposing} more with --allow-exposure";
        return $"'listenlint fix' can fix {can}; --dry-run only shows them.";
    }

    private static string Sites(SiteCounts counts, string name, bool unknownIsListed)
    {
        var hint = counts.Unknown > 0 && !unknownIsListed ? " (--unknown lists them and why)" : "";
        return $"{PlainText.Count(counts.Seen, name)}, {counts.Understood} understood, {counts.Unknown} unknown{hint}";
    }

    private static string Projects(CheckReport report) => report.ProjectsRead == report.ProjectsAsked
        ? $"{PlainText.Count(report.ProjectsRead, "project")} read."
        : $"{report.ProjectsRead} of {PlainText.Count(report.ProjectsAsked, "project")} read.";
}
