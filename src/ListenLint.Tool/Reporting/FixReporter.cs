using System.Globalization;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Fixing;
using ListenLint.Tool.Loading;
using Spectre.Console;

namespace ListenLint.Tool.Reporting;

/// <param name="Left">The findings after all fixes.</param>
/// <param name="Least">The least severity that was to be mended.</param>
internal sealed record FixReport(
    string Root, IReadOnlyList<AppliedFix> Applied, IReadOnlyList<FileChange> Files, IReadOnlyList<Finding> Left, IReadOnlySet<string> Gated,
    IReadOnlyDictionary<string, string> Refused, FindingSeverity Least, IReadOnlyList<string> Failures, IReadOnlyList<ProjectProblem> Problems);

/// <summary>Says what was mended, which listeners are now open, and what is left.</summary>
internal sealed class FixReporter(ReportWriter lines, string currentFolder)
{
    public void Write(FixReport report, bool dryRun)
    {
        if (dryRun)
        {
            foreach (var file in report.Files)
            {
                foreach (var line in UnifiedDiff.Lines(FilePaths.Relative(report.Root, file.Path), file.OldText, file.NewText))
                    lines.Exact(line, StyleOf(line));
            }

            lines.Line();
        }

        foreach (var fix in report.Applied)
            lines.Line(0, new StyledText(dryRun ? "would fix " : "fixed ", new Style(Color.Green)), $"{At(fix.Finding)}: {fix.Finding.Id}: {fix.Title}");
        foreach (var fix in report.Applied.Where(fix => fix.Exposes))
            lines.Line(0, new StyledText(dryRun ? "would be reachable from other machines: " : "now reachable from other machines: ", new Style(Color.Yellow)), At(fix.Finding), ": ",
                fix.Finding.Place?.LineText.Trim() ?? "");
        foreach (var finding in report.Left)
            lines.Line(0, $"left {At(finding)}: {finding.Severity.Name()} {finding.Id}: {PlainText.OneLine(finding.Message)}{WhyLeft(finding, report)}");
        foreach (var problem in report.Problems)
            lines.Line(0, new StyledText("not read: ", new Style(Color.Red)), $"{FilePaths.ForReading(currentFolder, problem.Path)}: {PlainText.OneLine(problem.Reason)}");
        foreach (var failure in report.Failures)
            lines.Line(0, new StyledText(failure, new Style(Color.Red)));

        if (report.Applied.Count + report.Left.Count + report.Problems.Count + report.Failures.Count > 0)
            lines.Line();
        var did = dryRun ? "would be fixed" : "fixed";
        lines.Line(0, report.Applied.Count == 0
            ? $"Nothing to fix, {PlainText.Count(report.Left.Count, "finding")} left."
            : $"{PlainText.Count(report.Applied.Count, "finding")} {did} in {PlainText.Count(report.Files.Count, "file")}, {report.Left.Count} left.");
    }

    private static string WhyLeft(Finding finding, FixReport report)
    {
        if (finding.Fixes.Count == 0)
            return " (no fix)";
        if (report.Refused.TryGetValue(SolutionFixer.KeyOf(finding), out var reason))
            return $" ({reason})";
        if (finding.Severity < report.Least)
            return $" ({finding.Severity.Name()}: --severity {finding.Severity.Name()} or --rule {finding.Id} takes it)";
        return report.Gated.Contains(SolutionFixer.KeyOf(finding))
            ? " (its fix makes the listener reachable from other machines: --allow-exposure applies it)"
            : "";
    }

    private string At(Finding finding) => finding.Place is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{FilePaths.ForReading(currentFolder, place.Path)}:{place.Line}:{place.Column}")
        : FilePaths.ForReading(currentFolder, finding.Projects[0]);

    private static Style StyleOf(string line) => line switch
    {
        ['+', ..] => new Style(Color.Green),
        ['-', ..] => new Style(Color.Red),
        ['@', ..] => new Style(Color.Blue),
        _ => Style.Plain,
    };
}
