using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Analysis;

/// <summary>Collects findings over projects and target frameworks, and puts them into the one order in which they are always shown.</summary>
internal sealed class FindingList
{
    private readonly Dictionary<(string, string?, int, int, int, int, string, bool), Finding> _findings = [];

    public void Add(Finding finding)
    {
        var place = finding.Place;
        var key = (finding.Id, place?.Path ?? finding.Projects[0], place?.Line ?? 0, place?.Column ?? 0, place?.EndLine ?? 0, place?.EndColumn ?? 0,
            finding.Message, finding.Suppression is not null);
        _findings[key] = _findings.TryGetValue(key, out var known) ? Merge(known, finding) : finding;
    }

    /// <param name="root">Fingerprints name files relative to it, so that they hold on every machine.</param>
    public IReadOnlyList<Finding> InOrder(string root)
    {
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. _findings.Values
            .OrderBy(finding => finding.Place is null ? 0 : 1)
            .ThenBy(finding => FilePaths.Relative(root, finding.Place?.Path ?? finding.Projects[0]), StringComparer.Ordinal)
            .ThenBy(finding => finding.Place?.Start)
            .ThenBy(finding => finding.Place?.End)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .Select(finding => finding with { Fingerprint = Fingerprint(finding, root, occurrences) })];
    }

    private static Finding Merge(Finding known, Finding other) => known with
    {
        Severity = known.Severity > other.Severity ? known.Severity : other.Severity,
        Projects = Union(known.Projects, other.Projects),
        TargetFrameworks = Union(known.TargetFrameworks, other.TargetFrameworks),
        Fixes = known.Fixes.Count >= other.Fixes.Count ? known.Fixes : other.Fixes,
        Mending = known.Mending == Mending.None ? other.Mending : known.Mending,
        Related = [.. known.Related, .. other.Related.Where(place => !known.Related.Any(seen => seen.Role == place.Role && seen.Place.IsSameSpan(place.Place)))],
    };

    private static string[] Union(IReadOnlyList<string> left, IReadOnlyList<string> right) => [.. left.Union(right, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // No line numbers and no message: both change when something else is edited.
    private static string Fingerprint(Finding finding, string root, Dictionary<string, int> occurrences)
    {
        var path = FilePaths.Relative(root, finding.Place?.Path ?? finding.Projects[0]);
        var identity = string.Join('\n', finding.Id, path, finding.Place?.LineText.Trim(), finding.Place?.MarkedText);
        var occurrence = occurrences[identity] = occurrences.GetValueOrDefault(identity) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity + "\n" + occurrence.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
