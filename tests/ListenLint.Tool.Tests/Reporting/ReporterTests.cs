using System.Text.Json;
using System.Text.Json.Nodes;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Loading;
using ListenLint.Tool.Reporting;
using ListenLint.Tool.Tests.SampleRules;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ListenLint.Tool.Tests.Reporting;

public sealed class ReporterTests
{
    private static readonly string s_root = OperatingSystem.IsWindows() ? @"C:\code" : "/code";

    [Fact]
    public async Task Sarif_with_everything_in_it_is_valid()
    {
        var sarif = Written(new SarifReporter(), Full());

        await SarifSchema.AssertValidAsync(sarif);
        using var json = JsonDocument.Parse(sarif);
        var run = json.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results");
        Assert.Equal(["new", "new", "new", "unchanged"], results.EnumerateArray().Select(result => result.GetProperty("baselineState").GetString()));
        Assert.Equal("a%20b/%C3%BC.cs", Artifact(results[0]).GetProperty("uri").GetString());
        Assert.Equal("SRCROOT", Artifact(results[0]).GetProperty("uriBaseId").GetString());
        Assert.False(Artifact(results[1]).TryGetProperty("uriBaseId", out _));
        Assert.StartsWith("file:///", Artifact(results[1]).GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal("LL9001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[results[0].GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("Gone/Gone.csproj was not read: the file does not exist", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());

        static JsonElement Artifact(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
    }

    [Theory]
    [InlineData("level", "\"severe\"")]
    [InlineData("ruleIndex", "-2")]
    [InlineData("message", "{}")]
    [InlineData("suppressions", "[{}]")]
    public async Task The_schema_would_notice_a_wrong(string property, string value)
    {
        var sarif = JsonNode.Parse(Written(new SarifReporter(), Full()))!;
        sarif["runs"]![0]!["results"]![0]![property] = JsonNode.Parse(value);

        Assert.NotEmpty(await SarifSchema.ErrorsAsync(sarif.ToJsonString()));
    }

    [Fact]
    public void Json_is_the_same_twice_and_names_no_path_of_the_machine_but_the_root()
    {
        var json = Written(new JsonReporter(), Full());

        Assert.Equal(json, Written(new JsonReporter(), Full()));
        var finding = JsonNode.Parse(json)!["findings"]![0]!;
        Assert.Equal("a b/ü.cs", (string?)finding["place"]!["path"]);
        Assert.Equal(3, (int)finding["place"]!["startLine"]!);
        Assert.Equal(16, (int)finding["place"]!["endColumn"]!);
        Assert.Equal("the published port", (string?)finding["related"]![0]!["role"]);
        Assert.Equal(1, (int)JsonNode.Parse(json)!["counts"]!["inBaseline"]!);
    }

    [Fact]
    public void Text_from_sources_cannot_command_the_terminal_and_marks_stay_below_wide_letters()
    {
        var finding = Sample() with
        {
            Message = "with \u001b[31m a colour\nand a line",
            Place = Place("x.cs", "\tvar 接続 = \"\u001b]0;title\";", 10, 21),
        };

        var text = Written(new TextReporter(s_root, isTerminal: false, listUnknown: false), new CheckReport { Root = s_root, ToolVersion = "1", Findings = [finding], ProjectsAsked = 1, ProjectsRead = 1 });

        Assert.DoesNotContain('\u001b', text);
        Assert.Equal(
            [
                "x.cs:3:11: warning LL9001: with \uFFFD[31m a colour and a line",
                "    3 | var 接続 = \"\uFFFD]0;title\";",
                "      |            ^^^^^^^^^^^",
            ],
            text.Split('\n').Take(3));
    }

    private static CheckReport Full() => new()
    {
        Root = s_root,
        ToolVersion = "1.2.3",
        Findings = [Sample(), Sample() with { Place = Place(Path.GetFullPath(Path.Combine(s_root, "..", "elsewhere", "b.cs")), "x", 0, 1), Severity = FindingSeverity.Info }],
        Suppressed = [Sample() with { Suppression = new Suppression("A proxy."), Place = null, Severity = FindingSeverity.Error }],
        InBaseline = [Sample()],
        HasBaseline = true,
        Problems = [new ProjectProblem(Path.Combine(s_root, "Gone", "Gone.csproj"), "the file does not exist")],
        Crashes = [new RuleCrash("Rule LL9004", "a.cs", "Exception, boom")],
        Notes = ["a warning of the build"],
        Rules = new SampleRule().SupportedDiagnostics,
        ProjectsAsked = 2,
        ProjectsRead = 1,
        Census = new CensusResult(),
        ExitCode = 2,
    };

    private static Finding Sample() => new()
    {
        Id = "LL9001",
        Severity = FindingSeverity.Warning,
        Message = "A \"message\"",
        HelpUri = "https://example.org/LL9001",
        Place = Place(Path.Combine("a b", "ü.cs"), "app.Run(\"host\");", 9, 15),
        Projects = [Path.Combine(s_root, "App", "App.csproj")],
        TargetFrameworks = ["net10.0"],
        Related = [new RelatedPlace("the published port", Place("compose.yaml", "- 5000:5000", 2, 11))],
        Fixes = ["Open it"],
        Properties = new Dictionary<string, string> { ["host"] = "localhost" },
        Fingerprint = "0123",
    };

    private static SourcePlace Place(string path, string line, int start, int end) =>
        new(Path.Combine(s_root, path), new LinePosition(2, start), new LinePosition(2, end), line);

    private static string Written(ICheckReporter reporter, CheckReport report)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        reporter.Write(report, writer);
        return writer.ToString();
    }
}
