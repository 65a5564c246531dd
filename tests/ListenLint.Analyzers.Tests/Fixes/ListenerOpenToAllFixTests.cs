using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

public sealed class ListenerOpenToAllFixTests
{
    private const string Rule = "LL1009";

    [Theory]
    [InlineData("WebApplication.Create(args).Run(\"http://*:5000\");", "WebApplication.Create(args).Run(\"http://localhost:5000\");")]
    [InlineData("WebApplication.Create(args).Run(\"http://0.0.0.0:5000\");", "WebApplication.Create(args).Run(\"http://localhost:5000\");")]
    [InlineData("var b = WebApplication.CreateBuilder(args); b.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5000, l => { })); b.Build().Run();", "var b = WebApplication.CreateBuilder(args); b.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000, l => { })); b.Build().Run();")]
    [InlineData("new TcpListener(IPAddress.Any, 5000).Start();", "new TcpListener(IPAddress.Loopback, 5000).Start();")]
    [InlineData("new TcpListener(System.Net.IPAddress.IPv6Any, 5000).Start();", "new TcpListener(System.Net.IPAddress.IPv6Loopback, 5000).Start();")]
    [InlineData("new TcpListener(IPAddress.Parse(\"0.0.0.0\"), 5000).Start();", "new TcpListener(IPAddress.Parse(\"127.0.0.1\"), 5000).Start();")]
    [InlineData("TcpListener.Create(5000).Start();", "new TcpListener(IPAddress.Loopback, 5000).Start();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080/\"); l.Start();", "var l = new HttpListener(); l.Prefixes.Add(\"http://localhost:8080/\"); l.Start();")]
    [InlineData("new NetMQ.Sockets.ResponseSocket().Bind(\"tcp://*:5555\");", "new NetMQ.Sockets.ResponseSocket().Bind(\"tcp://localhost:5555\");")]
    public Task The_listener_is_closed(string code, string mended) => Mended.CodeAsync(Rule, ListenerOpenToAllFix.CloseKey, code, mended);

    [Theory]
    [InlineData("var b = WebApplication.CreateBuilder(args); b.WebHost.ConfigureKestrel(o => o.ListenAnyIP(0)); b.Build().Run();")]
    [InlineData("WebApplication.Create(args).Run(\"http://*:0\");")]
    [InlineData("_ = new UdpClient(5000);")]
    public Task What_has_no_form_for_loopback_stays(string code) => Mended.NotOfferedAsync(Rule, ListenerOpenToAllFix.CloseKey, code);
}
