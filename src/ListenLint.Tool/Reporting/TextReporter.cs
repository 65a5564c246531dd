using System.Globalization;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;
using Spectre.Console;

namespace ListenLint.Tool.Reporting;

/// <summary>The report for a person: each finding with its line, its evidence and what to do; the counts last.</summary>
internal sealed class TextReporter(string currentFolder, bool isTerminal, bool listUnknown) : ICheckReporter
{
    private const int Indent = 4;
    private const int MostNotes = 5;
    private static readonly Style s_quiet = new(Color.Grey);
    private static readonly Style s_strong = new(decoration: Decoration.Bold);

    public void Write(CheckReport report, TextWriter writer)
    {
        var lines = new ReportWriter(writer, isTerminal);
        var projects = report.Findings.GroupBy(finding => finding.Projects[0], FilePaths.Comparer).ToArray();
        foreach (var project in projects)
        {
            if (report.ProjectsAsked > 1)
            {
                lines.Line(0, new StyledText(Path.GetFileNameWithoutExtension(project.Key), s_strong), new StyledText($" ({Shown(project.Key)})", s_quiet));
                lines.Line();
            }

            foreach (var finding in project)
                WriteFinding(lines, finding);
        }

        WriteTrouble(lines, report);
        if (listUnknown)
            WriteUnknown(lines, report);
        new TextSummary(lines).Write(report, listUnknown);
    }

    private void WriteFinding(ReportWriter lines, Finding finding)
    {
        var where = finding.Place is { } place ? At(place) : Shown(finding.Projects[0]);
        lines.Line(0, new StyledText(where, s_strong), ": ",
            new StyledText($"{finding.Severity.Name()} {finding.Id}", StyleOf(finding.Severity)), ": ", PlainText.OneLine(finding.Message));
        if (finding.Place is { LineText.Length: > 0 } marked)
            WriteSource(lines, marked, finding.Severity);
        foreach (var related in finding.Related)
            lines.Line(Indent, $"{related.Role}: ", At(related.Place), new StyledText(Quoted(related.Place), s_quiet));
        foreach (var fix in finding.Fixes)
            lines.Line(Indent, new StyledText("fix: ", new Style(Color.Green)), fix);
        if (finding.HelpUri is { } help)
            lines.Line(Indent, "help: ", new StyledText(help, s_quiet));
        lines.Line();
    }

    private static void WriteSource(ReportWriter lines, SourcePlace place, FindingSeverity severity)
    {
        var number = place.Line.ToString(CultureInfo.InvariantCulture);
        var text = place.LineText.TrimEnd();
        var margin = text.Length - text.TrimStart().Length;
        var start = Math.Clamp(place.Start.Character, margin, Math.Max(text.Length, margin));
        var marked = place.MarkedText.TrimEnd();
        var before = new string(' ', PlainText.Clean(text[margin..start]).GetCellWidth());
        lines.Source(Indent, $"{number} | ", text[margin..]);
        lines.Source(Indent, $"{new string(' ', number.Length)} | ",
            new StyledText(before + new string('^', Math.Max(1, PlainText.Clean(marked).GetCellWidth())), StyleOf(severity)));
    }

    private void WriteTrouble(ReportWriter lines, CheckReport report)
    {
        foreach (var problem in report.Problems)
            lines.Line(0, new StyledText("not read: ", new Style(Color.Red)), $"{Shown(problem.Path)}: {PlainText.OneLine(problem.Reason)}");
        foreach (var crash in report.Crashes)
            lines.Line(0, new StyledText(crash.Sentence, new Style(Color.Red)));
        foreach (var note in report.Notes.Take(MostNotes))
            lines.Line(0, new StyledText("note: ", s_quiet), PlainText.OneLine(note));
        if (report.Notes.Count > MostNotes)
            lines.Line(0, new StyledText("note: ", s_quiet), $"and {report.Notes.Count - MostNotes} more that the build said; --format json lists them");
        if (report.Problems.Count + report.Crashes.Count + report.Notes.Count > 0)
            lines.Line();
    }

    private void WriteUnknown(ReportWriter lines, CheckReport report)
    {
        foreach (var site in report.Census?.Unknown ?? [])
        {
            var role = site.Role == SiteRole.Listener ? "listener" : "connect site";
            lines.Line(0, new StyledText(At(site.Place), s_strong), $": unknown {role}: {site.Api}: {PlainText.OneLine(site.Reason)}");
        }

        if (report.Census?.Unknown.Count > 0)
            lines.Line();
    }

    private string Shown(string path) => FilePaths.ForReading(currentFolder, path);

    private string At(SourcePlace place) => string.Create(CultureInfo.InvariantCulture, $"{Shown(place.Path)}:{place.Line}:{place.Column}");

    private static string Quoted(SourcePlace place) => place.LineText.Trim() is { Length: > 0 } text ? $"  {text}" : "";

    private static Style StyleOf(FindingSeverity severity) => new(severity switch
    {
        FindingSeverity.Error => Color.Red,
        FindingSeverity.Warning => Color.Yellow,
        _ => Color.Blue,
    });
}
