namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class LoopbackInFileFixTests
{
    private const string Key = "expose:LL1001";

    private const string UseUrls = """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://*:5000");
        builder.Build().Run();
        """;

    [Theory]
    [InlineData("""{ "Urls": "http://localhost:5000" }""", """{ "Urls": "http://*:5000" }""")]
    [InlineData("""{ "urls": "http://localhost:5000;https://localhost:5001" }""", """{ "urls": "http://*:5000;https://*:5001" }""")]
    [InlineData("""{ "Urls": "http://127.0.0.1:5000;http://[::1]:5000" }""", """{ "Urls": "http://*:5000" }""")]
    [InlineData("{\r\n  // the \"address\"\r\n  \"Urls\" : \"http://[::1]:5000/\", /* more */\r\n}\r\n", "{\r\n  // the \"address\"\r\n  \"Urls\" : \"http://*:5000/\", /* more */\r\n}\r\n")]
    [InlineData("\uFEFF{ \"Urls\": \"http://localhost:5000\" }", "\uFEFF{ \"Urls\": \"http://*:5000\" }")]
    [InlineData("""{ "Kestrel:Endpoints:Http:Url": "http://localhost:5000" }""", """{ "Kestrel:Endpoints:Http:Url": "http://*:5000" }""")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "https://localhost:5001", "Protocols": "Http2" } } } }""", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "https://*:5001", "Protocols": "Http2" } } } }""")]
    public async Task Opens_an_address_in_appsettings(string text, string mended)
    {
        var title = await Mending.Check(Key, ConfiguredProject.Plain, "appsettings.json", mended, ("appsettings.json", text));
        Assert.Equal("Listen on all interfaces (reachable from other machines)", title);
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_URLS=http://localhost:5000", "ENV ASPNETCORE_URLS=http://*:5000")]
    [InlineData("ENV ASPNETCORE_URLS=\"http://localhost:5000\" A=1", "ENV ASPNETCORE_URLS=\"http://*:5000\" A=1")]
    [InlineData("ENV ASPNETCORE_URLS http://127.0.0.1:5000", "ENV ASPNETCORE_URLS http://*:5000")]
    [InlineData("ENV A=1 \\\n    # why\n    URLS='http://localhost:5000' \\\n    B=2", "ENV A=1 \\\n    # why\n    URLS='http://*:5000' \\\n    B=2")]
    public Task Opens_a_variable_of_a_dockerfile(string line, string mended)
    {
        const string Frame = "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n{0}\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n";
        return Mending.Check(Key, ConfiguredProject.Plain, "Dockerfile", Frame.Replace("{0}", mended), ("Dockerfile", Frame.Replace("{0}", line)));
    }

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"App.dll\", \"--urls\", \"http://localhost:5000\"]", "ENTRYPOINT [\"dotnet\", \"App.dll\", \"--urls\", \"http://*:5000\"]")]
    [InlineData("CMD dotnet App.dll --urls=http://localhost:5000", "CMD dotnet App.dll --urls=http://*:5000")]
    [InlineData("CMD ASPNETCORE_URLS=http://localhost:5000 dotnet App.dll", "CMD ASPNETCORE_URLS=http://*:5000 dotnet App.dll")]
    public Task Opens_an_address_in_a_command(string line, string mended) => Mending.Check(
        Key,
        ConfiguredProject.Plain,
        "Dockerfile",
        "FROM mcr.microsoft.com/dotnet/aspnet:10.0\r\n" + mended + "\r\n",
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\r\n" + line + "\r\n"));

    [Theory]
    [InlineData("environment:\n      ASPNETCORE_URLS: http://localhost:5000 # here", "environment:\n      ASPNETCORE_URLS: http://*:5000 # here")]
    [InlineData("environment:\n      - \"ASPNETCORE_URLS=http://localhost:5000\"", "environment:\n      - \"ASPNETCORE_URLS=http://*:5000\"")]
    [InlineData("environment: { URLS: 'http://localhost:5000', A: b }", "environment: { URLS: 'http://*:5000', A: b }")]
    [InlineData("command: [\"--urls\", \"http://localhost:5000\"]", "command: [\"--urls\", \"http://*:5000\"]")]
    public Task Opens_an_address_in_compose(string lines, string mended)
    {
        const string Frame = "services:\n  app:\n    build: ./App\n    {0}\n    ports:\n      - \"5000:5000\"\n";
        return Mending.Check(
            Key,
            ConfiguredProject.Plain,
            "../docker-compose.yml",
            Frame.Replace("{0}", mended),
            ("Dockerfile", ConfiguredProject.BareDockerfile),
            ("../docker-compose.yml", Frame.Replace("{0}", lines)));
    }

    [Theory]
    [InlineData("- \"127.0.0.1:5000:5000\"", "- \"5000:5000\"")]
    [InlineData("- 127.0.0.1:8080:5000/tcp # proxied", "- 8080:5000/tcp # proxied")]
    [InlineData("- '[::1]:8080:5000'", "- '8080:5000'")]
    public async Task Publishes_a_port_for_everybody(string entry, string mended)
    {
        var title = await Mending.Check(
            Key, UseUrls, "../compose.yaml", Compose(mended), ("Dockerfile", ConfiguredProject.BareDockerfile), ("../compose.yaml", Compose(entry)));
        Assert.Equal("Publish the port on all interfaces (reachable from other machines)", title);
    }

    [Theory]
    [InlineData("- \"${BIND:-127.0.0.1}:5000:5000\"")]
    [InlineData("- \"127.0.0.1::5000\"")]
    [InlineData("- target: 5000\n        published: 5000\n        host_ip: 127.0.0.1")]
    public Task Withheld_for_a_port_that_is_not_written_plainly(string entry) =>
        Mending.Withheld(Key, UseUrls, ("Dockerfile", ConfiguredProject.BareDockerfile), ("../compose.yaml", Compose(entry)));

    [Theory]
    [InlineData("""{ "Urls": "http:\/\/localhost:5000" }""")]
    [InlineData("""{ "Urls": "http://\u006cocalhost:5000" }""")]
    [InlineData("""{ "Urls": "http://localhost:5000;http://192.0.2.1:5000" }""")]
    public Task Withheld_in_appsettings(string text) => Mending.Withheld(Key, ConfiguredProject.Plain, ("appsettings.json", text));

    [Theory]
    [InlineData("ARG HOST=localhost\nENV ASPNETCORE_URLS=http://$HOST:5000")]
    [InlineData("ARG PORT=5000\nENV ASPNETCORE_URLS=http://localhost:${PORT}")]
    [InlineData("ENV ADDRESS=http://localhost:5000\nENV ASPNETCORE_URLS=$ADDRESS")]
    [InlineData("ENV ASPNETCORE_URLS=http://local\\\nhost:5000")]
    public Task Withheld_in_a_dockerfile(string lines) => Mending.Withheld(
        Key, ConfiguredProject.Plain, ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n" + lines + "\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Theory]
    [InlineData("x-env: &env\n  ASPNETCORE_URLS: http://localhost:5000\n", "environment: *env")]
    [InlineData("x-env: &env\n  ASPNETCORE_URLS: http://localhost:5000\n", "environment:\n      <<: *env\n      A: b")]
    [InlineData("x-url: &url http://localhost:5000\n", "environment:\n      ASPNETCORE_URLS: *url")]
    [InlineData("", "environment:\n      ASPNETCORE_URLS: &url http://localhost:5000\n      HEALTH: *url")]
    [InlineData("", "environment:\n      ASPNETCORE_URLS: http://localhost:${PORT:-5000}")]
    public Task Withheld_in_compose(string top, string lines) => Mending.Withheld(
        Key,
        ConfiguredProject.Plain,
        ("Dockerfile", ConfiguredProject.BareDockerfile),
        ("../docker-compose.yml", top + "services:\n  app:\n    build: ./App\n    " + lines + "\n    ports:\n      - \"5000:5000\"\n"));

    private static string Compose(string entry) => "services:\n  app:\n    build: ./App\n    ports:\n      " + entry + "\n";
}
