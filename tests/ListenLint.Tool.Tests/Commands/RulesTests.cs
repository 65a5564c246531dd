using System.Text.Json;
using ListenLint.Tool.Analysis;
using Xunit;

namespace ListenLint.Tool.Tests.Commands;

public sealed class RulesTests
{
    [Fact]
    public async Task Rules_are_listed_by_id_with_severity_and_fix()
    {
        var run = await ToolRun.Of(".", "rules");

        Assert.Equal(
            """
            LL9001  warning  fix  Loopback only
            LL9002  info     fix  A hint
            LL9003  warning  fix  Loopback in a file
            LL9005  warning  fix  Fixed wrongly
            LL9006  warning  fix  Fixed to and fro
            LL9007  off           Off by default

            6 rules. 'listenlint rules ID' tells more about one.

            """.ReplaceLineEndings("\n"),
            run.Out);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task One_rule_is_explained()
    {
        var run = await ToolRun.Of(".", "rules", "ll9001");

        Assert.StartsWith("LL9001: Loopback only\n\nLoopback only, said at length.\n\nseverity: warning\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("help:     https://example.org/LL9001\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_rule()
    {
        var run = await ToolRun.Of(".", "rules", "--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("listenlint-rules/1", json.RootElement.GetProperty("schema").GetString());
        Assert.False(json.RootElement.GetProperty("rules").EnumerateArray().Last().GetProperty("enabledByDefault").GetBoolean());
    }

    [Fact]
    public void Every_packaged_analyzer_and_fix_can_be_created_and_no_fix_is_for_an_unknown_rule()
    {
        var packaged = AnalyzerSet.Packaged();

        Assert.All(packaged.Fixes.SelectMany(fix => fix.Provider.FixableDiagnosticIds), id => Assert.Contains(packaged.Rules, rule => rule.Id == id));
    }
}
