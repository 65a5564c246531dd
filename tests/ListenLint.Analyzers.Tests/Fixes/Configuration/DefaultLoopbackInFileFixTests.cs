namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class DefaultLoopbackInFileFixTests
{
    private const string Key = "expose:LL1002";

    [Theory]
    [InlineData(
        "FROM debian:12\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n",
        "FROM debian:12\nEXPOSE 8080\nENV ASPNETCORE_HTTP_PORTS=8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData(
        "\uFEFFFROM debian:12\r\nEXPOSE 80 443\r\nCMD dotnet App.dll",
        "\uFEFFFROM debian:12\r\nEXPOSE 80 443\r\nENV ASPNETCORE_HTTP_PORTS=80\r\nCMD dotnet App.dll")]
    [InlineData(
        "FROM debian:12 AS base\nEXPOSE 8080\nCMD [\"dotnet\", \"App.dll\"]\nFROM base\nCOPY . .",
        "FROM debian:12 AS base\nEXPOSE 8080\nCMD [\"dotnet\", \"App.dll\"]\nFROM base\nCOPY . .\nENV ASPNETCORE_HTTP_PORTS=8080")]
    public async Task Sets_the_exposed_port(string dockerfile, string mended)
    {
        var title = await Mending.Check(Key, ConfiguredProject.Plain, "Dockerfile", mended, ("Dockerfile", dockerfile));
        Assert.Matches("^Set ASPNETCORE_HTTP_PORTS=[0-9]+ in Dockerfile \\(reachable from other machines\\)$", title);
    }

    [Fact]
    public Task Sets_the_port_that_compose_publishes() => Mending.Check(
        Key,
        ConfiguredProject.Plain,
        "Dockerfile",
        "FROM debian:12\nENV ASPNETCORE_HTTP_PORTS=7000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n",
        ("Dockerfile", "FROM debian:12\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ("../compose.yaml", "services:\n  app:\n    build: ./App\n    ports:\n      - \"80:7000\"\n"));

    [Theory]
    [InlineData("net6.0")]
    [InlineData("netcoreapp3.1")]
    [InlineData("")]
    public async Task Sets_urls_before_dotnet_8(string targetFramework)
    {
        var before = ConfiguredProject.Of(
            ConfiguredProject.Plain, [("Dockerfile", "FROM debian:12\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")], targetFramework);
        var after = await before.AfterAsync((await before.ActionsAsync(Key)).Single());
        Assert.Contains("\nENV ASPNETCORE_URLS=http://*:8080\nENTRYPOINT", await after.TextAsync("Dockerfile"));
        Assert.Empty(await after.FindingsAsync());
    }

    [Theory]
    [InlineData("FROM debian:12 AS base\nCMD [\"dotnet\", \"App.dll\"]\nFROM base\nEXPOSE 8080\nCOPY a \\\n")]
    [InlineData("FROM debian:12 AS base\nCMD [\"dotnet\", \"App.dll\"]\nFROM base\nEXPOSE 8080\nRUN <<END\ntrue\n")]
    public Task Withheld_where_the_file_ends_within_an_instruction(string dockerfile) =>
        Mending.Withheld(Key, ConfiguredProject.Plain, ("Dockerfile", dockerfile));
}
