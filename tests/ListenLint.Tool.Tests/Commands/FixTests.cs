using System.Text;
using Xunit;

namespace ListenLint.Tool.Tests.Commands;

public sealed class FixTests
{
    [Fact]
    public async Task Without_permission_no_fix_opens_a_listener_and_no_other_takes_its_place()
    {
        using var folder = App()
            .Add("A.cs", """class A { string s = "localhost/config"; string t = "localhost"; }""")
            .Add("B.cs", """class B { string s = "localhost/file"; string t = "localhost/config"; }""")
            .Add("Config.cs", "class Config { public static string Url = \"\"; }");

        var run = await ToolRun.Of(folder.Path, "fix");

        Assert.Equal("class B { string s = Config.Url; string t = Config.Url; }", folder.Read("B.cs"));
        Assert.Equal("""{ "Urls": "http://*:80" }""", folder.Read("urls.json"));
        Assert.Equal("""class A { string s = Config.Url; string t = "localhost"; }""", folder.Read("A.cs"));
        Assert.Equal(
            """
            fixed A.cs:1:22: LL9001: Take it from configuration
            fixed B.cs:1:51: LL9001: Take it from configuration
            fixed B.cs:1:22: LL9001: Write it to a file
            left A.cs:1:45: warning LL9001: 'localhost' is loopback only (its fix makes the listener reachable from other machines: --allow-exposure applies it)

            3 findings fixed in 3 files, 1 left.

            """.ReplaceLineEndings("\n"),
            run.Out);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task With_permission_all_are_opened_once_for_all_frameworks_told_and_written_with_marks_and_line_endings_kept()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
                    <EnableWindowsTargeting>true</EnableWindowsTargeting>
                    <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                  </PropertyGroup>
                </Project>
                """)
            .Add("A.cs", "")
            .Add("appsettings.json", "{ \"Urls\": \"http://localhost:5000\" }\r\n")
            .Add("Half.cs", """class Half { void M() { var s = "localhost"; Open(s, """);
        await File.WriteAllTextAsync(
            folder["A.cs"], "class A\r\n{\r\n    string s = \"localhost\", t = \"localhost\";\r\n    string u = \"ü localhost\";\n}\r\n", new UTF8Encoding(true), TestContext.Current.CancellationToken);

        var run = await ToolRun.Of(folder.Path, "fix", "--allow-exposure");
        var again = await ToolRun.Of(folder.Path, "fix", "--allow-exposure", "--no-restore");

        var expected = new UTF8Encoding(true).GetPreamble().Concat(
            Encoding.UTF8.GetBytes("class A\r\n{\r\n    string s = \"*\", t = \"*\";\r\n    string u = \"ü *\";\n}\r\n"));
        Assert.Equal(expected, await File.ReadAllBytesAsync(folder["A.cs"], TestContext.Current.CancellationToken));
        Assert.Equal("{ \"Urls\": \"http://*:5000\" }\r\n", folder.Read("appsettings.json"));
        Assert.Equal("""class Half { void M() { var s = "*"; Open(s, """, folder.Read("Half.cs"));
        Assert.Contains("now reachable from other machines: appsettings.json:1:19: { \"Urls\": \"http://localhost:5000\" }\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(5, run.Out.Split('\n').Count(line => line.StartsWith("now reachable from other machines: ", StringComparison.Ordinal)));
        Assert.Contains("5 findings fixed in 3 files, 0 left.", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Nothing to fix, 0 findings left.\n", again.Out);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, ".*"));
    }

    [Fact]
    public async Task A_dry_run_prints_a_diff_and_writes_nothing()
    {
        using var folder = App()
            .Add(".editorconfig", "root = true\n[A.cs]\nlistenlint.fix_may_expose = true\n")
            .Add("A.cs", "class A\n{\n    string s = \"localhost\";\n}")
            .Add("B.cs", "class B { string s = \"localhost\"; }\n");

        var run = await ToolRun.Of(folder.Path, "fix", "--dry-run");

        Assert.Equal("class A\n{\n    string s = \"localhost\";\n}", folder.Read("A.cs"));
        Assert.StartsWith(
            """
            --- a/A.cs
            +++ b/A.cs
            @@ -1,4 +1,4 @@
             class A
             {
            -    string s = "localhost";
            +    string s = "*";
             }
            \ No newline at end of file

            would fix A.cs:3:16: LL9001: Listen on all interfaces
            would be reachable from other machines: A.cs:3:16: string s = "localhost";
            left B.cs:1:22: warning LL9001
            """.ReplaceLineEndings("\n"),
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Fixes_that_do_not_compile_or_never_end_are_taken_back_and_the_others_stay()
    {
        using var folder = App()
            .Add("A.cs", """class A { string s = "broken"; string t = "ping"; string u = "localhost"; }""")
            .Add("B.cs", """class B { string s = "localhost"; }""");

        var run = await ToolRun.Of(folder.Path, "fix", "--allow-exposure");

        Assert.Equal("""class B { string s = "*"; }""", folder.Read("B.cs"));
        Assert.Contains("\"broken\"", folder.Read("A.cs"), StringComparison.Ordinal);
        Assert.Contains("u = \"*\"", folder.Read("A.cs"), StringComparison.Ordinal);
        Assert.Contains("The fix 'Break it' for LL9005", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"ping\"", folder.Read("A.cs"), StringComparison.Ordinal);
        Assert.Contains("left A.cs:1:43: warning LL9006: 'ping' comes back (its fix did not remove it)\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Only_the_named_rule_is_mended_hints_included()
    {
        using var folder = App().Add("A.cs", """class A { string s = "hint"; string t = "localhost"; }""");

        var run = await ToolRun.Of(folder.Path, "fix", "--rule", "ll9002", "--allow-exposure");

        Assert.Equal("""class A { string s = "hint taken"; string t = "localhost"; }""", folder.Read("A.cs"));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_fix_that_leaves_its_finding_is_not_kept_nor_repeated_and_others_of_the_file_stay()
    {
        using var folder = App().Add("A.cs", "class A\n{\n    string s =\n        \"stays\";\n    string t = \"grows\";\n    string u = \"localhost\";\n}\n");

        var run = await ToolRun.Of(folder.Path, "fix", "--allow-exposure");

        Assert.Equal("class A\n{\n    string s =\n        \"stays\";\n    string t = \"grows\";\n    string u = \"*\";\n}\n", folder.Read("A.cs"));
        Assert.Equal(
            """
            fixed A.cs:6:16: LL9001: Listen on all interfaces
            now reachable from other machines: A.cs:6:16: string u = "localhost";
            left A.cs:4:9: warning LL9006: 'stays' comes back (its fix did not remove it)
            left A.cs:5:16: warning LL9006: 'grows' comes back (its fix did not remove it)

            1 finding fixed in 1 file, 2 left.

            """.ReplaceLineEndings("\n"),
            run.Out);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_file_whose_encoding_cannot_be_kept_is_left_with_a_sentence_and_the_others_are_fixed()
    {
        using var folder = App().Add("B.cs", """class B { string s = "localhost"; }""");
        byte[] latin1 = Encoding.Latin1.GetBytes("// Gr\u00fc\u00dfe\nclass A { string s = \"localhost\"; string t = \"localhost\"; }\n");
        await File.WriteAllBytesAsync(folder["A.cs"], latin1, TestContext.Current.CancellationToken);

        var run = await ToolRun.Of(folder.Path, "fix", "--allow-exposure");

        Assert.Equal("""class B { string s = "*"; }""", folder.Read("B.cs"));
        Assert.Equal(latin1, await File.ReadAllBytesAsync(folder["A.cs"], TestContext.Current.CancellationToken));
        Assert.Single(run.Out.Split('\n'), line => line.StartsWith($"{folder["A.cs"]}:1: the file was left as it is, because its encoding cannot be kept", StringComparison.Ordinal));
        Assert.Contains("left A.cs:2:22: warning LL9001: 'localhost' is loopback only (its fix changes a file whose encoding cannot be kept)", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 finding fixed in 1 file, 2 left.", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task An_info_is_left_with_the_options_that_take_it()
    {
        using var folder = App().Add("A.cs", """class A { string s = "hint"; }""");

        var run = await ToolRun.Of(folder.Path, "fix");

        Assert.Contains("left A.cs:1:22: info LL9002: 'hint' is a hint (info: --severity info or --rule LL9002 takes it)\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    private static TemporaryFolder App() => new TemporaryFolder().Add("App.csproj", TemporaryFolder.LibraryProject);
}
