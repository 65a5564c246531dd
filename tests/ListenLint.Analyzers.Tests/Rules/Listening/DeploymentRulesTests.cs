using ListenLint.Analyzers.Tests.Verification;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

/// <summary>LL1001, LL1002, LL1003, LL1006 and LL1007 where code and the files beside it are read together.</summary>
public sealed class DeploymentRulesTests
{
    private const string Plain = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();
        """;

    private const string UseUrls = """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://*:5000");
        builder.Build().Run();
        """;

    private const string ListenAnyIP = """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));
        builder.Build().Run();
        """;

    [Fact]
    public Task Reports_loopback_in_appsettings() => Check(Plain, ["appsettings.json:1 LL1001 warning"], ("appsettings.json", """{ "Urls": "http://localhost:5000" }"""));

    [Fact]
    public Task Reports_a_loopback_endpoint_in_appsettings() => Check(
        Plain,
        ["appsettings.json:4 LL1001 warning"],
        ("appsettings.json", """
            {
              // the public endpoint
              "Kestrel": { "Endpoints": { "Http": {
                "Url": "http://127.0.0.1:5000"
              } } }
            }
            """));

    [Fact]
    public Task Reports_loopback_in_appsettings_of_production() => Check(
        Plain,
        ["appsettings.Production.json:1 LL1001 warning"],
        ("appsettings.json", """{ "Urls": "http://*:5000" }"""),
        ("appsettings.Production.json", """{ "Urls": "http://localhost:5000" }"""));

    [Fact]
    public Task Reports_loopback_in_a_dockerfile() => Check(
        Plain,
        ["Dockerfile:2 LL1001 warning"],
        ("Dockerfile", """
            FROM mcr.microsoft.com/dotnet/aspnet:10.0
            ENV ASPNETCORE_URLS=http://localhost:5000
            EXPOSE 5000
            ENTRYPOINT ["dotnet", "App.dll"]
            """));

    [Fact]
    public Task Reports_loopback_in_the_command_line_of_a_compose_service() => Check(
        Plain,
        ["docker-compose.yml:5 LL1001 warning"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ("../docker-compose.yml", """
            services:
              app:
                build: ./App
                environment:
                  ASPNETCORE_URLS: http://localhost:5000
                ports:
                  - "5000:5000"
            """));

    [Fact]
    public Task Hints_at_a_port_published_on_loopback() => Check(
        UseUrls,
        ["docker-compose.yml:5 LL1001 info"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ("../docker-compose.yml", """
            services:
              app:
                build: ./App
                ports:
                  - "127.0.0.1:5000:5000"
            """));

    [Theory]
    [InlineData("appsettings.Development.json", """{ "Urls": "http://localhost:5000" }""")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:5000" } } }""")]
    [InlineData("appsettings.json", """{ "Elasticsearch": { "Url": "http://localhost:9200" } }""")]
    [InlineData("appsettings.json", """{ "Urls": "http://localhost:0" """)]
    [InlineData("appsettings.json", """{ "Urls": """)]
    [InlineData("package.json", """{ "Urls": "http://localhost:5000" }""")]
    [InlineData("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD curl http://localhost:8080/\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("Dockerfile", "FROM node:22\nENV ASPNETCORE_URLS=http://localhost:5000\nENTRYPOINT [\"dotnet\", \"Other.dll\"]\n")]
    public Task Silent_files(string path, string text) => Check(Plain, [], (path, text));

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Configure(builder.Configuration.GetSection(\"Server\")));")]
    [InlineData("builder.Configuration.Sources.Clear(); builder.Configuration.AddJsonFile(\"other.json\");")]
    public Task Silent_where_code_says_what_is_read(string statement) => Check(
        $"var builder = WebApplication.CreateBuilder(args);\n{statement}\nbuilder.Build().Run();",
        [],
        ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:5000" } } } }"""));

    [Fact]
    public Task Silent_where_the_container_overrides_the_key() => Check(
        Plain,
        [],
        ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:5000" } } } }"""),
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV Kestrel__Endpoints__Http__Url=http://*:5000\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public async Task A_published_port_that_an_open_endpoint_answers_proves_nothing_of_the_loopback_one()
    {
        var found = await new ProjectRun
        {
            Code = Plain,
            Files =
            [
                ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://localhost:5001" } } } }"""),
                ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV Kestrel__Endpoints__Http__Url=http://*:5000\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
            ],
        }.Diagnostics();

        Assert.EndsWith("do clients connect from other machines?", Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_published_port_that_no_open_endpoint_answers_is_the_proof()
    {
        var found = await new ProjectRun
        {
            Code = Plain,
            Files =
            [
                ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://localhost:5001" } } } }"""),
                ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV Kestrel__Endpoints__Http__Url=http://*:5000\nEXPOSE 5000 5001\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
            ],
        }.Diagnostics();

        Assert.EndsWith("but Dockerfile exposes port 5001 to others", Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Silent_in_a_console_program() => Check(
        "Console.WriteLine();", [], ("appsettings.json", """{ "Urls": "http://localhost:5000" }"""));

    [Fact]
    public Task Reports_appsettings_that_beats_the_image_s_variable() => Check(
        Plain,
        ["Dockerfile:2 LL1006 warning", "appsettings.json:1 LL1001 warning"],
        ("appsettings.json", """{ "Urls": "http://localhost:5000" }"""),
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_URLS=http://+:80\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Reports_urls_that_an_endpoint_in_code_beats() => Check(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://*:6000");
        builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));
        builder.Build().Run();
        """,
        ["Program.cs:2 LL1006 warning"]);

    [Fact]
    public Task Reports_urls_that_an_endpoint_in_appsettings_beats() => Check(
        UseUrls,
        ["Program.cs:2 LL1006 warning"],
        ("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:7000" } } } }"""));

    [Fact]
    public Task Hints_at_dead_urls_that_say_the_same() => Check(
        UseUrls, ["appsettings.json:1 LL1006 info"], ("appsettings.json", """{ "Urls": "http://*:5000" }"""));

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://*:6000\").PreferHostingUrls(true).ConfigureKestrel(o => { });")]
    [InlineData("if (args.Length > 0) builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000)); builder.WebHost.UseUrls(\"http://*:6000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:6000\").ConfigureKestrel(o => o.ConfigureEndpointDefaults(l => { }));")]
    public Task Silent_urls_that_may_win(string statement) => Check($$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        builder.Build().Run();
        """, []);

    [Fact]
    public Task Reports_the_old_port_under_a_new_image() => Check(
        Plain,
        ["Dockerfile:2 LL1007 warning"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Reports_the_old_port_alone_where_a_template_exposes_443_beside_it() => Check(
        Plain,
        ["Dockerfile:3 LL1007 warning"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 443\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Hints_at_an_exposed_port_that_was_never_a_default() => Check(
        Plain,
        ["Dockerfile:2 LL1007 info"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 5000\nEXPOSE 5001\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Hints_at_an_exposed_port_that_the_code_does_not_use() => Check(
        ListenAnyIP,
        ["Dockerfile:2 LL1007 info"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Fact]
    public Task Reports_a_compose_port_that_nothing_listens_on() => Check(
        ListenAnyIP,
        ["compose.yaml:5 LL1007 warning"],
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ("../compose.yaml", """
            services:
              app:
                build: ./App
                ports:
                  - "8080:80"
            """));

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 8080\nEXPOSE 8081\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:7.0\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENV ASPNETCORE_HTTP_PORTS=80\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nARG PORT\nENV ASPNETCORE_URLS=http://*:$PORT\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM registry.example.com/base\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"Other.dll\"]\n")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 9000/udp\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    public Task Silent_ports(string dockerfile) => Check(Plain, [], ("Dockerfile", dockerfile));

    [Fact]
    public Task Reports_the_default_in_an_image_that_sets_no_address() => Check(
        Plain,
        ["Dockerfile:3 LL1002 warning"],
        ("Dockerfile", "FROM debian:12\nRUN apt-get install -y aspnetcore-runtime-8.0\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"));

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM debian:12\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM debian:12\nENV ASPNETCORE_URLS=http://*:8080\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")]
    [InlineData("FROM debian:12\nEXPOSE 8080\nENTRYPOINT [\"dotnet\", \"App.dll\", \"--urls\", \"http://*:8080\"]\n")]
    public Task Silent_images(string dockerfile) => Check(Plain, [], ("Dockerfile", dockerfile));

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"localhost:5000\");")]
    [InlineData("builder.WebHost.UseUrls(\"ws://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000/api\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000; https://*:5001\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:0\");")]
    public Task Reports_addresses_that_do_not_start(string statement) => Check($$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        builder.Build().Run();
        """, ["Program.cs:2 LL1003 warning"]);

    [Theory]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080\"); l.Start();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://0.0.0.0:8080/\"); l.Start();")]
    [InlineData("var l = new TcpListener(IPAddress.Parse(\"localhost\"), 5000); l.Start();")]
    public Task Reports_listeners_that_do_not_start(string statement) => Check(statement, ["Program.cs:1 LL1003 warning"]);

    [Fact]
    public Task Reports_a_fault_in_appsettings() => Check(
        Plain, ["appsettings.json:1 LL1003 warning"], ("appsettings.json", """{ "Urls": "*:5000" }"""));

    [Fact]
    public Task Reports_a_fault_in_a_launch_profile() => Check(
        Plain,
        ["Properties/launchSettings.json:1 LL1003 warning"],
        ("Properties/launchSettings.json", """{ "profiles": { "http": { "commandName": "Project", "applicationUrl": "localhost:5000" } } }"""));

    [Fact]
    public Task Reports_a_fixed_address_as_information() => Check(
        "var l = new TcpListener(IPAddress.Parse(\"10.1.2.3\"), 5000); l.Start();", ["Program.cs:1 LL1004 info"]);

    [Fact]
    public Task Reports_a_line_of_the_team_s_own_apis_that_cannot_be_read() => Check(
        """
        new Acme.GameServer("127.0.0.1", 5000);

        namespace Acme { internal sealed class GameServer(string host, int port) { public override string ToString() => host + port; } }
        """,
        ["ListenLint.Apis.txt:2 LL0001 warning", "Program.cs:1 LL1001 warning"],
        ("ListenLint.Apis.txt", "listen M:Acme.GameServer.#ctor(System.String,System.Int32) host=0 port=1 protocol=tcp\nlisten nonsense\n"));

    private static async Task Check(string code, string[] expected, params (string Path, string Text)[] files)
    {
        var found = await new ProjectRun { Code = code, Files = files }.Findings();
        Assert.Equal(string.Join("\n", expected), string.Join("\n", found));
    }
}
