namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class OverriddenAddressInFileFixTests
{
    private const string Key = "remove:LL1006";

    [Theory]
    [InlineData("""{ "Urls": "http://*:6000" }""", "{}")]
    [InlineData("{\n  \"Urls\": \"http://*:6000\"\n}\n", "{}\n")]
    [InlineData("""{ "Urls": "http://*:6000", "A": 1 }""", """{ "A": 1 }""")]
    [InlineData("""{ "A": 1, "Urls": "http://*:6000" }""", """{ "A": 1 }""")]
    [InlineData("""{ "A": 1, "Urls": "http://*:6000", "B": { "C": [ 1, "}" ] } }""", """{ "A": 1, "B": { "C": [ 1, "}" ] } }""")]
    [InlineData("{\n  \"A\": 1,\n  \"Urls\": \"http://*:6000\",\n  \"B\": 2\n}\n", "{\n  \"A\": 1,\n  \"B\": 2\n}\n")]
    [InlineData("{\n  \"A\": 1,\n  \"Urls\": \"http://*:6000\"\n}\n", "{\n  \"A\": 1\n}\n")]
    [InlineData("{\n  \"A\": 1,\n  \"Urls\": \"http://*:6000\",\n}\n", "{\n  \"A\": 1,\n}\n")]
    [InlineData("{\r\n  \"A\": \"\\\",{\", // one, \"two\"\r\n  \"Urls\": \"http:\\/\\/*:6000\" // dead, {\r\n}", "{\r\n  \"A\": \"\\\",{\" // one, \"two\"\r\n  // dead, {\r\n}")]
    [InlineData("{\n  \"A\": 1 /* , */\n  , \"Urls\": \"http://*:6000\"\n  , \"B\": 2\n}", "{\n  \"A\": 1 /* , */\n  , \"B\": 2\n}")]
    [InlineData("{\n  \"A\": 1\n  , \"Urls\": \"http://*:6000\"\n}", "{\n  \"A\": 1\n}")]
    [InlineData("{ \"http_ports\": 6000 }", "{}")]
    [InlineData("\uFEFF{\n  // nothing else\n  \"Urls\": \"http://*:6000\"\n}", "\uFEFF{\n  // nothing else\n}")]
    public Task Removes_a_member_of_appsettings(string text, string mended) =>
        Mending.Check(Key, ConfiguredProject.ListenAnyIP, "appsettings.json", mended, ("appsettings.json", text));

    [Theory]
    [InlineData("ENV ASPNETCORE_URLS=http://+:80\n", "")]
    [InlineData("ENV ASPNETCORE_URLS=\"http://+:80\" \n", "")]
    [InlineData("ENV ASPNETCORE_URLS http://+:80\r\n", "")]
    [InlineData("ENV ASPNETCORE_URLS=http://+:80 A=1\n", "ENV A=1\n")]
    [InlineData("ENV A=1 ASPNETCORE_URLS=\"http://+:80\"\n", "ENV A=1\n")]
    [InlineData("ENV A=1 \\\n    ASPNETCORE_URLS=http://+:80 \\\n    B=\"2 3\"\n", "ENV A=1 \\\n    B=\"2 3\"\n")]
    [InlineData("ENV A=\"1\" \\\r\n    ASPNETCORE_URLS='http://+:80'\r\n", "ENV A=\"1\"\r\n")]
    [InlineData("# address\nENV ASPNETCORE_URLS \\\n  http://+:80\n", "# address\n")]
    public Task Removes_a_variable_of_a_dockerfile(string lines, string mended) => Mending.Check(
        Key,
        ConfiguredProject.ListenAnyIP,
        "Dockerfile",
        ConfiguredProject.BareDockerfile.Replace("ENTRYPOINT", mended + "ENTRYPOINT"),
        ("Dockerfile", ConfiguredProject.BareDockerfile.Replace("ENTRYPOINT", lines + "ENTRYPOINT")));

    [Theory]
    [InlineData("    environment:\n      ASPNETCORE_URLS: http://+:80\n", "")]
    [InlineData("    environment:\n      - \"ASPNETCORE_URLS=http://+:80\"\n", "")]
    [InlineData("    environment: # all of it\n    - ASPNETCORE_URLS=http://+:80 # old\n", "    # all of it\n    # old\n")]
    [InlineData("    environment:\n      A: b\n      ASPNETCORE_URLS: 'http://+:80'\n      # c\n      C: d\n", "    environment:\n      A: b\n      # c\n      C: d\n")]
    [InlineData("    environment:\r\n      - ASPNETCORE_URLS=http://+:80\r\n      - A=b\r\n", "    environment:\r\n      - A=b\r\n")]
    public Task Removes_a_variable_of_compose(string lines, string mended)
    {
        const string Frame = "services:\n  app:\n    build: ./App\n{0}    ports:\n      - \"5000:5000\"\n";
        return Mending.Check(
            Key,
            ConfiguredProject.ListenAnyIP,
            "../docker-compose.yml",
            Frame.Replace("{0}", mended),
            ("Dockerfile", ConfiguredProject.BareDockerfile),
            ("../docker-compose.yml", Frame.Replace("{0}", lines)));
    }

    [Theory]
    [InlineData("ENV ASPNETCORE_URLS=http://+:80\nRUN echo $ASPNETCORE_URLS\n")]
    [InlineData("ENV ASPNETCORE_URLS=http://+:80\nHEALTHCHECK CMD curl ${ASPNETCORE_URLS}/health\n")]
    [InlineData("ENV A=1 \\\n    ASPNETCORE_URLS=http://+:80 \\\n    # the rest\n    B=2\n")]
    public Task Withheld_in_a_dockerfile(string lines) =>
        Mending.Withheld(Key, ConfiguredProject.ListenAnyIP, ("Dockerfile", ConfiguredProject.BareDockerfile.Replace("ENTRYPOINT", lines + "ENTRYPOINT")));

    [Theory]
    [InlineData("", "environment: { ASPNETCORE_URLS: http://+:80 }")]
    [InlineData("", "environment: [ \"ASPNETCORE_URLS=http://+:80\", A=b ]")]
    [InlineData("", "environment: &env\n      ASPNETCORE_URLS: http://+:80")]
    [InlineData("x-env: &env\n  ASPNETCORE_URLS: http://+:80\n", "environment:\n      <<: *env")]
    [InlineData("", "environment:\n      ASPNETCORE_URLS: http://+:80\n    healthcheck:\n      test: curl $${ASPNETCORE_URLS}/health")]
    [InlineData("", "command: [\"--urls\", \"http://+:80\"]")]
    public Task Withheld_in_compose(string top, string lines) => Mending.Withheld(
        Key,
        ConfiguredProject.ListenAnyIP,
        ("Dockerfile", ConfiguredProject.BareDockerfile),
        ("../docker-compose.yml", top + "services:\n  app:\n    build: ./App\n    " + lines + "\n    ports:\n      - \"5000:5000\"\n"));

    [Fact]
    public Task Withheld_for_an_endpoint_that_would_be_left_without_its_url() => Mending.Withheld(
        Key,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://*:5000").PreferHostingUrls(true);
        builder.Build().Run();
        """,
        ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:7000" } } } }"""));
}
