using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>Where the address is written is where it is mended, unless something else reads it there.</summary>
public sealed class AddressOriginTests
{
    private const string Rule = "LL1001";
    private const string Key = LoopbackListenerFix.OpenKey;

    [Fact]
    public Task A_field_of_its_own_is_rewritten() => Mended.CodeAsync(Rule, Key, """
        var app = WebApplication.Create(args);
        app.Run(Settings.Url);

        internal static class Settings
        {
            /// <summary>Where we listen.</summary>
            public const string Url = "http://localhost:5000"; // the port is known to the clients
        }
        """, """
        var app = WebApplication.Create(args);
        app.Run(Settings.Url);

        internal static class Settings
        {
            /// <summary>Where we listen.</summary>
            public const string Url = "http://*:5000"; // the port is known to the clients
        }
        """);

    [Fact]
    public Task What_a_client_dials_too_is_left_alone() => Mended.CodeAsync(Rule, Key, """
        var app = WebApplication.Create(args);
        _ = new HttpClient { BaseAddress = new Uri(Settings.Url) };
        app.Run(Settings.Url);

        internal static class Settings
        {
            public const string Url = "http://localhost:5000";
        }
        """, """
        var app = WebApplication.Create(args);
        _ = new HttpClient { BaseAddress = new Uri(Settings.Url) };
        app.Run("http://*:5000");

        internal static class Settings
        {
            public const string Url = "http://localhost:5000";
        }
        """);

    [Fact]
    public async Task What_another_project_dials_is_left_alone()
    {
        const string Code = "WebApplication.Create(args).Run(Settings.Url);\npublic static class Settings { public const string Url = \"http://localhost:5000\"; }";
        var bulb = LightBulb.Over(Code).BesideClient("public static class Client { public static readonly System.Uri Server = new(Settings.Url); }");
        var after = await bulb.OneByOneAsync(Rule, Key);
        Assert.Equal(Code.Replace("Run(Settings.Url)", "Run(\"http://*:5000\")"), after.Text());
    }

    [Fact]
    public Task What_is_logged_too_is_left_alone() => Mended.CodeAsync(Rule, Key, """
        var app = WebApplication.Create(args);
        var url = "http://localhost:5000";
        app.Urls.Add(url);
        Console.WriteLine($"Listening on {url}");
        app.Run();
        """, """
        var app = WebApplication.Create(args);
        var url = "http://localhost:5000";
        app.Urls.Add("http://*:5000");
        Console.WriteLine($"Listening on {url}");
        app.Run();
        """);

    [Fact]
    public Task A_shared_address_object_is_left_alone() => Mended.CodeAsync(Rule, Key, """
        var address = IPAddress.Loopback;
        new TcpListener(address, 5000).Start();
        await new TcpClient().ConnectAsync(address, 5001);
        """, """
        var address = IPAddress.Loopback;
        new TcpListener(IPAddress.Any, 5000).Start();
        await new TcpClient().ConnectAsync(address, 5001);
        """);

    [Fact]
    public Task A_shared_end_point_has_no_rewrite() => Mended.NotOfferedAsync(Rule, Key, """
        var local = new IPEndPoint(IPAddress.Loopback, 5000);
        new TcpListener(local).Start();
        await new TcpClient().ConnectAsync(local);
        """);

    [Fact]
    public Task An_argument_of_ones_own_method_is_rewritten_at_its_call() => Mended.CodeAsync(Rule, Key, """
        Serve("localhost");

        static void Serve(string host)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://{host}:8080/");
            listener.Start();
        }
        """, """
        Serve("+");

        static void Serve(string host)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://{host}:8080/");
            listener.Start();
        }
        """);

    [Fact]
    public async Task An_address_in_another_file_is_rewritten_there()
    {
        (string, string) settings = ("Settings.cs", "internal static class Settings { public static readonly IPAddress Address = IPAddress.Loopback; }");
        var bulb = LightBulb.Over("new TcpListener(Settings.Address, 5000).Start();", [settings]);
        var after = await bulb.OneByOneAsync(Rule, Key);
        Assert.Equal("internal static class Settings { public static readonly IPAddress Address = IPAddress.Any; }", after.Text("Settings.cs"));
        Assert.Equal(bulb.Text(), after.Text());
        Assert.Empty(await after.FindingsAsync(Rule));
    }

    [Fact]
    public Task Of_two_listeners_that_share_a_literal_the_first_gets_its_own() => Mended.CodeAsync(Rule, Key, """
        const string Host = "127.0.0.1";
        new TcpListener(IPAddress.Parse(Host), 5000).Start();
        new TcpListener(IPAddress.Parse(Host), 5001).Start();
        """, """
        const string Host = "0.0.0.0";
        new TcpListener(IPAddress.Parse("0.0.0.0"), 5000).Start();
        new TcpListener(IPAddress.Parse(Host), 5001).Start();
        """);

    [Fact]
    public Task A_static_import_stays() => Mended.CodeAsync(Rule, Key,
        "using static System.Net.IPAddress; new TcpListener(Loopback, 5000).Start();",
        "using static System.Net.IPAddress; new TcpListener(Any, 5000).Start();");

    [Theory]
    [InlineData("using static System.Net.IPAddress; new TcpListener(Loopback, 5000).Start(); static class Any { }")]
    [InlineData("new TcpListener(Dns.GetHostEntry(\"localhost\").AddressList[0], 5000).Start();")]
    [InlineData("var app = WebApplication.Create(args); app.Urls.Add(\"http://localhost:5000\"); app.Urls.Add(\"http://127.0.0.1:5000\"); app.Run();")]
    [InlineData("var app = WebApplication.Create(args); app.Run(string.Format(\"http://{0}:{1}\", \"localhost\", args.Length));")]
    [InlineData("static IPAddress Address() { Console.WriteLine(); return IPAddress.Loopback; } var b = WebApplication.CreateBuilder(args); b.WebHost.ConfigureKestrel(o => o.Listen(Address(), 5000)); b.Build().Run();")]
    public Task No_safe_rewrite_is_no_action(string code) => Mended.NotOfferedAsync(Rule, Key, code);

    [Fact]
    public Task Line_breaks_comments_and_named_arguments_stay() => Mended.CodeAsync(Rule, Key, """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(options =>
        {
            // plain HTTP for the gateway
            options.Listen(
                IPAddress.Loopback,
                5000, // agreed with operations
                listen => listen.UseConnectionLogging());
            options /* TLS */ .ListenLocalhost(
                port: 5001,
                configure: listen => listen.UseHttps()); // later: certificate
        });
        builder.Build().Run();
        """, """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(options =>
        {
            // plain HTTP for the gateway
            options.ListenAnyIP(
                5000, // agreed with operations
                listen => listen.UseConnectionLogging());
            options /* TLS */ .ListenAnyIP(
                port: 5001,
                configure: listen => listen.UseHttps()); // later: certificate
        });
        builder.Build().Run();
        """);

    [Fact]
    public Task Raw_strings_of_several_lines_stay() => Mended.CodeAsync(Rule, Key,
        "var app = WebApplication.Create(args);\napp.Run(\"\"\"\n    http://localhost:5000\n    \"\"\");",
        "var app = WebApplication.Create(args);\napp.Run(\"\"\"\n    http://*:5000\n    \"\"\");");

    [Fact]
    public Task Escaped_letters_elsewhere_in_the_text_have_no_rewrite() => Mended.NotOfferedAsync(Rule, Key,
        "var app = WebApplication.Create(args);\napp.Run(\"http:\\u002f/localhost:5000\");");
}
