using System.Text.Json;
using ListenLint.Tool.Loading;
using ListenLint.Tool.Reporting;

namespace ListenLint.Tool.Analysis;

internal sealed record BaselineEntry(string Fingerprint, string Id, string Path, string Message);

/// <summary>The findings that were there before, and are not to be told again.</summary>
internal sealed record Baseline(string Schema, IReadOnlyList<BaselineEntry> Findings)
{
    private const string CurrentSchema = "listenlint-baseline/1";

    public static Baseline Of(IEnumerable<Finding> findings, string root) =>
        new(CurrentSchema, [.. findings.Select(finding => new BaselineEntry(
            finding.Fingerprint, finding.Id, FilePaths.Relative(root, finding.Place?.Path ?? finding.Projects[0]), finding.Message))]);

    public static async Task<Baseline> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            var baseline = JsonSerializer.Deserialize<Baseline>(text, ReportJson.Options);
            if (baseline is not { Schema: CurrentSchema, Findings: not null })
                throw new InputException($"'{path}' is not a baseline: it does not say \"schema\": \"{CurrentSchema}\".");
            return baseline;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"The baseline '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Options) + "\n";

    public HashSet<string> Fingerprints() => [.. Findings.Select(finding => finding.Fingerprint)];
}
