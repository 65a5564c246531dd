namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class UnusableAddressInFileFixTests
{
    private const string Key = "correct:LL1003";

    [Theory]
    [InlineData("""{ "Urls": "*:5000" }""", """{ "Urls": "http://*:5000" }""")]
    [InlineData("""{ "Urls": "http://*:5000; https://*:5001" }""", """{ "Urls": "http://*:5000;https://*:5001" }""")]
    [InlineData("""{ "Urls": "http://*:5000,https://*:5001" }""", """{ "Urls": "http://*:5000;https://*:5001" }""")]
    [InlineData("{\r\n\t\"Urls\": \"ws://*:5000\" // sockets\r\n}", "{\r\n\t\"Urls\": \"http://*:5000\" // sockets\r\n}")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "A": { "Url": "http://*:5000/api" } } } }""", """{ "Kestrel": { "Endpoints": { "A": { "Url": "http://*:5000" } } } }""")]
    [InlineData("""{ "HTTP_PORTS": "8080,8081" }""", """{ "HTTP_PORTS": "8080;8081" }""")]
    public async Task Corrects_appsettings(string text, string mended)
    {
        var title = await Mending.Check(Key, ConfiguredProject.Plain, "appsettings.json", mended, ("appsettings.json", text));
        Assert.Contains(title["Correct the address to '".Length..^1], mended);
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=http://+:8080", "ENV ASPNETCORE_HTTP_PORTS=8080")]
    [InlineData("ENV ASPNETCORE_URLS=\"+:8080\"", "ENV ASPNETCORE_URLS=\"http://+:8080\"")]
    public Task Corrects_a_dockerfile(string line, string mended) => Mending.Check(
        Key,
        ConfiguredProject.Plain,
        "Dockerfile",
        ConfiguredProject.BareDockerfile.Replace("ENTRYPOINT", mended + "\nENTRYPOINT"),
        ("Dockerfile", ConfiguredProject.BareDockerfile.Replace("ENTRYPOINT", line + "\nENTRYPOINT")));

    [Theory]
    [InlineData("ASPNETCORE_URLS: \"*:5000\"", "ASPNETCORE_URLS: \"http://*:5000\"")]
    [InlineData("- 'URLS=http://*:5000; http://*:5001'", "- 'URLS=http://*:5000;http://*:5001'")]
    public Task Corrects_compose(string entry, string mended)
    {
        const string Frame = "services:\n  app:\n    build: ./App\n    environment:\n      {0}\n";
        return Mending.Check(
            Key,
            ConfiguredProject.Plain,
            "../compose.yml",
            Frame.Replace("{0}", mended),
            ("Dockerfile", ConfiguredProject.BareDockerfile),
            ("../compose.yml", Frame.Replace("{0}", entry)));
    }

    [Theory]
    [InlineData("""{ "Urls": "http:\/\/*:5000\/api" }""")]
    [InlineData("""{ "Urls": "http://*:99999" }""")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "A": { "Url": "http://*:5000;http://*:5001" } } } }""")]
    public Task Withheld_without_one_obvious_correction(string text) => Mending.Withheld(Key, ConfiguredProject.Plain, ("appsettings.json", text));
}
