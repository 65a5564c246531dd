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

    [Theory]
    [InlineData("for (TcpListener l = [|new(IPAddress.Any, 5000)|]; ;) l.AcceptTcpClient();")]
    [InlineData("for (TcpListener l = [|new(IPAddress.Any, 5000)|]; ;) { l.AcceptTcpClient(); }")]
    [InlineData("lock (this) for (var l = [|new TcpListener(IPAddress.Any, 5000)|]; true;) { l.AcceptTcpClient(); }")]
    [InlineData("using (var l = [|new TcpListener(IPAddress.Any, 5000)|]) while (true) l.AcceptTcpClient();")]
    [InlineData("using (var l = [|new TcpListener(IPAddress.Any, 5000)|]) while (true) { l.AcceptTcpClient(); }")]
    [InlineData("using (var l = [|new TcpListener(IPAddress.Any, 5000)|]) if (Console.KeyAvailable) { l.AcceptTcpClient(); } else { l.AcceptSocket(); }")]
    public async Task No_fix_where_only_a_statement_without_braces_or_a_for_sees_the_listener(string statement)
    {
        await Verify<ListenerNeverStarted, ListenerNeverStartedFix>.NoFix("class Server { void Run() { " + statement + " } }");
        await Verify<ListenerNeverStarted, ListenerNeverStartedFix>.NoFix("class Server { static TcpListener l = null!; void Run() { " + statement + " } }");
    }

    [Fact]
    public Task No_fix_before_a_for_where_the_name_means_a_started_field() => Verify<ListenerNeverStarted, ListenerNeverStartedFix>.NoFix("""
        class Server
        {
            TcpListener l = new(IPAddress.Any, 5001);
            public void Read() { l.Start(); while (true) l.AcceptTcpClient(); }
            public void Write() { for (TcpListener l = [|new(IPAddress.Any, 5013)|]; ;) l.AcceptTcpClient(); }
        }
        """);

    [Theory]
    [InlineData("static void Run(Server[] servers) { foreach (var server in servers) server._listener.AcceptTcpClient(); }")]
    [InlineData("static Server server = new(); static void Run(Server[] servers) { foreach (var server in servers) { server._listener.AcceptTcpClient(); } }")]
    [InlineData("static Server server = new(); static void Run(Server[] servers) { Array.ForEach(servers, server => server._listener.AcceptTcpClient()); }")]
    public Task No_fix_where_the_owner_is_another_or_unknown_before_the_use(string members) => Verify<ListenerNeverStarted, ListenerNeverStartedFix>.NoFix(
        "class Server { private readonly TcpListener _listener = [|new(IPAddress.Any, 5000)|]; " + members + " }");

    [Fact]
    public Task Fix_starts_inside_the_using_that_declares_the_listener() => Fix("""
        class Server
        {
            TcpListener l = new(IPAddress.Any, 5001);
            public void Read() { l.Start(); while (true) l.AcceptTcpClient(); }
            public void Write()
            {
                while (true)
                    using (var l = [|new TcpListener(IPAddress.Any, 5013)|])
                    {
                        if (Console.KeyAvailable)
                        {
                            l.AcceptTcpClient();
                        }
                        else
                        {
                            l.AcceptSocket();
                        }
                    }
            }
        }
        """, """
        class Server
        {
            TcpListener l = new(IPAddress.Any, 5001);
            public void Read() { l.Start(); while (true) l.AcceptTcpClient(); }
            public void Write()
            {
                while (true)
                    using (var l = new TcpListener(IPAddress.Any, 5013))
                    {
                        l.Start();
                        if (Console.KeyAvailable)
                        {
                            l.AcceptTcpClient();
                        }
                        else
                        {
                            l.AcceptSocket();
                        }
                    }
            }
        }
        """);

    [Fact]
    public Task Fix_starts_after_the_creation_in_a_loop() => Fix("""
        class Server
        {
            void Run()
            {
                TcpListener listener;
                while (true)
                {
                    listener = [|new TcpListener(IPAddress.Any, 5000)|];
                    listener.AcceptTcpClient();
                    listener.Stop();
                }
            }
        }
        """, """
        class Server
        {
            void Run()
            {
                TcpListener listener;
                while (true)
                {
                    listener = new TcpListener(IPAddress.Any, 5000);
                    listener.Start();
                    listener.AcceptTcpClient();
                    listener.Stop();
                }
            }
        }
        """);

    private static Task Fix(string source, string mended, SampleProject? project = null) =>
        Verify<ListenerNeverStarted, ListenerNeverStartedFix>.Fix(source, mended, project);
}
