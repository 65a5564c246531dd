using ListenLint.Analyzers.Rules.Listening;
using ListenLint.Analyzers.Tests.Verification;
using ListenLint.CodeFixes.Listening;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

public sealed class IPv6OnlyListenerTests
{
    private static readonly SampleProject MayExpose = new() { EditorConfig = "[*.cs]\nlistenlint.fix_may_expose = true\n" };

    [Theory]
    [InlineData("new TcpListener([|IPAddress.IPv6Any|], 5000)")]
    [InlineData("new([|IPAddress.IPv6Any|], 5000)")]
    [InlineData("""new TcpListener([|IPAddress.Parse("::")|], 5000)""")]
    [InlineData("new TcpListener([|new IPEndPoint(IPAddress.IPv6Any, 5000)|])")]
    public Task Reports_a_TcpListener_on_all_IPv6_addresses(string creation) => Code($$"""
        class Server
        {
            private readonly TcpListener _listener = {{creation}};
            void Run() { _listener.Start(); _listener.AcceptTcpClient(); }
        }
        """);

    [Fact]
    public Task Reports_a_local_that_is_passed_on_after_its_start() => Code("""
        class Server
        {
            static Task Loop(TcpListener listener) => Task.CompletedTask;
            Task Run()
            {
                var listener = new TcpListener([|IPAddress.IPv6Any|], 5000);
                listener.Start();
                return Loop(listener);
            }
        }
        """);

    [Theory]
    [InlineData("AddressFamily.InterNetworkV6")]
    [InlineData("endPoint.AddressFamily")]
    public Task Reports_a_socket_that_is_made_for_IPv6(string family) => Code($$"""
        class Server
        {
            void Run()
            {
                var endPoint = new IPEndPoint(IPAddress.IPv6Any, 5000);
                var socket = new Socket({{family}}, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind([|endPoint|]);
                socket.Listen();
                socket.Accept();
            }
        }
        """);

    [Fact]
    public Task Reports_a_UdpClient_whatever_becomes_of_it() => Code("""
        class Server { UdpClient Make() => new UdpClient([|new IPEndPoint(IPAddress.IPv6Any, 5000)|]); }
        """);

    [Theory]
    [InlineData("_listener.Server.DualMode = true;")]
    [InlineData("_listener.Server.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only, false);")]
    [InlineData("_listener.Server.SetSocketOption(SocketOptionLevel.IPv6, (SocketOptionName)27, 0);")]
    [InlineData("_listener.Server.DualMode = false;")]
    [InlineData("_listener.AllowNatTraversal(true);")]
    [InlineData("new TcpListener(IPAddress.Any, 5000).Start();")]
    [InlineData("Prepare(_listener);")]
    public Task Silent_when_the_family_is_somebodys_choice(string statement) => Code($$"""
        class Server
        {
            private readonly TcpListener _listener = new(IPAddress.IPv6Any, 5000);
            static void Prepare(TcpListener listener) { }
            void Run() { {{statement}} _listener.Start(); _listener.AcceptTcpClient(); }
        }
        """);

    [Fact]
    public Task Silent_for_a_listener_that_takes_both_families() => Code("""
        class Server
        {
            private readonly TcpListener _dual = TcpListener.Create(5000);
            private readonly TcpListener _set = new(IPAddress.IPv6Any, 5001) { Server = { DualMode = true } };
            void Run() { _dual.Start(); _set.Start(); }
        }
        """);

    [Fact]
    public Task Silent_for_a_socket_that_is_made_for_both_families() => Code("""
        class Server
        {
            void Run()
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.IPv6Any, 5000));
            }
        }
        """);

    [Fact]
    public Task Silent_for_a_socket_of_unknown_make() => Code("""
        class Server
        {
            void Run(Socket given)
            {
                var made = Make();
                given.Bind(new IPEndPoint(IPAddress.IPv6Any, 5000));
                made.Bind(new IPEndPoint(IPAddress.IPv6Any, 5001));
            }
            static Socket Make() => new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        }
        """);

    [Fact]
    public Task Silent_when_somebody_else_may_set_it_before_the_start() => Code("""
        class Server
        {
            static void Prepare(TcpListener listener) { }
            TcpListener Make() => new TcpListener(IPAddress.IPv6Any, 5000);
            void Run() { var listener = new TcpListener(IPAddress.IPv6Any, 5001); Prepare(listener); listener.Start(); }
        }
        """);

    [Fact]
    public Task Silent_for_other_addresses_and_for_choices() => Code("""
        class Server
        {
            void Run(bool six, IPAddress given)
            {
                var loopback = new TcpListener(IPAddress.IPv6Loopback, 5000);
                var choice = new TcpListener(six ? IPAddress.IPv6Any : IPAddress.Loopback, 5001);
                var unknown = new TcpListener(given, 5002);
            }
        }
        """);

    [Fact]
    public Task Silent_for_Kestrel() => Code("""
        class Server { void Run(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.IPv6Any, 5000)); }
        """);

    [Theory]
    [InlineData("var listener = new TcpListener(IPAddress.IPv6Any, ")]
    [InlineData("var listener = new TcpListener(new IPEndPoint(IPAddress.IPv6Any); listener.Start(")]
    [InlineData("var socket = new Socket(AddressFamily.; socket.Bind(new IPEndPoint(IPAddress.IPv6Any, 1)")]
    [InlineData("new UdpClient(new(IPAddress.IPv6Any, 1).")]
    public Task Broken_code_is_survived(string statements) =>
        BrokenCode.IsSurvivedBy<IPv6OnlyListener>("class Server { void Run() { " + statements + " } }");

    [Fact]
    public Task Fix_creates_a_listener_for_both_families() => Fix("""
        class Server
        {
            private readonly TcpListener _one = new([|IPAddress.IPv6Any|], 5000);
            private readonly System.Net.Sockets.TcpListener _two = new System.Net.Sockets.TcpListener([|new IPEndPoint(IPAddress.IPv6Any, 5001)|]); // two
            void Run() { _one.Start(); _two.Start(); }
        }
        """, """
        class Server
        {
            private readonly TcpListener _one = TcpListener.Create(5000);
            private readonly System.Net.Sockets.TcpListener _two = System.Net.Sockets.TcpListener.Create(5001); // two
            void Run() { _one.Start(); _two.Start(); }
        }
        """, MayExpose);

    [Fact]
    public Task Fix_sets_DualMode_where_the_port_is_not_written_apart() => Fix("""
        class Server
        {
            void Run()
            {
                var endPoint = new IPEndPoint(IPAddress.IPv6Any, 5000);
                var listener = new TcpListener([|endPoint|]); // all of them
                listener.Start();
                listener.AcceptTcpClient();
            }
        }
        """, """
        class Server
        {
            void Run()
            {
                var endPoint = new IPEndPoint(IPAddress.IPv6Any, 5000);
                var listener = new TcpListener(endPoint); // all of them
                listener.Server.DualMode = true;
                listener.Start();
                listener.AcceptTcpClient();
            }
        }
        """, MayExpose);

    [Fact]
    public Task Fix_sets_DualMode_of_a_socket_before_the_bind() => Fix("""
        class Server
        {
            void Run()
            {
                var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
                // Everywhere.
                socket.Bind([|new IPEndPoint(IPAddress.IPv6Any, 5000)|]);
                socket.Listen();
            }
        }
        """, """
        class Server
        {
            void Run()
            {
                var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
                socket.DualMode = true;
                // Everywhere.
                socket.Bind(new IPEndPoint(IPAddress.IPv6Any, 5000));
                socket.Listen();
            }
        }
        """, MayExpose);

    [Fact]
    public Task Fix_binds_a_UdpClient_after_DualMode_is_set() => Fix("""
        class Server
        {
            private UdpClient _client;
            void Run(int port)
            {
                _client = new UdpClient([|new IPEndPoint(IPAddress.IPv6Any, port)|]);
                _client.BeginReceive(null, null);
            }
        }
        """, """
        class Server
        {
            private UdpClient _client;
            void Run(int port)
            {
                _client = new UdpClient(AddressFamily.InterNetworkV6);
                _client.Client.DualMode = true;
                _client.Client.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
                _client.BeginReceive(null, null);
            }
        }
        """, MayExpose);

    [Fact]
    public Task No_fix_for_a_UdpClient_that_is_no_statement_of_its_own() => Verify<IPv6OnlyListener, IPv6OnlyListenerFix>.NoFix("""
        class Server { UdpClient Make() => new UdpClient([|new IPEndPoint(IPAddress.IPv6Any, 5000)|]); }
        """);

    [Fact]
    public Task Fix_all_needs_the_permission()
    {
        var source = Two("new([|IPAddress.IPv6Any|], 1)", "new([|IPAddress.IPv6Any|], 2)");
        return Verify<IPv6OnlyListener, IPv6OnlyListenerFix>.Fix(source, Two("TcpListener.Create(1)", "TcpListener.Create(2)"), more: test =>
        {
            test.BatchFixedCode = source;
            test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
            new SampleProject().Apply(test.BatchFixedState);
            test.NumberOfFixAllIterations = 0;
        });
    }

    private static string Two(string one, string two) => $$"""
        class One { private readonly TcpListener _listener = {{one}}; void Run() => _listener.Start(); }
        class Two { private readonly TcpListener _listener = {{two}}; void Run() => _listener.Start(); }
        """;

    private static Task Code(string source) => Verify<IPv6OnlyListener>.Code(source);

    private static Task Fix(string source, string mended, SampleProject project) => Verify<IPv6OnlyListener, IPv6OnlyListenerFix>.Fix(source, mended, project);
}
