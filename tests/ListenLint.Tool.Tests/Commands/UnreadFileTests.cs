using ListenLint.Tool.Analysis;
using Xunit;

namespace ListenLint.Tool.Tests.Commands;

public sealed class UnreadFileTests
{
    [Fact]
    public async Task A_file_cut_in_half_is_named_and_the_rest_is_judged()
    {
        using var folder = new TemporaryFolder()
            .Add("Web.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""")
            .Add("Program.cs", "WebApplication.CreateBuilder(args).Build().Run(\"http://localhost:5000\");\n")
            .Add("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:5001" """);

        var run = await ToolRun.Of(folder.Path, AnalyzerSet.Packaged(), new ListenerCensus(), "check");

        Assert.Contains("appsettings.json was not judged: it is no complete JSON; correct it and run again", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Contains("Program.cs:1:48: warning LL1001", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }
}
