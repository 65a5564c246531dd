using ListenLint.Analyzers.Rules.Listening;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

public sealed class ForgottenListenerTests
{
    private static readonly SampleProject Program = new() { OutputKind = OutputKind.ConsoleApplication };

    [Fact]
    public Task Reports_a_started_listener_that_its_method_forgets() => Code("""
        class Server
        {
            void Open()
            {
                var listener = [|new TcpListener(IPAddress.Any, 5000)|];
                listener.Start();
                Console.WriteLine($"Listening on {listener.LocalEndpoint}");
            }
        }
        """);

    [Fact]
    public Task Reports_a_listener_that_is_started_on_the_spot() => Code("""
        class Server { public Server() { [|new TcpListener(IPAddress.Any, 5000)|].Start(); } }
        """);

    [Theory]
    [InlineData("void", "listener.BeginAcceptTcpClient(null, null);")]
    [InlineData("void", "_ = listener.AcceptTcpClientAsync();")]
    [InlineData("void", "listener.AcceptTcpClient();")]
    [InlineData("void", "listener.Stop();")]
    [InlineData("void", "_kept = listener;")]
    [InlineData("void", "All.Add(listener);")]
    [InlineData("void", "GC.KeepAlive(listener);")]
    [InlineData("void", "Task.Run(() => listener.Pending());")]
    [InlineData("void", "Console.ReadLine();")]
    [InlineData("void", "Thread.Sleep(Timeout.Infinite);")]
    [InlineData("void", "new ManualResetEvent(false).WaitOne();")]
    [InlineData("void", "while (true) { }")]
    [InlineData("async Task", "await Task.Delay(-1);")]
    [InlineData("int", "return ((IPEndPoint)listener.LocalEndpoint).Port;")]
    [InlineData("bool", "return true;")]
    [InlineData("TcpListener", "return listener;")]
    public Task Silent_when_a_started_listener_is_held_or_the_method_goes_on(string result, string rest) => Code($$"""
        class Server
        {
            static readonly List<TcpListener> All = new();
            TcpListener _kept;
            {{result}} Open()
            {
                var listener = new TcpListener(IPAddress.Any, 5000);
                listener.Start();
                {{rest}}
            }
        }
        """);

    [Fact]
    public Task Silent_when_a_started_listener_is_closed_on_purpose() => Code("""
        class Server
        {
            void Open() { using var listener = new TcpListener(IPAddress.Any, 5000); listener.Start(); }
        }
        """);

    [Fact]
    public Task Silent_for_a_probe_of_a_port() => Code("""
        class Ports
        {
            bool _free = true;
            void Probe(int port)
            {
                try
                {
                    var listener = new TcpListener(IPAddress.Any, port);
                    listener.Start();
                }
                catch (SocketException)
                {
                    _free = false;
                }
            }
        }
        """);

    [Fact]
    public Task Silent_for_a_search_of_a_free_port() => Code("""
        class Ports
        {
            int _port;
            void Find()
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                _port = ((IPEndPoint)listener.LocalEndpoint).Port;
            }
        }
        """);

    [Fact]
    public Task Silent_in_Main_and_in_a_top_level_program() => Code("""
        var listener = new TcpListener(IPAddress.Any, 5000);
        listener.Start();

        static class Other
        {
            static void Main()
            {
                var listener = new TcpListener(IPAddress.Any, 5001);
                listener.Start();
            }
        }
        """, Program);

    private static Task Code(string source, SampleProject? project = null) => Verify<ListenerNeverStarted>.Code(source, project);
}
