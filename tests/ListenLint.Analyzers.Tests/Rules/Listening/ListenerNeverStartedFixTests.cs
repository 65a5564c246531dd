using ListenLint.Analyzers.Rules.Listening;
using ListenLint.Analyzers.Tests.Verification;
using ListenLint.CodeFixes.Listening;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

public sealed class ListenerNeverStartedFixTests
{
    private static readonly SampleProject Program = new() { OutputKind = OutputKind.ConsoleApplication };

    [Fact]
    public Task Fix_starts_before_the_loop_and_after_the_settings() => Fix("""
        class Server
        {
            async Task Run()
            {
                var listener = [|new TcpListener(IPAddress.Any, 5000)|];
                listener.ExclusiveAddressUse = true;

                // One after the other.
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                }
            }
        }
        """, """
        class Server
        {
            async Task Run()
            {
                var listener = new TcpListener(IPAddress.Any, 5000);
                listener.ExclusiveAddressUse = true;
                listener.Start();

                // One after the other.
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                }
            }
        }
        """);

    [Fact]
    public Task Fix_starts_a_field_where_it_is_accepted_from() => Fix("""
        class Server
        {
            private readonly TcpListener _listener = [|new(IPAddress.Any, 5000)|];
            void Run(CancellationToken token)
            {
                try
                {
                    while (!token.IsCancellationRequested)
                        Handle(_listener.AcceptTcpClient());
                }
                finally
                {
                    _listener.Stop();
                }
            }
            static void Handle(TcpClient client) { }
        }
        """, """
        class Server
        {
            private readonly TcpListener _listener = new(IPAddress.Any, 5000);
            void Run(CancellationToken token)
            {
                try
                {
                    _listener.Start();
                    while (!token.IsCancellationRequested)
                        Handle(_listener.AcceptTcpClient());
                }
                finally
                {
                    _listener.Stop();
                }
            }
            static void Handle(TcpClient client) { }
        }
        """);

    [Fact]
    public Task Fix_listens_on_a_bound_socket() => Fix("""
        class Server
        {
            void Run()
            {
                var socket = [|new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)|];
                socket.Bind(new IPEndPoint(IPAddress.Any, 5000));
                var client = socket.Accept();
            }
        }
        """, """
        class Server
        {
            void Run()
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Any, 5000));
                socket.Listen();
                var client = socket.Accept();
            }
        }
        """);

    [Fact]
    public Task Fix_starts_before_the_lambda_that_accepts() => Fix("""
        var listener = [|new HttpListener()|];
        listener.Prefixes.Add("http://+:8080/");
        await Task.Run(async () =>
        {
            while (true)
            {
                await listener.GetContextAsync();
            }
        });
        """, """
        var listener = new HttpListener();
        listener.Prefixes.Add("http://+:8080/");
        listener.Start();
        await Task.Run(async () =>
        {
            while (true)
            {
                await listener.GetContextAsync();
            }
        });
        """, Program);

    [Fact]
    public Task Fix_all_starts_each_listener() => Fix("""
        class Server
        {
            void One() { var a = [|new TcpListener(IPAddress.Any, 5000)|]; a.AcceptSocket(); }
            void Two()
            {
                var b = [|new TcpListener(IPAddress.Any, 5001)|];
                if (b.LocalEndpoint != null)
                {
                    b.AcceptSocket();
                }
                else
                {
                    b.AcceptTcpClient();
                }
            }
        }
        """, """
        class Server
        {
            void One() { var a = new TcpListener(IPAddress.Any, 5000); a.Start(); a.AcceptSocket(); }
            void Two()
            {
                var b = new TcpListener(IPAddress.Any, 5001);
                b.Start();
                if (b.LocalEndpoint != null)
                {
                    b.AcceptSocket();
                }
                else
                {
                    b.AcceptTcpClient();
                }
            }
        }
        """);

    [Theory]
    [InlineData("TcpClient One() => [|new TcpListener(IPAddress.Any, 5000)|].AcceptTcpClient();")]
    [InlineData("private readonly TcpListener _a = [|new(IPAddress.Any, 5000)|]; TcpClient One() => _a.AcceptTcpClient();")]
    [InlineData("void One() { var a = [|new TcpListener(IPAddress.Any, 5000)|]; Two(); void Two() => a.AcceptTcpClient(); }")]
    [InlineData("void One() { var a = [|new TcpListener(IPAddress.Any, 5000)|]; a.Start(); }")]
    public Task No_fix_where_no_statement_can_be_placed_or_nothing_holds_it(string member) =>
        Verify<ListenerNeverStarted, ListenerNeverStartedFix>.NoFix("class Server { " + member + " }");

    private static Task Fix(string source, string mended, SampleProject? project = null) =>
        Verify<ListenerNeverStarted, ListenerNeverStartedFix>.Fix(source, mended, project);
}
