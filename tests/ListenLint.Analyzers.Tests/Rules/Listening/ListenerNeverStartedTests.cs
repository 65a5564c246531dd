using ListenLint.Analyzers.Rules.Listening;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

public sealed class ListenerNeverStartedTests
{
    private static readonly SampleProject Program = new() { OutputKind = OutputKind.ConsoleApplication };

    [Fact]
    public Task Reports_a_local_that_is_accepted_from() => Code("""
        class Server
        {
            async Task Run()
            {
                var listener = [|new TcpListener(IPAddress.Any, 5000)|];
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                }
            }
        }
        """);

    [Fact]
    public Task Reports_a_field_that_no_part_of_its_type_starts() => Code("""
        partial class Server
        {
            private readonly TcpListener _listener = [|new(IPAddress.Any, 5000)|];
        }

        partial class Server
        {
            void Run() { while (true) { var client = this._listener.AcceptTcpClient(); } }
            void Close() => _listener?.Stop();
        }
        """);

    [Fact]
    public Task Reports_a_field_that_the_constructor_fills() => Code("""
        class Server
        {
            TcpListener _listener;
            public Server(int port) { _listener = [|TcpListener.Create(port)|]; }
            Task<Socket> Next() => _listener.AcceptSocketAsync();
        }
        """);

    [Fact]
    public Task Reports_a_top_level_program() => Code("""
        var listener = [|new TcpListener(IPAddress.Any, 5000)|];
        var client = listener.AcceptTcpClient();
        Console.WriteLine(listener.LocalEndpoint);
        """, Program);

    [Fact]
    public Task Reports_an_accept_in_a_lambda() => Code("""
        class Server
        {
            void Run()
            {
                var listener = [|new TcpListener(IPAddress.Any, 5000)|];
                Task.Run(() => { while (true) listener.AcceptTcpClient(); });
            }
        }
        """);

    [Fact]
    public Task Reports_an_HttpListener_once_for_all_its_prefixes() => Code("""
        class Server
        {
            async Task Run()
            {
                var listener = [|new HttpListener()|];
                listener.Prefixes.Add("http://+:8080/");
                listener.Prefixes.Add("http://+:8081/");
                var context = await listener.GetContextAsync();
            }
        }
        """);

    [Fact]
    public Task Reports_an_HttpListener_with_prefixes_in_its_initializer() => Code("""
        class Server
        {
            void Run()
            {
                var listener = [|new HttpListener { Prefixes = { "http://+:8080/" } }|];
                listener.GetContext();
            }
        }
        """);

    [Fact]
    public Task Reports_a_socket_that_is_bound_and_accepted_from_without_Listen() => Code("""
        class Server
        {
            void Run()
            {
                var socket = [|new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)|];
                socket.Bind(new IPEndPoint(IPAddress.Any, 5000));
                var client = socket.Accept();
            }
        }
        """);

    [Fact]
    public Task Reports_a_creation_that_is_accepted_from_on_the_spot() => Code("""
        class Server { TcpClient One() => [|new TcpListener(IPAddress.Any, 5000)|].AcceptTcpClient(); }
        """);

    [Fact]
    public Task Reports_the_delegate_of_an_accept() => Code("""
        class Server
        {
            private readonly TcpListener _listener = [|new TcpListener(IPAddress.Any, 5000)|];
            Task<TcpClient> Next() => Task.Factory.FromAsync(_listener.BeginAcceptTcpClient, _listener.EndAcceptTcpClient, null);
        }
        """);

    [Theory]
    [InlineData("_listener.Start();")]
    [InlineData("_listener?.Start(10);")]
    [InlineData("this._listener!.Start();")]
    [InlineData("if (!_started) { _listener.Start(); }")]
    [InlineData("Action start = _listener.Start; start();")]
    [InlineData("Task.Run(() => _listener.Start());")]
    [InlineData("_listener.Server.Listen();")]
    [InlineData("(_listener).Start();")]
    [InlineData("Begin(_listener);")]
    [InlineData("var copy = _listener; copy.Start();")]
    [InlineData("All.Add(_listener);")]
    [InlineData("if (_listener is { } found) found.Start();")]
    [InlineData("_listener.Begin();")]
    [InlineData("var socket = _listener.Server; socket.Listen();")]
    [InlineData("Native(_listener.Server.Handle);")]
    [InlineData("_listener = Other();")]
    [InlineData("(_listener, _started) = (Other(), true);")]
    [InlineData("""
        #if UNIX
                _listener.Start();
        #endif
        """)]
    public Task Silent_when_it_is_started_or_out_of_sight(string start) => Code($$"""
        class Server
        {
            static readonly List<TcpListener> All = new();
            private TcpListener _listener = new(IPAddress.Any, 5000);
            private bool _started;
            TcpListener Other() => null;
            static void Begin(TcpListener listener) => listener.Start();
            static void Native(IntPtr handle) { }
            void Open()
            {
                {{start}}
            }
            void Run() => _listener.AcceptTcpClient();
        }
        static class Extensions { public static void Begin(this TcpListener listener) => listener.Start(); }
        """);

    [Theory]
    [InlineData("internal")]
    [InlineData("protected")]
    [InlineData("public")]
    public Task Silent_when_others_can_reach_the_field(string access) => Code($$"""
        class Server
        {
            {{access}} readonly TcpListener Listener = new(IPAddress.Any, 5000);
            void Run() => Listener.AcceptTcpClient();
        }
        """);

    [Theory]
    [InlineData("return listener;")]
    [InlineData("Use(ref listener); return null;")]
    [InlineData("foreach (var one in new[] { listener }) one.Start(); return null;")]
    [InlineData("dynamic any = listener; any.Start(); return null;")]
    [InlineData("using (listener) { } Start(); return null; void Start() => listener.Start();")]
    public Task Silent_when_a_local_escapes_or_is_started_below(string rest) => Code($$"""
        class Server
        {
            static void Use(ref TcpListener listener) => listener.Start();
            TcpListener Make()
            {
                var listener = new TcpListener(IPAddress.Any, 5000);
                listener.BeginAcceptTcpClient(null, null);
                {{rest}}
            }
        }
        """);

    [Fact]
    public Task Silent_when_the_listener_is_not_accepted_from() => Code("""
        class Server
        {
            private readonly TcpListener _listener = new(IPAddress.Any, 5000);
            EndPoint Where => _listener.LocalEndpoint;
        }
        """);

    [Fact]
    public Task Silent_for_a_derived_listener_that_starts_itself() => Code("""
        class Started : TcpListener { public Started() : base(IPAddress.Any, 5000) => Start(); }
        class Server
        {
            private readonly Started _listener = new();
            private readonly TcpListener _other = new Started();
            void Run() { _listener.AcceptTcpClient(); _other.AcceptTcpClient(); }
        }
        """);

    [Fact]
    public Task Silent_for_an_HttpListener_that_another_method_starts() => Code("""
        class Server
        {
            private readonly HttpListener _listener = new();
            public Server() { _listener.Prefixes.Add("http://+:8080/"); }
            public void Open() => _listener.Start();
            public async Task Run() { while (_listener.IsListening) await _listener.GetContextAsync(); }
        }
        """);

    [Fact]
    public Task Silent_for_an_HttpListener_that_is_started_and_forgotten() => Code("""
        class Server
        {
            void Open()
            {
                var listener = new HttpListener();
                listener.Prefixes.Add("http://+:8080/");
                listener.Start();
            }
        }
        """);

    [Fact]
    public Task Silent_for_a_type_that_only_shares_the_name() => Code("""
        class TcpListener(IPAddress address, int port) { public void AcceptTcpClient() => Console.WriteLine($"{address}:{port}"); }
        class Server { void Run() { var listener = new TcpListener(IPAddress.Any, 1); listener.AcceptTcpClient(); } }
        """);

    [Theory]
    [InlineData("var listener = new TcpListener(IPAddress.Any, 5000; listener.AcceptTcpClient();")]
    [InlineData("var listener = new TcpListener(IPAddress.Any, ); listener.Accept")]
    [InlineData("TcpListener listener = new(; listener.Start(")]
    [InlineData("var listener = new TcpListener(IPAddress.Any, 5000); listener = listener.")]
    [InlineData("new TcpListener(IPAddress.Any, 5000).")]
    [InlineData("new HttpListener { Prefixes = { \"http://+:80/\", }.GetContext(")]
    public Task Broken_code_is_survived(string statements) =>
        BrokenCode.IsSurvivedBy<ListenerNeverStarted>("class Server { void Run() { " + statements + " } }");

    private static Task Code(string source, SampleProject? project = null) => Verify<ListenerNeverStarted>.Code(source, project);
}
