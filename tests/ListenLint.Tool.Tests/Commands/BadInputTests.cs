using Xunit;

namespace ListenLint.Tool.Tests.Commands;

/// <summary>What cannot be read is one clear sentence and exit code 2; the rest is judged.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task What_is_wrong_with_each_project_is_told_and_the_others_are_judged()
    {
        using var folder = new TemporaryFolder()
            .Add("All.slnx", """
                <Solution>
                  <Project Path="Good/Good.csproj" />
                  <Project Path="Gone/Gone.csproj" />
                  <Project Path="NoSdk/NoSdk.csproj" />
                  <Project Path="Future/Future.csproj" />
                  <Project Path="Workload/Workload.csproj" />
                  <Project Path="Cut/Cut.csproj" />
                  <Project Path="Lost/Lost.csproj" />
                  <Project Path="Basic/Basic.vbproj" />
                </Solution>
                """)
            .Add("Good/Good.csproj", TemporaryFolder.LibraryProject)
            .Add("Good/A.cs", """class A { string s = "localhost"; }""")
            .Add("NoSdk/NoSdk.csproj", """<Project Sdk="No.Such.Sdk/1.0.0" />""")
            .Add("Future/Future.csproj", TemporaryFolder.LibraryProject.Replace("net10.0", "net99.0", StringComparison.Ordinal))
            .Add("Workload/Workload.csproj", TemporaryFolder.LibraryProject.Replace("net10.0", "net10.0-android", StringComparison.Ordinal))
            .Add("Cut/Cut.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>")
            .Add("Lost/Lost.csproj", TemporaryFolder.LibraryProject.Replace("</Project>", "<ItemGroup><Compile Include=\"Gone.cs\" /></ItemGroup></Project>", StringComparison.Ordinal))
            .Add("Lost/B.cs", """class B { string s = "localhost"; }""")
            .Add("Basic/Basic.vbproj", TemporaryFolder.LibraryProject);

        var run = await ToolRun.Of(folder.Path, "check");
        var partial = await ToolRun.Of(folder.Path, "check", "--allow-partial", "--no-restore", "--format", "json");

        Assert.Contains("Good/A.cs:1:22: warning LL9001", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: Gone/Gone.csproj: the file does not exist\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: NoSdk/NoSdk.csproj: MSB4236: The SDK 'No.Such.Sdk/1.0.0' specified could not be found.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: Future/Future.csproj: NETSDK1045: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: Workload/Workload.csproj: NETSDK1147: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: Cut/Cut.csproj: MSB4025: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("not read: Lost/Lost.csproj: its file 'Gone.cs' cannot be read (", run.Out, StringComparison.Ordinal);
        Assert.Contains("Lost/B.cs:1:22: warning LL9001", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Basic", run.Out, StringComparison.Ordinal);
        Assert.True(run.Out.EndsWith("1 of 7 projects read.\n", StringComparison.Ordinal), run.Out);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(1, partial.ExitCode);
        Assert.Contains("not read: Future/Future.csproj: ", partial.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_was_never_restored_is_not_taken_for_a_healthy_one()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", TemporaryFolder.LibraryProject)
            .Add("A.cs", """class A { string s = "localhost"; }""");

        var run = await ToolRun.Of(folder.Path, "check", "--no-restore");

        Assert.Contains("not read: App.csproj: it was never restored: run 'dotnet restore', or leave --no-restore away", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_missing_sdk_is_named_with_the_file_that_asks_for_it()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", TemporaryFolder.LibraryProject)
            .Add("global.json", """{ "sdk": { "version": "7.0.100", "rollForward": "disable" } }""");

        foreach (var option in (string[])["--unknown", "--no-restore"])
        {
            var run = await ToolRun.Of(folder.Path, "check", option);

            Assert.Equal($"not read: App.csproj: '{folder["global.json"]}' asks for the .NET SDK 7.0.100, which is not installed", run.Out.Split('\n')[0]);
            Assert.DoesNotContain("   at ", run.Out, StringComparison.Ordinal);
            Assert.Equal(2, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("'nowhere' does not exist.", "check", "nowhere")]
    [InlineData("PATH is empty: name a solution, a project or a folder, or leave it away for the current folder.", "check", "")]
    [InlineData("'notes.txt' is neither a solution (.sln, .slnx, .slnf) nor a C# project (.csproj) nor a folder.", "check", "notes.txt")]
    [InlineData("'Old.vbproj' is not a C# project: ListenLint reads C# only.", "fix", "Old.vbproj")]
    [InlineData("'Nonsense.sln' cannot be read as a solution: Not a solution file.", "check", "Nonsense.sln")]
    [InlineData("'Cut.slnx' cannot be read as a solution: ", "check", "Cut.slnx")]
    [InlineData("'Cut.slnf' cannot be read as a solution: ", "check", "Cut.slnf")]
    [InlineData("'Empty.slnx' names no C# project.", "check", "Empty.slnx")]
    [InlineData("'.' holds several solutions: Nonsense.sln, Cut.slnx, Empty.slnx. Name the one to check.", "check")]
    [InlineData("'Two' holds several projects: A.csproj, B.csproj. Name the one to check.", "check", "Two")]
    [InlineData("There is no solution and no C# project in 'None' or below it.", "check", "None")]
    [InlineData("There is no rule 'LL9903'. Did you mean LL9003 (Loopback in a file)?", "check", "--rule", "LL9903")]
    [InlineData("There is no rule 'LL9903'. Did you mean LL9003 (Loopback in a file)?", "rules", "LL9903")]
    [InlineData("'None/below/out.json' cannot be written: ", "check", "Two/A.csproj", "--output", "None/below/out.json")]
    [InlineData("The baseline '", "check", "Two/A.csproj", "--baseline", "missing.json")]
    [InlineData("' is not a baseline: ", "check", "Two/A.csproj", "--baseline", "Cut.slnf")]
    [InlineData("There is no option '--bogus': 'check --help' lists them.", "check", "--bogus")]
    [InlineData("Argument 'xml' not recognized.", "check", "--format", "xml")]
    [InlineData("'chekc' was not matched. Did you mean one of the following?", "chekc")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(string sentence, params string[] arguments)
    {
        using var folder = new TemporaryFolder()
            .Add("notes.txt", "")
            .Add("Old.vbproj", "<Project />")
            .Add("Nonsense.sln", "nonsense")
            .Add("Cut.slnx", "<Solution><Proj")
            .Add("Cut.slnf", "{}")
            .Add("Empty.slnx", "<Solution />")
            .Add("Two/A.csproj", TemporaryFolder.LibraryProject)
            .Add("Two/B.csproj", TemporaryFolder.LibraryProject)
            .Add("None/obj/Generated.csproj", TemporaryFolder.LibraryProject);

        var run = await ToolRun.Of(folder.Path, arguments);

        Assert.Contains(sentence, run.Error + run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Cancelled_runs_stop_with_130()
    {
        using var folder = new TemporaryFolder().Add("App.csproj", TemporaryFolder.LibraryProject);
        using var error = new StringWriter();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var exitCode = await new Tool.Commands.ListenLintCommand(new Tool.Commands.ToolEnvironment(TextWriter.Null, error, folder.Path, ToolRun.Samples(), null))
            .RunAsync(["check"], cancelled.Token);

        Assert.Equal(130, exitCode);
        Assert.Equal("Stopped." + Environment.NewLine, error.ToString());
    }
}
