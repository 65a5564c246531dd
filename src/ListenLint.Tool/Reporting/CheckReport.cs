using Microsoft.CodeAnalysis;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Reporting;

/// <summary>All that a check has to say, whatever the format.</summary>
internal sealed record CheckReport
{
    public required string Root { get; init; }

    public required string ToolVersion { get; init; }

    /// <summary>In order; those in the baseline and the suppressed ones are apart.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public IReadOnlyList<Finding> Suppressed { get; init; } = [];

    public IReadOnlyList<Finding> InBaseline { get; init; } = [];

    /// <summary>The least severity that is shown and counted.</summary>
    public FindingSeverity Least { get; init; }

    /// <summary>How many findings are less severe than that.</summary>
    public int BelowLeast { get; init; }

    /// <summary>As it was typed; null when this run wrote none.</summary>
    public string? BaselineWritten { get; init; }

    /// <summary>Those that 'listenlint fix' would mend as it is, and those it mends only with --allow-exposure.</summary>
    public int Fixable => Findings.Count(finding => finding.Severity >= FindingSeverity.Warning && finding.Mending == Mending.Free);

    public int FixableByExposure => Findings.Count(finding => finding.Severity >= FindingSeverity.Warning && finding.Mending == Mending.Exposes);

    public bool HasBaseline { get; init; }

    public IReadOnlyList<ProjectProblem> Problems { get; init; } = [];

    public IReadOnlyList<RuleCrash> Crashes { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<DiagnosticDescriptor> Rules { get; init; } = [];

    public int ProjectsAsked { get; init; }

    public int ProjectsRead { get; init; }

    public CensusResult? Census { get; init; }

    public int ExitCode { get; init; }

    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}

internal interface ICheckReporter
{
    void Write(CheckReport report, TextWriter writer);
}
