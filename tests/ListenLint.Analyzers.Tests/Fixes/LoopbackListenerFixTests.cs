using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>LL1001, <c>expose:</c>: each API in its own words.</summary>
public sealed class LoopbackListenerFixTests
{
    private const string Rule = "LL1001";

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:5000\");", "builder.WebHost.UseUrls(\"http://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:5000;https://[::1]:5001\");", "builder.WebHost.UseUrls(\"http://*:5000;https://*:5001\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:5000\", @\"https://127.0.0.1:5001\");", "builder.WebHost.UseUrls(\"http://*:5000\", @\"https://*:5001\");")]
    [InlineData("builder.WebHost.UseUrls($\"http://localhost:{args.Length}\");", "builder.WebHost.UseUrls($\"http://*:{args.Length}\");")]
    [InlineData("builder.WebHost.UseUrls($\"http://{IPAddress.Loopback}:5000\");", "builder.WebHost.UseUrls($\"http://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:\" + args.Length);", "builder.WebHost.UseUrls(\"http://*:\" + args.Length);")]
    [InlineData("builder.WebHost.UseUrls(\"http://\" + \"localhost\" + \":5000\");", "builder.WebHost.UseUrls(\"http://\" + \"*\" + \":5000\");")]
    [InlineData("builder.WebHost.UseSetting(\"urls\", \"http://localhost:5000\");", "builder.WebHost.UseSetting(\"urls\", \"http://*:5000\");")]
    [InlineData("builder.Configuration[\"urls\"] = \"http://localhost:5000\";", "builder.Configuration[\"urls\"] = \"http://*:5000\";")]
    [InlineData("builder.Configuration[\"Kestrel:Endpoints:Http:Url\"] = \"http://localhost:5000\";", "builder.Configuration[\"Kestrel:Endpoints:Http:Url\"] = \"http://*:5000\";")]
    [InlineData("var url = \"http://localhost:5000\"; builder.WebHost.UseUrls(url);", "var url = \"http://*:5000\"; builder.WebHost.UseUrls(url);")]
    [InlineData("const string Url = \"http://localhost:5000\"; builder.WebHost.UseUrls(Url);", "const string Url = \"http://*:5000\"; builder.WebHost.UseUrls(Url);")]
    [InlineData("const string Host = \"localhost\"; builder.WebHost.UseUrls($\"http://{Host}:{args.Length}\");", "const string Host = \"*\"; builder.WebHost.UseUrls($\"http://{Host}:{args.Length}\");")]
    [InlineData("builder.WebHost.UseUrls(args.Length > 0 ? args[0] : \"http://localhost:5000\");", "builder.WebHost.UseUrls(args.Length > 0 ? args[0] : \"http://*:5000\");")]
    [InlineData("builder.WebHost.UseUrls(builder.Configuration[\"own\"] ?? \"http://localhost:5000\");", "builder.WebHost.UseUrls(builder.Configuration[\"own\"] ?? \"http://*:5000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000, l => l.UseHttps()));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000, l => l.UseHttps()));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 5000));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(port: 5000, address: IPAddress.Loopback));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(port: 5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.IPv6Loopback, 5000, l => { }));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000, l => { }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(new IPEndPoint(IPAddress.Loopback, 5000)));", "builder.WebHost.ConfigureKestrel(o => o.Listen(new IPEndPoint(IPAddress.Any, 5000)));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(IPEndPoint.Parse(\"[::1]:5000\")));", "builder.WebHost.ConfigureKestrel(o => o.Listen(IPEndPoint.Parse(\"[::]:5000\")));")]
    [InlineData("builder.WebHost.UseKestrel(o => o.Configure().LocalhostEndpoint(5000));", "builder.WebHost.UseKestrel(o => o.Configure().AnyIPEndpoint(5000));")]
    [InlineData("builder.WebHost.UseKestrel(o => o.Configure().Endpoint(IPAddress.Loopback, 5000, l => { }));", "builder.WebHost.UseKestrel(o => o.Configure().AnyIPEndpoint(5000, l => { }));")]
    [InlineData("builder.WebHost.UseKestrel(o => o.Configure().Endpoint(new IPEndPoint(IPAddress.Loopback, 5000)));", "builder.WebHost.UseKestrel(o => o.Configure().Endpoint(new IPEndPoint(IPAddress.Any, 5000)));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Parse(\"127.0.0.1\"), 5000));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(new IPAddress(new byte[] { 127, 0, 0, 1 }), 5000));", "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Parse(builder.Configuration[\"ip\"] ?? \"127.0.0.1\"), 5000));", "builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Parse(builder.Configuration[\"ip\"] ?? \"0.0.0.0\"), 5000));")]
    public Task Web_hosts_are_opened(string statement, string mended) =>
        Mended.CodeAsync(Rule, LoopbackListenerFix.OpenKey, WebHost(statement), WebHost(mended));

    [Theory]
    [InlineData("app.Run(\"http://localhost:5000\");", "app.Run(\"http://*:5000\");")]
    [InlineData("await app.RunAsync(\"http://127.0.0.1:5000\");", "await app.RunAsync(\"http://*:5000\");")]
    [InlineData("app.Urls.Add(\"http://localhost:5000\"); app.Run();", "app.Urls.Add(\"http://*:5000\"); app.Run();")]
    [InlineData("app.Run(\"\"\"http://localhost:5000\"\"\");", "app.Run(\"\"\"http://*:5000\"\"\");")]
    [InlineData("app.Run(\"http://localhost\" /* the port is 80 */);", "app.Run(\"http://*\" /* the port is 80 */);")]
    public Task Web_applications_are_opened(string statement, string mended) => Mended.CodeAsync(
        Rule, LoopbackListenerFix.OpenKey, "var app = WebApplication.Create(args);\n" + statement, "var app = WebApplication.Create(args);\n" + mended);

    [Theory]
    [InlineData("var l = new TcpListener(IPAddress.Loopback, 5000); l.Start();", "var l = new TcpListener(IPAddress.Any, 5000); l.Start();")]
    [InlineData("TcpListener l = new(System.Net.IPAddress.Loopback, 5000); l.Start();", "TcpListener l = new(System.Net.IPAddress.Any, 5000); l.Start();")]
    [InlineData("var l = new TcpListener(IPAddress.IPv6Loopback, 5000); l.Start();", "var l = TcpListener.Create(5000); l.Start();")]
    [InlineData("TcpListener l = new(IPAddress.IPv6Loopback, 5000); l.Start();", "TcpListener l = TcpListener.Create(5000); l.Start();")]
    [InlineData("var l = new TcpListener(IPAddress.Parse(\"127.0.0.1\"), 5000); l.Start();", "var l = new TcpListener(IPAddress.Parse(\"0.0.0.0\"), 5000); l.Start();")]
    [InlineData("var l = new TcpListener(new IPAddress(new byte[] { 127, 0, 0, 1 }), 5000); l.Start();", "var l = new TcpListener(IPAddress.Any, 5000); l.Start();")]
    [InlineData("var l = new TcpListener(new IPEndPoint(IPAddress.Loopback, 5000)); l.Start();", "var l = new TcpListener(new IPEndPoint(IPAddress.Any, 5000)); l.Start();")]
    [InlineData("var l = new TcpListener(IPEndPoint.Parse(\"127.0.0.1:5000\")); l.Start();", "var l = new TcpListener(IPEndPoint.Parse(\"0.0.0.0:5000\")); l.Start();")]
    [InlineData("var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); s.Bind(new IPEndPoint(IPAddress.Loopback, 5000)); s.Listen();", "var s = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); s.Bind(new IPEndPoint(IPAddress.Any, 5000)); s.Listen();")]
    [InlineData("var e = new IPEndPoint(IPAddress.Loopback, 5000); var u = new UdpClient(e); await u.ReceiveAsync();", "var e = new IPEndPoint(IPAddress.Any, 5000); var u = new UdpClient(e); await u.ReceiveAsync();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://localhost:8080/\"); l.Start();", "var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080/\"); l.Start();")]
    [InlineData("var l = new HttpListener { Prefixes = { \"http://127.0.0.1:8080/x/\" } }; l.Start();", "var l = new HttpListener { Prefixes = { \"http://+:8080/x/\" } }; l.Start();")]
    [InlineData("_ = new Microsoft.AspNetCore.Server.HttpSys.HttpSysOptions { UrlPrefixes = { \"http://localhost:8080\" } };", "_ = new Microsoft.AspNetCore.Server.HttpSys.HttpSysOptions { UrlPrefixes = { \"http://+:8080\" } };")]
    [InlineData("_ = new Grpc.Core.ServerPort(\"localhost\", 5000, Grpc.Core.ServerCredentials.Insecure);", "_ = new Grpc.Core.ServerPort(\"0.0.0.0\", 5000, Grpc.Core.ServerCredentials.Insecure);")]
    [InlineData("new Grpc.Core.Server().Ports.Add(\"localhost\", 5000, Grpc.Core.ServerCredentials.Insecure);", "new Grpc.Core.Server().Ports.Add(\"0.0.0.0\", 5000, Grpc.Core.ServerCredentials.Insecure);")]
    [InlineData("new NetMQ.Sockets.ResponseSocket().Bind(\"tcp://localhost:5555\");", "new NetMQ.Sockets.ResponseSocket().Bind(\"tcp://*:5555\");")]
    [InlineData("_ = new NetMQ.Sockets.PublisherSocket(\"@tcp://127.0.0.1:5555\");", "_ = new NetMQ.Sockets.PublisherSocket(\"@tcp://*:5555\");")]
    [InlineData("_ = new MQTTnet.Server.MqttServerOptionsBuilder().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None);", "_ = new MQTTnet.Server.MqttServerOptionsBuilder().WithDefaultEndpointBoundIPAddress(IPAddress.Any).WithDefaultEndpointBoundIPV6Address(IPAddress.None);")]
    [InlineData("_ = new Orleans.Configuration.EndpointOptions { SiloListeningEndpoint = new IPEndPoint(IPAddress.Loopback, 11111) };", "_ = new Orleans.Configuration.EndpointOptions { SiloListeningEndpoint = new IPEndPoint(IPAddress.Any, 11111) };")]
    [InlineData("await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(IPAddress.Loopback, 5000);", "await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(IPAddress.Any, 5000);")]
    [InlineData("await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(new IPEndPoint(IPAddress.Loopback, 5000));", "await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(new IPEndPoint(IPAddress.Any, 5000));")]
    [InlineData("_ = Microsoft.AspNetCore.Server.HttpSys.UrlPrefix.Create(\"http://localhost:8080\");", "_ = Microsoft.AspNetCore.Server.HttpSys.UrlPrefix.Create(\"http://+:8080\");")]
    [InlineData("_ = Microsoft.AspNetCore.Server.HttpSys.UrlPrefix.Create(\"http\", \"localhost\", 8080, \"/\");", "_ = Microsoft.AspNetCore.Server.HttpSys.UrlPrefix.Create(\"http\", \"+\", 8080, \"/\");")]
    [InlineData("_ = new System.Net.Quic.QuicListenerOptions { ListenEndPoint = new IPEndPoint(IPAddress.Loopback, 5000) };", "_ = new System.Net.Quic.QuicListenerOptions { ListenEndPoint = new IPEndPoint(IPAddress.Any, 5000) };")]
    [InlineData("static void S(Orleans.Hosting.ISiloBuilder b) => Orleans.Hosting.EndpointOptionsExtensions.ConfigureEndpoints(b, IPAddress.Loopback, 11111, 30000); S(null!);", "static void S(Orleans.Hosting.ISiloBuilder b) => Orleans.Hosting.EndpointOptionsExtensions.ConfigureEndpoints(b, IPAddress.Loopback, 11111, 30000, listenOnAnyHostAddress: true); S(null!);")]
    [InlineData("static void S(Orleans.Hosting.ISiloBuilder b) => Orleans.Hosting.EndpointOptionsExtensions.ConfigureEndpoints(b, \"localhost\", 11111, 30000, listenOnAnyHostAddress: false); S(null!);", "static void S(Orleans.Hosting.ISiloBuilder b) => Orleans.Hosting.EndpointOptionsExtensions.ConfigureEndpoints(b, \"localhost\", 11111, 30000, listenOnAnyHostAddress: true); S(null!);")]
    [InlineData("var app = WebApplication.Create(args); app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Add(\"http://localhost:5000\"); app.Run();", "var app = WebApplication.Create(args); app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Add(\"http://*:5000\"); app.Run();")]
    [InlineData("new DotNetty.Transport.Bootstrapping.ServerBootstrap().LocalAddress(IPAddress.Loopback, 5000);", "new DotNetty.Transport.Bootstrapping.ServerBootstrap().LocalAddress(IPAddress.Any, 5000);")]
    public Task Other_listeners_are_opened(string statement, string mended) =>
        Mended.CodeAsync(Rule, LoopbackListenerFix.OpenKey, statement, mended);

    [Theory]
    [InlineData("WebHost.Start(\"http://localhost:5000\", context => Task.CompletedTask);")]
    [InlineData("WebHost.Start(\"http://localhost:5000\", (IRouteBuilder routes) => { });")]
    [InlineData("WebHost.StartWith(\"http://localhost:5000\", app => { });")]
    [InlineData("new WebHostBuilder().UseKestrel().Configure(app => { }).Start(\"http://localhost:5000\");")]
    public Task The_older_hosts_are_opened(string statement)
    {
        var code = "#pragma warning disable ASPDEPR004, ASPDEPR008\nusing Microsoft.AspNetCore;\n" + statement;
        return Mended.CodeAsync(Rule, LoopbackListenerFix.OpenKey, code, code.Replace("localhost", "*"));
    }

    /// <summary>ASP0028 wants ListenAnyIP in place of Listen(IPAddress.Any): ours is the same.</summary>
    [Fact]
    public async Task The_framework_s_own_analyzer_has_nothing_against_it()
    {
        const string Statement = "builder.WebHost.ConfigureKestrel(o => { o.Listen(IPAddress.ANY, 5000); o.Listen(new IPEndPoint(IPAddress.ANY, 5001)); });";
        Assert.Equal(["ASP0028"], await FrameworkAnalyzers.FindingsAsync("ASP0028", LightBulb.Over(WebHost(Statement.Replace("ANY", "Any"))).Solution));
        var mended = await LightBulb.Over(WebHost(Statement.Replace("ANY", "Loopback"))).OneByOneAsync(Rule, LoopbackListenerFix.OpenKey);
        Assert.Empty(await mended.FindingsAsync(Rule));
        Assert.Empty(await FrameworkAnalyzers.FindingsAsync("ASP0028", mended.Solution));
    }

    private static string WebHost(string statement) => $"""
        var builder = WebApplication.CreateBuilder(args);
        {statement}
        var app = builder.Build();
        app.Run();
        """;
}
