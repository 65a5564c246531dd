using System.CommandLine;
using Microsoft.CodeAnalysis;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Fixing;
using ListenLint.Tool.Loading;
using ListenLint.Tool.Reporting;

namespace ListenLint.Tool.Commands;

/// <summary><c>listenlint fix</c>: applies the quick fixes to the files on disk, or shows what it would do.</summary>
internal sealed class FixCommand(ToolEnvironment environment)
{
    private readonly ProjectOptions _projects = new();

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the changes as a diff and write nothing." };

    private readonly Option<bool> _allowExposure = new("--allow-exposure")
    {
        Description = "Also apply fixes that make a listener reachable from other machines (as 'listenlint.fix_may_expose = true' in .editorconfig does).",
    };

    private readonly Option<string?> _severity = new Option<string?>("--severity")
    {
        Description = "The least severity that is mended; warning when absent, info when rules are named.",
    }.AcceptOnlyFromAmong("info", "warning", "error");

    public Command Create()
    {
        var command = new Command("fix", "Applies the quick fixes. Exit code: 0 nothing at warning or above is left, 1 something is, 2 something failed.");
        _projects.AddTo(command);
        command.Options.Add(_dryRun);
        command.Options.Add(_allowExposure);
        command.Options.Add(_severity);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _projects.Read(parsed);
        var rules = request.Rules.Select(rule => RuleNames.Find(environment.Rules.Rules, rule).Id).ToHashSet(StringComparer.Ordinal);
        var least = parsed.GetValue(_severity) is { } severity
            ? Enum.Parse<FindingSeverity>(severity, ignoreCase: true)
            : rules.Count > 0 ? FindingSeverity.Info : FindingSeverity.Warning;
        var dryRun = parsed.GetValue(_dryRun);

        var target = await new TargetResolver(environment.CurrentFolder).ResolveAsync(request.Path, cancellationToken).ConfigureAwait(false);
        var report = await ProgressLine.RunAsync(
            environment, progress => MendAsync(target, request, rules, least, parsed.GetValue(_allowExposure), progress, cancellationToken)).ConfigureAwait(false);

        var writer = new FileWriter();
        writer.Prepare(report.Files);
        cancellationToken.ThrowIfCancellationRequested();
        if (!dryRun)
            writer.Commit();
        new FixReporter(new ReportWriter(environment.Out, environment.OutIsTerminal), environment.CurrentFolder).Write(report, dryRun);

        if (report.Failures.Count > 0 || (report.Problems.Count > 0 && !request.AllowPartial))
            return ExitCode.Failure;
        return report.Left.Any(finding => finding.Severity >= FindingSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }

    private async Task<FixReport> MendAsync(
        LoadTarget target, ProjectRequest request, HashSet<string> rules, FindingSeverity least, bool allowExposure, Action<string> progress, CancellationToken cancellationToken)
    {
        using var loaded = await new SolutionLoader(request.Load, progress).LoadAsync(target, cancellationToken).ConfigureAwait(false);
        var outcome = await new SolutionFixer(environment.Rules, rules, least, allowExposure, progress).RunAsync(loaded, cancellationToken).ConfigureAwait(false);
        var after = await new SolutionAnalyzer(environment.Rules, census: null, rules)
            .RunAsync(loaded with { Solution = outcome.Solution }, progress, cancellationToken).ConfigureAwait(false);
        return new FixReport(
            loaded.Root,
            outcome.Applied,
            await FileChange.BetweenAsync(loaded.Solution, outcome.Solution, cancellationToken).ConfigureAwait(false),
            [.. after.Findings.Where(finding => finding.Suppression is null)],
            outcome.Gated,
            outcome.Refused,
            least,
            [.. outcome.Failures.Concat(after.Crashes.Select(crash => crash.Sentence)).Distinct()],
            loaded.Problems);
    }
}
