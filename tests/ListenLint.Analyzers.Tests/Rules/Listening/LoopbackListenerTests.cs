using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

/// <summary>LL1001 in code. The squiggle is marked <c>[|…|]</c>; what is lowered to a hint is marked <c>{|hint:…|}</c>.</summary>
public sealed class LoopbackListenerTests
{
    [Theory]
    [InlineData("builder.WebHost.UseUrls([|\"http://localhost:5000\"|]);")]
    [InlineData("builder.WebHost.UseUrls([|\"http://127.0.0.1:5000\", \"https://[::1]:5001\"|]);")]
    [InlineData("builder.WebHost.UseUrls([|$\"http://localhost:{args.Length}\"|]);")]
    [InlineData("builder.WebHost.UseUrls([|\"http://localhost:\" + args.Length|]);")]
    [InlineData("builder.WebHost.UseUrls([|string.Format(\"http://localhost:{0}\", args.Length)|]);")]
    [InlineData("builder.WebHost.UseSetting(\"urls\", [|\"http://localhost:5000\"|]);")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, [|\"http://localhost:5000\"|]);")]
    [InlineData("builder.Configuration[\"urls\"] = [|\"http://localhost:5000\"|];")]
    [InlineData("builder.Configuration[\"Kestrel:Endpoints:Http:Url\"] = [|\"http://localhost:5000\"|];")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.[|ListenLocalhost|](5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen([|IPAddress.Loopback|], 5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel((c, o) => o.Listen([|new IPEndPoint(IPAddress.IPv6Loopback, 5000)|], l => { }));")]
    [InlineData("builder.WebHost.UseKestrel(o => o.Configure().[|LocalhostEndpoint|](5000));")]
    [InlineData("var url = \"http://localhost:5000\"; builder.WebHost.UseUrls([|url|]);")]
    [InlineData("const string Url = \"http://localhost:5000\"; builder.WebHost.UseUrls([|Url|]);")]
    [InlineData("string[] urls = [\"http://localhost:5000\", \"http://127.0.0.1:5001\"]; builder.WebHost.UseUrls([|urls|]);")]
    public Task Reports_web_hosts(string statement) => Check($$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        var app = builder.Build();
        app.Run();
        """);

    [Theory]
    [InlineData("app.Run([|\"http://localhost:5000\"|]);")]
    [InlineData("await app.RunAsync([|\"http://127.0.0.1:5000\"|]);")]
    [InlineData("app.Urls.Add([|\"http://localhost:5000\"|]); app.Run();")]
    public Task Reports_web_applications(string statement) => Check($$"""
        var app = WebApplication.CreateBuilder(args).Build();
        {{statement}}
        """);

    [Theory]
    [InlineData("var l = new TcpListener([|IPAddress.Loopback|], 5000); l.Start();")]
    [InlineData("TcpListener l = new([|IPAddress.Loopback|], 5000); l.Start();")]
    [InlineData("var l = new TcpListener([|IPAddress.Parse(\"127.0.0.1\")|], 5000); l.Start();")]
    [InlineData("var l = new TcpListener([|new IPEndPoint(IPAddress.IPv6Loopback, 5000)|]); l.Start();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add([|\"http://localhost:8080/\"|]); l.Start();")]
    [InlineData("var l = new HttpListener { Prefixes = { [|\"http://127.0.0.1:8080/\"|] } }; l.Start();")]
    [InlineData("foreach (var p in new[] { \"http://localhost:1/\", \"http://127.0.0.1:2/\" }) { var l = new HttpListener(); l.Prefixes.Add([|p|]); l.Start(); }")]
    [InlineData("var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); s.Bind([|new IPEndPoint(IPAddress.Loopback, 5000)|]); s.Listen();")]
    [InlineData("var u = new UdpClient([|new IPEndPoint(IPAddress.Loopback, 5000)|]); await u.ReceiveAsync();")]
    [InlineData("_ = new Grpc.Core.ServerPort([|\"localhost\"|], 5000, Grpc.Core.ServerCredentials.Insecure);")]
    [InlineData("new Grpc.Core.Server().Ports.Add([|\"127.0.0.1\"|], 5000, Grpc.Core.ServerCredentials.Insecure);")]
    [InlineData("new NetMQ.Sockets.ResponseSocket().Bind([|\"tcp://localhost:5555\"|]);")]
    public Task Reports_other_listeners(string statement) => Check(statement);

    [Fact]
    public Task Reports_a_constructor_parameter_that_every_caller_fills_with_loopback() => Check("""
        new Server(IPAddress.Loopback, 5000).Run();
        new Server(5001).Run();

        internal sealed class Server
        {
            private readonly TcpListener _listener;
            public Server(int port) : this(IPAddress.Loopback, port) { }
            public Server(IPAddress address, int port) => _listener = new TcpListener([|address|], port);
            public void Run() => _listener.Start();
        }
        """);

    [Fact]
    public Task Reports_a_derived_listener() => Check("""
        new GameListener().Start();

        internal sealed class GameListener : TcpListener
        {
            public GameListener() : base([|IPAddress.Loopback|], 5000) { }
        }
        """);

    [Theory]
    [InlineData("builder.WebHost.UseUrls({|hint:builder.Configuration[\"Listen\"] ?? \"http://localhost:5000\"|});")]
    [InlineData("builder.WebHost.UseUrls({|hint:Environment.GetEnvironmentVariable(\"LISTEN\") ?? \"http://localhost:5000\"|});")]
    [InlineData("builder.WebHost.UseUrls({|hint:\"http://localhost:5000\", \"http://*:5001\"|});")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => { o.{|hint:ListenLocalhost|}(5000); o.ListenAnyIP(5001); });")]
    [InlineData("builder.WebHost.UseUrls({|hint:\"http://localhost:5000\"|}); builder.Build().UseForwardedHeaders();")]
    public Task Hints_where_something_speaks_for_loopback(string statement) => Check($$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        builder.Build().Run();
        """);

    [Fact]
    public Task Hints_in_a_desktop_program() => Check(
        "var l = new TcpListener({|hint:IPAddress.Loopback|}, 5000); l.Start();",
        properties: new() { ["OutputType"] = "WinExe" });

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost.example.com:5000\");")]
    [InlineData("builder.WebHost.UseUrls(args);")]
    [InlineData("builder.WebHost.UseUrls(builder.Configuration[\"Listen\"]!);")]
    [InlineData("builder.WebHost.UseUrls(args.Length > 0 ? \"http://localhost:5000\" : \"http://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(builder.Configuration.GetValue<bool>(\"Lan\") ? builder.Configuration[\"Listen\"]! : \"http://localhost:5000\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.WebHost.UseUrls(\"http://localhost:5000\");")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { } else builder.WebHost.UseUrls(\"http://localhost:5000\");")]
    [InlineData("if (builder.Environment.EnvironmentName == \"Development\") builder.WebHost.UseUrls(\"http://localhost:5000\");")]
    [InlineData("\n#if DEBUG\nbuilder.WebHost.UseUrls(\"http://localhost:5000\");\n#endif\n")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => { if (args.Length > 0) o.ListenLocalhost(5000); else o.ListenAnyIP(5000); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => { if (args.Length > 0) o.Listen(IPAddress.Parse(args[0]), 5000); else o.ListenLocalhost(5000); });")]
    [InlineData("builder.WebHost.UseIISIntegration().UseUrls(\"http://localhost:5000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.ListenUnixSocket(\"/run/app.sock\"));")]
    [InlineData("builder.Configuration[\"Elasticsearch:Url\"] = \"http://localhost:9200\";")]
    [InlineData("builder.Configuration.GetSection(\"Elastic\")[\"urls\"] = \"http://localhost:9200\";")]
    public Task Silent_web_hosts(string statement) => Check($$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        builder.Build().Run();
        """);

    [Theory]
    [InlineData("var l = new TcpListener(IPAddress.Loopback, 0); l.Start();")]
    [InlineData("TcpListener l = new(IPAddress.Loopback, 0); l.Start();")]
    [InlineData("var l = new TcpListener(args.Length > 0 ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0); l.Start();")]
    [InlineData("var l = new TcpListener(args.Length > 0 ? IPAddress.Any : IPAddress.Loopback, 5000); l.Start();")]
    [InlineData("TcpListener l; if (args.Length > 0) l = new TcpListener(IPAddress.Any, 1); else l = new TcpListener(IPAddress.Loopback, 1); l.Start();")]
    [InlineData("var l = TcpListener.Create(5000); l.Start();")]
    [InlineData("var c = new TcpClient(\"localhost\", 5000);")]
    [InlineData("var c = new UdpClient(\"localhost\", 5000);")]
    [InlineData("var e = new IPEndPoint(IPAddress.Loopback, 5000); new TcpClient().Connect(e);")]
    [InlineData("var isLocal = IPAddress.Parse(args[0]).Equals(IPAddress.Loopback);")]
    [InlineData("var s = new Socket(SocketType.Stream, ProtocolType.Tcp); s.Bind(new IPEndPoint(IPAddress.Loopback, 5000)); s.Connect(args[0], 80);")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080/\"); l.Start();")]
    [InlineData("var l = new HttpListener(); var redirectUri = \"http://127.0.0.1:7890/\"; l.Prefixes.Add(redirectUri); l.Start();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://localhost:7890/\"); l.Start(); System.Diagnostics.Process.Start(\"xdg-open\", \"http://localhost:7890/\");")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://localhost:7890/\"); l.Start(); var context = await l.GetContextAsync(); l.Stop();")]
    public Task Silent_other_listeners(string statement) => Check(statement);

    [Theory]
    [InlineData("static bool IsFree(int port) { try { var l = new TcpListener(IPAddress.Loopback, port); l.Start(); l.Stop(); return true; } catch (SocketException) { return false; } }")]
    [InlineData("static async Task Send() { using var u = new UdpClient(new IPEndPoint(IPAddress.Loopback, 5557)); await u.SendAsync(new byte[1], 1, \"127.0.0.1\", 99); }")]
    [InlineData("private IPEndPoint _ep = new(IPAddress.Loopback, 8110); void Set(IPAddress a) => _ep.Address = a; void Go() { var l = new TcpListener(_ep); l.Start(); l.AcceptTcpClient(); }")]
    [InlineData("[System.Diagnostics.Conditional(\"DEBUG\")] static void Trace() { var l = new TcpListener(IPAddress.Loopback, 5000); l.Start(); l.AcceptTcpClient(); }")]
    public Task Silent_members(string member) => Check($"internal sealed class Program {{ static void Main() {{ }} {member} }}");

    [Fact]
    public Task Hints_where_the_same_method_connects_to_it() => Check("""
        internal sealed class Program
        {
            static void Main()
            {
                var l = new TcpListener({|hint:IPAddress.Loopback|}, 45000);
                l.Start();
                var c = new TcpClient();
                c.Connect(IPAddress.Loopback, 45000);
                l.AcceptTcpClient();
            }
        }
        """);

    [Fact]
    public Task Hints_at_an_admin_host_beside_a_public_one() => Check("""
        var pub = WebApplication.CreateBuilder(args);
        pub.WebHost.UseUrls("http://*:8080");
        var adm = WebApplication.CreateBuilder(args);
        adm.WebHost.ConfigureKestrel(k => k.{|hint:ListenLocalhost|}(9090));
        await Task.WhenAll(pub.Build().RunAsync(), adm.Build().RunAsync());
        """);

    [Fact]
    public Task Reports_through_a_global_alias() => Check("""
        global using Port = System.Net.Sockets.TcpListener;
        var l = new Port([|IPAddress.Loopback|], 8101);
        l.Start();
        """);

    [Fact]
    public Task Silent_for_a_type_of_another_library_with_the_same_name() => Check("""
        new Acme.TcpListener(IPAddress.Loopback, 5000).Start();

        namespace Acme { internal sealed class TcpListener(IPAddress address, int port) { public void Start() => Console.WriteLine(address + ":" + port); } }
        """);

    [Fact]
    public Task Silent_for_a_parameter_that_a_caller_outside_may_fill() => Check(
        """
        namespace Acme;

        public sealed class Server(IPAddress address)
        {
            public static Server Local() => new(IPAddress.Loopback);
            public void Run() => new TcpListener(address, 5000).Start();
        }
        """,
        outputKind: OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public Task Silent_in_a_test_project() => Check(
        "var l = new TcpListener(IPAddress.Loopback, 5000); l.Start();",
        properties: new() { ["IsTestProject"] = "true" });

    [Theory]
    [InlineData("listenlint.loopback_intended = true")]
    [InlineData("listenlint.intended_loopback_ports = 9229, 5000")]
    public Task Silent_where_editorconfig_says_that_loopback_is_intended(string line) => Check(
        "var l = new TcpListener(IPAddress.Loopback, 5000); l.Start();", editorConfig: "[*.cs]\n" + line);

    [Fact]
    public Task Silent_hints_where_the_rule_is_set_to_error() => Check(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://localhost:5000", "http://*:5001");
        builder.Build().Run();
        """,
        editorConfig: "[*.cs]\ndotnet_diagnostic.LL1001.severity = error");

    [Fact]
    public Task Silent_where_an_nginx_in_the_repository_forwards_to_the_port() => Check(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://localhost:5000");
        builder.Build().Run();
        """,
        files: [("../nginx/nginx.conf", "http { server { listen 80; location / { proxy_pass http://127.0.0.1:5000; } } }")]);

    [Fact]
    public async Task Names_the_published_port_as_proof()
    {
        var run = new ProjectRun
        {
            Code = """
                var builder = WebApplication.CreateBuilder(args);
                builder.WebHost.UseUrls("http://localhost:5000");
                builder.Build().Run();
                """,
            Files = [("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 5000\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
        };
        var found = Assert.Single(await run.Diagnostics(), diagnostic => diagnostic.Id == "LL1001");
        Assert.Equal(
            "The listener on 'http://localhost:5000' is reachable from this machine only, but Dockerfile exposes port 5000 to others",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.EndsWith("Dockerfile", Assert.Single(found.AdditionalLocations).GetLineSpan().Path, StringComparison.Ordinal);
    }

    private static Task Check(
        string marked,
        Dictionary<string, string>? properties = null,
        string editorConfig = "",
        IReadOnlyList<(string, string)>? files = null,
        OutputKind outputKind = OutputKind.ConsoleApplication) =>
        MarkedSource.Check("LL1001", marked, code => new ProjectRun
        {
            Code = code,
            Properties = properties ?? [],
            EditorConfig = editorConfig,
            Files = files ?? [],
            OutputKind = outputKind,
        });
}
