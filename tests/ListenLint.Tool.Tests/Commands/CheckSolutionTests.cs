using System.Text.Json;
using ListenLint.Tool.Analysis;
using ListenLint.Tool.Tests.Reporting;
using ListenLint.Tool.Tests.SampleRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ListenLint.Tool.Tests.Commands;

public sealed class CheckSolutionTests(SharedSolution solution) : IClassFixture<SharedSolution>
{
    [Fact]
    public async Task A_solution_is_told_in_text_with_places_reasons_fixes_and_counts()
    {
        var run = await ToolRun.Of(solution.Path, ToolRun.Samples(), new LiteralCensus(), "check");

        Assert.Equal(
            """
            Client (Client/Client.csproj)

            Client/Half.cs:1:33: warning LL9001: 'localhost' is loopback only
                1 | class Half { void M() { var s = "localhost"; Open(s,
                  |                                 ^^^^^^^^^^^
                in the type: Client/Half.cs:1:7  class Half { void M() { var s = "localhost"; Open(s,
                fix: Mark as intended
                fix: Listen on all interfaces
                fix: Take it from elsewhere
                help: https://example.org/LL9001

            Shared/Address.cs:1:38: warning LL9001: 'localhost' is loopback only
                1 | class Address { public string Host = "localhost"; }
                  |                                      ^^^^^^^^^^^
                in the type: Shared/Address.cs:1:7  class Address { public string Host = "localhost"; }
                fix: Mark as intended
                fix: Listen on all interfaces
                fix: Take it from elsewhere
                help: https://example.org/LL9001

            Server (Server/Server.csproj)

            Server/Loud.cs:1:25: error LL9001: 'localhost' is loopback only
                1 | class Loud { string s = "localhost"; }
                  |                         ^^^^^^^^^^^
                in the type: Server/Loud.cs:1:7  class Loud { string s = "localhost"; }
                fix: Mark as intended
                fix: Listen on all interfaces
                fix: Take it from elsewhere
                help: https://example.org/LL9001

            Server/Off.cs:1:42: info LL9002: 'hint' is a hint
                1 | class Off { string s = "off"; string h = "hint"; }
                  |                                          ^^^^^^
                in the type: Server/Off.cs:1:7  class Off { string s = "off"; string h = "hint"; }
                fix: Take the hint
                help: https://example.org/LL9002

            Server/Program.cs:2:10: warning LL9001: 'http://localhost:5000' is loopback only
                2 | app.Run("http://localhost:5000");
                  |         ^^^^^^^^^^^^^^^^^^^^^^^
                fix: Mark as intended
                fix: Listen on all interfaces
                fix: Take it from elsewhere
                help: https://example.org/LL9001

            Server/appsettings.json:1:19: warning LL9003: 'localhost' stands in appsettings.json
                1 | { "Urls": "http://localhost:5000" }
                  |                   ^^^^^^^^^
                fix: Listen on all interfaces
                help: https://example.org/LL9003

            6 findings: 1 error, 4 warnings, 1 info (2 suppressed).
            'listenlint fix' can fix 5 of them with --allow-exposure; --dry-run only shows them.
            9 listeners, 7 understood, 2 unknown (--unknown lists them and why)
            2 projects read.

            """.ReplaceLineEndings("\n"),
            run.Out);
        Assert.Equal("", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task The_same_solution_in_json_holds_each_finding_once_with_its_projects_and_frameworks()
    {
        var run = await ToolRun.Of(solution.Path, "check", "Chat.slnx", "--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal("listenlint-check/1", root.GetProperty("schema").GetString());
        var shared = Assert.Single(root.GetProperty("findings").EnumerateArray(), Is("Shared/Address.cs"));
        Assert.Equal(["Client/Client.csproj", "Server/Server.csproj"], shared.GetProperty("projects").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(["net10.0", "net10.0-windows"], shared.GetProperty("targetFrameworks").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("localhost", shared.GetProperty("properties").GetProperty("host").GetString());
        Assert.DoesNotContain(root.GetProperty("findings").EnumerateArray(), Is("Server/Quiet.cs"));
        Assert.Equal([null, "A proxy stands before it."], root.GetProperty("suppressed").EnumerateArray()
            .Select(item => item.GetProperty("suppression").TryGetProperty("justification", out var reason) ? reason.GetString() : null));
        Assert.Equal(2, root.GetProperty("counts").GetProperty("projectsRead").GetInt32());
        Assert.Equal(1, run.ExitCode);

        static Predicate<JsonElement> Is(string path) => finding => finding.GetProperty("place").GetProperty("path").GetString() == path;
    }

    [Fact]
    public async Task Sarif_of_a_real_run_is_valid_and_goes_to_the_file_asked_for()
    {
        using var folder = new TemporaryFolder();
        var run = await ToolRun.Of(solution.Path, "check", "--format", "sarif", "--output", folder["out.sarif"], "--framework", "net10.0", "--severity", "warning");

        var sarif = folder.Read("out.sarif");
        await SarifSchema.AssertValidAsync(sarif);
        using var json = JsonDocument.Parse(sarif);
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(5, results.Count(result => result.GetProperty("suppressions").GetArrayLength() == 0));
        Assert.Equal(2, results.Count(result => result.GetProperty("suppressions").GetArrayLength() == 1));
        Assert.Contains("5 findings: 1 error, 4 warnings (2 suppressed).", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_baseline_keeps_known_findings_out_although_their_lines_have_moved()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", TemporaryFolder.LibraryProject)
            .Add("A.cs", """class A { string s = "localhost"; }""");
        var written = await ToolRun.Of(folder.Path, "check", "--write-baseline", "base.json");
        folder.Add("A.cs", """

            // Moved.
                class A { string s = "localhost"; }
            """);
        folder.Add("B.cs", """class B { string s = "localhost"; }""");
        var compared = await ToolRun.Of(folder.Path, "check", "--baseline", "base.json");

        Assert.Equal(0, written.ExitCode);
        Assert.Contains("No findings (1 in the baseline).\n1 finding written to the baseline 'base.json'.\n", written.Out, StringComparison.Ordinal);
        Assert.Equal(1, compared.ExitCode);
        Assert.Contains("1 finding: 1 warning (1 in the baseline).", compared.Out, StringComparison.Ordinal);
        Assert.Contains("B.cs:1:22: warning LL9001", compared.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_below_the_severity_asked_for_are_counted_and_fixes_told_by_what_they_take()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", TemporaryFolder.LibraryProject)
            .Add("A.cs", """class A { string s = "localhost"; string t = "localhost/config"; string h = "hint"; }""");

        var errors = await ToolRun.Of(folder.Path, "check", "--severity", "error");
        var all = await ToolRun.Of(folder.Path, "check", "--no-restore");

        Assert.StartsWith("No findings at error or above (3 below).\n1 project read.", errors.Out, StringComparison.Ordinal);
        Assert.Equal(0, errors.ExitCode);
        Assert.Contains("'listenlint fix' can fix 1 of them, 1 more with --allow-exposure; --dry-run only shows them.\n", all.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_crashes_is_one_sentence_and_exit_code_2_while_the_others_speak()
    {
        var run = await ToolRun.Of(solution.Path, ToolRun.Samples(new CrashingRule()), new LiteralCensus(), "check", "Server", "--unknown", "--no-restore");

        Assert.Contains("Rule LL9004 crashed on ", run.Out, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException, a defect in ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Server/Loud.cs:1:25: error LL9001", run.Out, StringComparison.Ordinal);
        Assert.Contains("Server/Off.cs:1:24: unknown listener: literal: it is not a host", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    /// <summary>Takes every string literal for a listener, and understands those that name a host.</summary>
    private sealed class LiteralCensus : ISiteCensus
    {
        public IReadOnlyList<CountedSite> Take(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
            [.. compilation.SyntaxTrees
                .Where(tree => !tree.FilePath.Contains("/obj/", StringComparison.Ordinal))
                .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes())
                .Where(node => node.IsKind(SyntaxKind.StringLiteralExpression) && node.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax>() is null)
                .Select(node => new CountedSite(
                    SiteRole.Listener, node.GetLocation(), "literal", node.ToString().Contains("localhost", StringComparison.Ordinal) ? null : "it is not a host"))];
    }
}
