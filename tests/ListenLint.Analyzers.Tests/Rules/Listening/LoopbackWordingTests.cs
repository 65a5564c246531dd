using ListenLint.Analyzers.Tests.Verification;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

/// <summary>LL1001: how many findings one decision makes, how sure they are, and what they say.</summary>
public sealed class LoopbackWordingTests
{
    [Fact]
    public async Task Port_from_the_environment_leaves_the_loopback_host_certain()
    {
        var found = Assert.Single(await Run("""
            var app = WebApplication.Create(args);
            var port = Environment.GetEnvironmentVariable("PORT") ?? "3000";
            app.Run($"http://localhost:{port}");
            """).Diagnostics());
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("'http://localhost:3000, http://localhost:…'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_from_the_environment_makes_the_fallback_a_hint() =>
        Assert.Equal(["Program.cs:3 LL1001 info"], await Run("""
            var app = WebApplication.Create(args);
            var url = Environment.GetEnvironmentVariable("MY_URL") ?? "http://localhost:3000";
            app.Run(url);
            """).Findings());

    [Fact]
    public async Task Either_of_two_loopback_addresses_is_a_warning() =>
        Assert.Equal(["Program.cs:2 LL1001 warning"], await Run("""
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls(args.Length > 0 ? "http://localhost:5000" : "http://127.0.0.1:6000");
            builder.Build().Run();
            """).Findings());

    [Fact]
    public async Task Call_that_opens_two_ports_is_one_finding()
    {
        var found = Assert.Single(await Run("""
            using Orleans.Hosting;

            Host.CreateDefaultBuilder(args).UseOrleans(silo => silo.UseLocalhostClustering()).Build().Run();
            """).Diagnostics());
        Assert.Contains("'127.0.0.1:11111, 127.0.0.1:30000'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_that_names_its_own_address_points_nowhere_else() =>
        Assert.Empty(Assert.Single(await Run("""
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000));
            builder.Build().Run();
            """).Diagnostics()).AdditionalLocations);

    [Fact]
    public async Task Program_that_tries_itself_out_is_a_hint() =>
        Assert.Equal(["Program.cs:8 LL1001 info"], await Run("""
            using System.Net;

            new PushGatewayTester().Start();
            sealed class PushGatewayTester
            {
                private readonly HttpListener _listener = new();

                public void Start() { _listener.Prefixes.Add("http://localhost:21881/"); _listener.Start(); }
            }
            """).Findings());

    [Theory]
    [InlineData("while (true) _socket.Receive(new byte[1500]);")]
    [InlineData("EndPoint from = new IPEndPoint(IPAddress.Any, 0); _socket.BeginReceiveFrom(new byte[1500], 0, 1500, SocketFlags.None, ref from, _ => { }, null);")]
    public async Task Bound_datagram_socket_that_receives_is_a_listener(string receives) =>
        Assert.Equal(["Program.cs:10 LL1001 warning"], await Run($$"""
            using System.Net;
            using System.Net.Sockets;

            new Gauges().Run();
            sealed class Gauges
            {
                private readonly Socket _socket = new(SocketType.Dgram, ProtocolType.Udp);
                public void Run()
                {
                    _socket.Bind(new IPEndPoint(IPAddress.Loopback, 8125));
                    {{receives}}
                }
            }
            """).Findings());

    [Fact]
    public async Task Bound_datagram_socket_of_a_client_is_silent() =>
        Assert.Empty(await Run("""
            using System.Net;
            using System.Net.Sockets;

            new Gauge().Run();
            sealed class Gauge
            {
                private readonly Socket _socket = new(SocketType.Dgram, ProtocolType.Udp);
                public void Run()
                {
                    _socket.Bind(new IPEndPoint(IPAddress.Loopback, 8125));
                    _socket.Connect("gauges.example", 8125);
                    _socket.Receive(new byte[1500]);
                }
            }
            """).Findings());

    private static ProjectRun Run(string code) => new() { Code = code };
}
