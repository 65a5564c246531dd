using System.Text.Json.Serialization;

namespace ListenLint.Tool.Reporting;

// The part of SARIF 2.1.0 (an OASIS standard) that the tool writes.
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    IReadOnlyDictionary<string, SarifArtifactLocation> OriginalUriBaseIds,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id, SarifText ShortDescription, SarifText? FullDescription, string? HelpUri, SarifRuleConfiguration DefaultConfiguration, SarifRuleProperties Properties);

internal sealed record SarifRuleProperties(string Category, IReadOnlyList<string> Tags);

internal sealed record SarifRuleConfiguration(bool Enabled, string Level);

internal sealed record SarifText(string Text);

internal sealed record SarifInvocation(bool ExecutionSuccessful, int ExitCode, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(string Level, SarifText Message, IReadOnlyList<SarifLocation>? Locations);

internal sealed record SarifResult(
    string RuleId,
    int? RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyList<SarifLocation>? RelatedLocations,
    IReadOnlyDictionary<string, string> PartialFingerprints,
    IReadOnlyList<SarifSuppression> Suppressions,
    string? BaselineState,
    IReadOnlyDictionary<string, object> Properties);

internal sealed record SarifSuppression(string Kind, string? Justification);

internal sealed record SarifLocation(int? Id, SarifPhysicalLocation PhysicalLocation, SarifText? Message);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifactLocation(string? Uri, string? UriBaseId);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);
