namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class PublishedPortInFileFixTests
{
    private const string Key = "port:LL1007";

    [Theory]
    [InlineData("EXPOSE 80", "EXPOSE 8080")]
    [InlineData("EXPOSE 80/tcp 9000/udp", "EXPOSE 8080/tcp 9000/udp")]
    [InlineData("# web\r\nEXPOSE \"80\"\r", "# web\r\nEXPOSE \"8080\"\r")]
    public async Task Exposes_the_listening_port(string line, string mended)
    {
        const string Frame = "FROM mcr.microsoft.com/dotnet/aspnet:8.0\n{0}\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n";
        var title = await Mending.Check(Key, ConfiguredProject.Plain, "Dockerfile", Frame.Replace("{0}", mended), ("Dockerfile", Frame.Replace("{0}", line)));
        Assert.Equal("Change the port to 8080, on which the program listens", title);
    }

    [Theory]
    [InlineData("- \"8080:80\"", "- \"8080:5000\"")]
    [InlineData("- 127.0.0.1:80:80/tcp # web", "- 127.0.0.1:80:5000/tcp # web")]
    [InlineData("- \"80\"", "- \"5000\"")]
    [InlineData("- \"${WEB:-80}:80\"", "- \"${WEB:-80}:5000\"")]
    [InlineData("- target: 80\n        published: 80", "- target: 5000\n        published: 80")]
    public Task Maps_to_the_listening_port(string entry, string mended) => Mending.Check(
        Key,
        ConfiguredProject.ListenAnyIP,
        "../compose.yaml",
        Compose(mended),
        ("Dockerfile", ConfiguredProject.BareDockerfile),
        ("../compose.yaml", Compose(entry)));

    [Theory]
    [InlineData("- \"8080:${INNER:-80}\"")]
    [InlineData("- \"8000-8001:80-81\"")]
    [InlineData("- \"5000:5000\"\n      - \"8443:443\"")]
    public Task Withheld_in_compose(string entry) =>
        Mending.Withheld(Key, ConfiguredProject.ListenAnyIP, ("Dockerfile", ConfiguredProject.BareDockerfile), ("../compose.yaml", Compose(entry)));

    [Theory]
    [InlineData("ARG PORT=80\nEXPOSE $PORT")]
    [InlineData("EXPOSE 80-81")]
    public Task Withheld_in_a_dockerfile(string lines) => Mending.Withheld(
        Key, ConfiguredProject.Plain, ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\n" + lines + "\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Withheld_where_the_program_listens_on_several() => Mending.Withheld(
        Key,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(o => { o.ListenAnyIP(5000); o.ListenAnyIP(5001); });
        builder.Build().Run();
        """,
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    private static string Compose(string entry) => "services:\n  app:\n    build: ./App\n    ports:\n      " + entry + "\n";
}
