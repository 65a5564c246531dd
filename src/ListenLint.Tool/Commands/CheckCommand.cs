using System.CommandLine;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;
using ListenLint.Tool.Reporting;

namespace ListenLint.Tool.Commands;

/// <summary><c>listenlint check</c>: reads the projects, judges them, reports. It changes no source.</summary>
internal sealed class CheckCommand(ToolEnvironment environment)
{
    private readonly ProjectOptions _projects = new();

    private readonly Option<string> _format = new Option<string>("--format") { Description = "How to report.", DefaultValueFactory = _ => "text" }
        .AcceptOnlyFromAmong("text", "json", "sarif");

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the report to this file.", HelpName = "FILE" };

    private readonly Option<string> _severity = new Option<string>("--severity")
    {
        Description = "The least severity that is shown and counted.",
        DefaultValueFactory = _ => "info",
    }.AcceptOnlyFromAmong("info", "warning", "error");

    private readonly Option<bool> _unknown = new("--unknown") { Description = "List the listeners and connect sites that could not be understood, and why." };

    private readonly Option<string?> _baseline = new("--baseline") { Description = "Leave out the findings that this file holds.", HelpName = "FILE" };

    private readonly Option<string?> _writeBaseline = new("--write-baseline") { Description = "Write the findings of this run to a baseline; they then count as known.", HelpName = "FILE" };

    public Command Create()
    {
        var command = new Command("check", "Reports what keeps clients from connecting. Exit code: 0 no findings at warning or above, 1 findings, 2 something could not be read.");
        _projects.AddTo(command);
        foreach (var option in (Option[])[_format, _output, _severity, _unknown, _baseline, _writeBaseline])
            command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _projects.Read(parsed);
        var rules = request.Rules.Select(rule => RuleNames.Find(environment.Rules.Rules, rule).Id).ToHashSet(StringComparer.Ordinal);
        var baseline = parsed.GetValue(_baseline) is { } known
            ? await Baseline.ReadAsync(Full(known), cancellationToken).ConfigureAwait(false)
            : null;
        var output = parsed.GetValue(_output) is { } file ? OutputFile.Open(Full(file), file) : null;
        var newBaseline = parsed.GetValue(_writeBaseline) is { } next ? OutputFile.Open(Full(next), next) : null;

        var target = await new TargetResolver(environment.CurrentFolder).ResolveAsync(request.Path, cancellationToken).ConfigureAwait(false);
        var report = await ProgressLine.RunAsync(environment, progress => JudgeAsync(target, request, rules, progress, cancellationToken)).ConfigureAwait(false);
        report = Sift(report, Enum.Parse<FindingSeverity>(parsed.GetValue(_severity)!, ignoreCase: true), baseline);
        if (newBaseline is not null)
        {
            newBaseline.Write(Baseline.Of([.. report.InBaseline, .. report.Findings], report.Root).ToJson());
            report = report with { InBaseline = [.. report.InBaseline, .. report.Findings], Findings = [], HasBaseline = true, BaselineWritten = parsed.GetValue(_writeBaseline) };
        }

        report = report with { ExitCode = ExitCodeOf(report, request.AllowPartial) };
        Report(report, parsed.GetValue(_format)!, parsed.GetValue(_unknown), output);
        return report.ExitCode;
    }

    private async Task<CheckReport> JudgeAsync(
        LoadTarget target, ProjectRequest request, HashSet<string> rules, Action<string> progress, CancellationToken cancellationToken)
    {
        using var loaded = await new SolutionLoader(request.Load, progress).LoadAsync(target, cancellationToken).ConfigureAwait(false);
        var judged = await new SolutionAnalyzer(environment.Rules, environment.Census, rules).RunAsync(loaded, progress, cancellationToken).ConfigureAwait(false);
        return new CheckReport
        {
            Root = loaded.Root,
            ToolVersion = ToolEnvironment.Version,
            Findings = [.. judged.Findings.Where(finding => finding.Suppression is null)],
            Suppressed = [.. judged.Findings.Where(finding => finding.Suppression is not null)],
            Problems = loaded.Problems,
            Crashes = judged.Crashes,
            Notes = [.. await UnreadFiles.NotesAsync(loaded, cancellationToken).ConfigureAwait(false), .. loaded.Notes, .. RulesThatAreOff(rules)],
            Rules = rules.Count == 0 ? environment.Rules.Rules : [.. environment.Rules.Rules.Where(rule => rules.Contains(rule.Id))],
            ProjectsAsked = target.Projects.Count,
            ProjectsRead = target.Projects.Count - loaded.Problems.Count,
            Census = judged.Census,
        };
    }

    private IEnumerable<string> RulesThatAreOff(HashSet<string> asked) =>
        environment.Rules.Rules
            .Where(rule => asked.Contains(rule.Id) && !rule.IsEnabledByDefault)
            .Select(rule => $"{rule.Id} is off unless the projects set dotnet_diagnostic.{rule.Id}.severity.");

    private static CheckReport Sift(CheckReport report, FindingSeverity least, Baseline? baseline)
    {
        var known = baseline?.Fingerprints() ?? [];
        var shown = report.Findings.Where(finding => finding.Severity >= least).ToLookup(finding => known.Contains(finding.Fingerprint));
        return report with
        {
            Findings = [.. shown[false]],
            Least = least,
            BelowLeast = report.Findings.Count(finding => finding.Severity < least),
            InBaseline = [.. shown[true]],
            Suppressed = [.. report.Suppressed.Where(finding => finding.Severity >= least)],
            HasBaseline = baseline is not null,
        };
    }

    private static int ExitCodeOf(CheckReport report, bool allowPartial)
    {
        if (report.Crashes.Count > 0 || (report.Problems.Count > 0 && !allowPartial))
            return ExitCode.Failure;
        return report.Findings.Any(finding => finding.Severity >= FindingSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Report(CheckReport report, string format, bool listUnknown, OutputFile? output)
    {
        ICheckReporter reporter = format switch
        {
            "json" => new JsonReporter(),
            "sarif" => new SarifReporter(),
            _ => new TextReporter(environment.CurrentFolder, environment.OutIsTerminal && output is null, listUnknown),
        };
        if (output is null)
        {
            reporter.Write(report, environment.Out);
        }
        else
        {
            using var text = new StringWriter();
            reporter.Write(report, text);
            output.Write(text.ToString());
            new TextSummary(new ReportWriter(environment.Out, environment.OutIsTerminal)).Write(report);
        }

        // A program reads the report; whoever reads the log must learn of these too.
        if (format != "text" || output is not null)
        {
            foreach (var problem in report.Problems)
                environment.Error.WriteLine($"not read: {FilePaths.ForReading(environment.CurrentFolder, problem.Path)}: {PlainText.OneLine(problem.Reason)}");
            foreach (var crash in report.Crashes)
                environment.Error.WriteLine(PlainText.OneLine(crash.Sentence));
        }
    }

    private string Full(string path) => Path.GetFullPath(path, environment.CurrentFolder);
}
