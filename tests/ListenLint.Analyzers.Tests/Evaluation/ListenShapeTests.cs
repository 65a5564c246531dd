using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

/// <summary>The ways in which real programs bring an address to the call that listens, one of each.</summary>
public sealed class ListenShapeTests
{
    [Fact]
    public void A_field_set_in_the_constructor_and_used_in_a_task() => Answers(
        "127.0.0.1:4350",
        """
        class OverlayServer
        {
            private readonly IPEndPoint _endpoint;
            private CancellationTokenSource? _stop;
            public OverlayServer(int port = 4350) => _endpoint = new IPEndPoint(IPAddress.Loopback, port);
            public void Start() { _stop = new(); Task.Run(async () => { await Task.Yield(); Sink.Use(_endpoint); }); }
            static void Run() => new OverlayServer().Start();
        }
        """);

    [Fact]
    public void Constructors_that_call_each_other_with_a_default_for_null() => Answers(
        "\"0.0.0.0:5005\" | \"127.0.0.1:5005\"",
        """
        class ReplServer
        {
            private readonly IPAddress _address; private readonly int _port;
            public ReplServer() : this(IPAddress.Loopback, 5005) { }
            public ReplServer(IPAddress? address, int port) { _address = address ?? IPAddress.Loopback; _port = port; }
            void Listen() => Sink.Use($"{_address}:{_port}");
            static void Run() { new ReplServer().Listen(); new ReplServer(IPAddress.Any, 5005).Listen(); }
        }
        """);

    [Fact]
    public void A_constructor_default_that_only_this_project_can_use() => Answers(
        "[\"http://localhost:9000/\"]",
        """
        class SocketServer
        {
            private readonly List<string> _prefixes = new();
            public SocketServer(string host = "localhost", int port = 9000, bool ssl = false)
            {
                if (string.IsNullOrEmpty(host)) throw new ArgumentNullException(nameof(host));
                _prefixes.Add("http://" + host + ":" + port + "/");
            }
            void Start() => Sink.Use(_prefixes);
            static void Run() => new SocketServer().Start();
        }
        """);

    [Fact]
    public void Prefixes_gathered_in_the_constructor_and_listed() => Answers(
        "\"http://localhost:{?}/\" | \"http://127.0.0.1:{?}/\"",
        """
        class WebServer
        {
            private readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase);
            private readonly int _port;
            public WebServer(int port) { _port = port; _prefixes.Add($"http://localhost:{_port}/"); _prefixes.Add($"http://127.0.0.1:{_port}/"); }
            void Start() { foreach (var prefix in _prefixes) Sink.Use(prefix); }
        }
        """);

    [Fact]
    public void A_text_that_becomes_a_uri_and_a_text_again() => Answers(
        "\"http://127.0.0.1:17071\"",
        """
        class RpcServer
        {
            private const int Port = 17071;
            private readonly Uri _internal = new($"http://127.0.0.1:{Port}/durabletask/");
            void Start() { var address = new Uri(_internal.GetLeftPart(UriPartial.Authority)); Sink.Use(address.OriginalString); }
        }
        """);

    [Fact]
    public void A_static_property_of_another_class() => Answers(
        "\"ws://127.0.0.1:8181\"",
        """
        class ChatServer { void Start() => Sink.Use(Settings.Location); }
        static class Settings { private static string Ip => "127.0.0.1"; private static int Port => 8181; public static string Location => $"ws://{Ip}:{Port}"; }
        """);

    [Fact]
    public void A_mapping_from_host_names_to_addresses() => Answers(
        "127.0.0.1 | 0.0.0.0 | unknown",
        """
        class EndpointParser
        {
            void Start(string[] given) => Sink.Use(Address(given[0]));
            static IPAddress Address(string host)
            {
                if (host == "localhost") return IPAddress.Loopback;
                if (host == "*") return IPAddress.Any;
                return IPAddress.Parse(host);
            }
        }
        """);

    [Fact]
    public void A_choice_that_a_setting_makes() => Answers(
        "(0.0.0.0 | 127.0.0.1):?",
        """
        class Relay
        {
            void Start(bool shareOverLan, int port) => Sink.Use(new IPEndPoint(shareOverLan ? IPAddress.Any : IPAddress.Loopback, port));
        }
        """);

    [Fact]
    public void Options_that_a_lambda_sets() => Answers(
        "\"127.0.0.1\"",
        """
        class FtpOptions { public string? ServerAddress { get; set; } public int Port { get; set; } = 21; }
        class FtpServer { void Start(Microsoft.Extensions.Options.IOptions<FtpOptions> options) => Sink.Use(options.Value.ServerAddress); }
        class Setup { void Add(IServiceCollection services) => services.Configure<FtpOptions>(o => o.ServerAddress = "127.0.0.1"); }
        """);

    [Fact]
    public void A_port_from_the_environment_keeps_the_host() => Answers(
        "\"http://localhost:{?}\"",
        """class Web { void Start() { var port = Environment.GetEnvironmentVariable("PORT"); Sink.Use($"http://localhost:{port}"); } }""");

    [Fact]
    public void A_port_counted_up() => Answers(
        "unknown",
        """class Silo { void Start(int instance) => Sink.Use(5000 + instance); }""");

    [Fact]
    public void The_arguments_of_real_listen_calls_are_understood()
    {
        var compilation = ReferencePacks.Compile(
            """
            var builder = WebApplication.CreateBuilder(args);
            var urls = new[] { "http://localhost:5000", "http://127.0.0.1:5001" };
            builder.WebHost.UseUrls(urls);
            builder.WebHost.UseUrls("http://localhost:5002", $"http://*:{args.Length}");
            builder.WebHost.ConfigureKestrel(o => { o.Listen(System.Net.IPAddress.Loopback, 5003); o.ListenLocalhost(port: Ports.Admin); });
            var app = builder.Build();
            app.Urls.Add("http://localhost:" + Ports.Admin);
            app.Run("http://localhost:5005");
            static class Ports { public const int Admin = 5004; }
            """);
        var tree = compilation.SyntaxTrees[1];
        var model = compilation.GetSemanticModel(tree);
        var evaluator = new ValueEvaluator(compilation, _ => model, new WalkedOccurrences(compilation), TestContext.Current.CancellationToken);
        var lines = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetOperation(call, TestContext.Current.CancellationToken)).OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name is "UseUrls" or "Listen" or "ListenLocalhost" or "Add" or "Run")
            .Select(call => call.TargetMethod.Name + " " + string.Join(", ", call.Arguments
                .Where(argument => argument.Parameter!.Type.Name is not ("IWebHostBuilder" or "Action"))
                .Select(argument => Printed.Line(evaluator.Evaluate(argument.Value)))));

        Assert.Equal(
            [
                "UseUrls [\"http://localhost:5000\", \"http://127.0.0.1:5001\"]",
                "UseUrls [\"http://localhost:5002\", \"http://*:{?}\"]",
                "Listen 127.0.0.1, 5003",
                "ListenLocalhost 5004",
                "Add \"http://localhost:5004\"",
                "Run \"http://localhost:5005\"",
            ],
            lines);
    }

    private static void Answers(string expected, string source) => Assert.Equal(expected, Printed.Line(Question.Program("return;", source)));
}
