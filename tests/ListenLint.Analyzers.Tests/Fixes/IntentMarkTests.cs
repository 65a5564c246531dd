using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>LL1001, <c>suppress:</c>: the finding is gone, and the code says why.</summary>
public sealed class IntentMarkTests
{
    private const string Rule = "LL1001";
    private const string Attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Listening\", \"LL1001\", Justification = \"Only this machine is meant to connect.\")]";

    [Fact]
    public Task A_method_gets_an_attribute() => Marks("""
        internal sealed class Server
        {
            // The tray icon talks to us.
            /// <summary>Runs.</summary>
            [Obsolete]
            public void Run()
            {
                new TcpListener(IPAddress.Loopback, 5000).Start();
                new TcpListener(IPAddress.Loopback, 5001).Start();
            }
        }
        """, $$"""
        internal sealed class Server
        {
            // The tray icon talks to us.
            /// <summary>Runs.</summary>
            {{Attribute}}
            [Obsolete]
            public void Run()
            {
                new TcpListener(IPAddress.Loopback, 5000).Start();
                new TcpListener(IPAddress.Loopback, 5001).Start();
            }
        }
        """);

    [Fact]
    public Task A_field_gets_an_attribute_in_the_names_that_are_in_scope() => Marks("""
        using System.Diagnostics.CodeAnalysis;

        internal sealed class Server
        {
            private readonly TcpListener _listener = new(IPAddress.Loopback, 5000);

            public void Run() => _listener.Start();
        }
        """, $$"""
        using System.Diagnostics.CodeAnalysis;

        internal sealed class Server
        {
            {{Attribute.Replace("System.Diagnostics.CodeAnalysis.", "")}}
            private readonly TcpListener _listener = new(IPAddress.Loopback, 5000);

            public void Run() => _listener.Start();
        }
        """);

    [Fact]
    public Task A_base_call_in_a_type_header_marks_the_type() => Marks(
        "internal sealed class Server() : TcpListener(IPAddress.Loopback, 5000);\ninternal static class Program { public static void Go() => new Server().Start(); }",
        $"{Attribute}\ninternal sealed class Server() : TcpListener(IPAddress.Loopback, 5000);\ninternal static class Program {{ public static void Go() => new Server().Start(); }}");

    [Fact]
    public Task Top_level_statements_get_a_pragma_each() => Marks("""
        // The tray icon talks to us.
        new TcpListener(IPAddress.Loopback, 5000).Start(); // first
        new TcpListener(
            IPAddress.Loopback,
            5001).Start();
        """, """
        // The tray icon talks to us.
        #pragma warning disable LL1001 // Only this machine is meant to connect.
        new TcpListener(IPAddress.Loopback, 5000).Start(); // first
        #pragma warning restore LL1001
        #pragma warning disable LL1001 // Only this machine is meant to connect.
        new TcpListener(
            IPAddress.Loopback,
            5001).Start();
        #pragma warning restore LL1001
        """);

    [Fact]
    public Task A_statement_within_a_lambda_is_marked_alone() => Marks("""
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.ListenLocalhost(5000);
        });
        builder.Build().Run();
        """, """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(options =>
        {
        #pragma warning disable LL1001 // Only this machine is meant to connect.
            options.ListenLocalhost(5000);
        #pragma warning restore LL1001
        });
        builder.Build().Run();
        """);

    [Fact]
    public Task Windows_line_ends_stay() => Marks(
        "internal sealed class Server\r\n{\r\n    public void Run() => new TcpListener(IPAddress.Loopback, 5000).Start();\r\n}\r\n",
        $"internal sealed class Server\r\n{{\r\n    {Attribute}\r\n    public void Run() => new TcpListener(IPAddress.Loopback, 5000).Start();\r\n}}\r\n");

    [Fact]
    public Task Two_statements_on_one_line_cannot_be_marked_apart() =>
        Mended.NotOfferedAsync(Rule, LoopbackListenerFix.IntendKey, "var l = new TcpListener(IPAddress.Loopback, 5000); l.Start();");

    private static async Task Marks(string code, string marked)
    {
        await Mended.CodeAsync(Rule, LoopbackListenerFix.IntendKey, code, marked);
        var atOnce = await LightBulb.Over(code).AllAtOnceAsync(Rule, LoopbackListenerFix.IntendKey, Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Document);
        Assert.Equal(marked, atOnce?.Text());
    }
}
