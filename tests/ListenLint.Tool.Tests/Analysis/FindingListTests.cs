using ListenLint.Tool.Analysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ListenLint.Tool.Tests.Analysis;

public sealed class FindingListTests
{
    [Fact]
    public void A_finding_of_several_frameworks_and_projects_is_one_with_the_highest_severity()
    {
        var list = new FindingList();
        list.Add(At(1, "x", "/r/b.csproj", "net10.0", FindingSeverity.Info));
        list.Add(At(1, "x", "/r/a.csproj", "net8.0", FindingSeverity.Warning));
        list.Add(At(1, "x", "/r/a.csproj", "net8.0", FindingSeverity.Warning) with { Message = "another message" });

        var findings = list.InOrder("/r");

        Assert.Equal(2, findings.Count);
        var shared = findings.Single(finding => finding.Message == "m");
        Assert.Equal(["/r/a.csproj", "/r/b.csproj"], shared.Projects);
        Assert.Equal(["net10.0", "net8.0"], shared.TargetFrameworks);
        Assert.Equal(FindingSeverity.Warning, shared.Severity);
    }

    [Fact]
    public void Fingerprints_tell_equal_lines_apart_and_survive_a_move()
    {
        var before = Fingerprints(At(1, "x"), At(2, "x"), At(3, "y"));
        var moved = Fingerprints(At(11, "x"), At(12, "    x"), At(13, "y"));

        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before, moved);
    }

    [Fact]
    public void A_place_that_only_one_framework_understands_is_understood()
    {
        var census = new CensusResult();
        var place = At(1, "x").Place!;
        var site = new CountedSite(SiteRole.Listener, Microsoft.CodeAnalysis.Location.None, "Listen", "why");
        census.Add(site, place);
        census.Add(site with { NotUnderstood = null }, place);
        census.Add(site, place);

        Assert.Equal(new SiteCounts(1, 1), census.Of(SiteRole.Listener));
        Assert.Empty(census.Unknown);
    }

    private static string[] Fingerprints(params Finding[] findings)
    {
        var list = new FindingList();
        foreach (var finding in findings)
            list.Add(finding);
        return [.. list.InOrder("/r").Select(finding => finding.Fingerprint)];
    }

    private static Finding At(int line, string text, string project = "/r/a.csproj", string framework = "net10.0", FindingSeverity severity = FindingSeverity.Warning) => new()
    {
        Id = "LL9001",
        Severity = severity,
        Message = "m",
        Place = new SourcePlace("/r/f.cs", new LinePosition(line, text.Length - 1), new LinePosition(line, text.Length), text),
        Projects = [project],
        TargetFrameworks = [framework],
    };
}
