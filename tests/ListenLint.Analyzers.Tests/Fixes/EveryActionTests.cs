namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>Whatever is offered, anywhere: the result compiles, the finding is gone, and nothing else is found.</summary>
public sealed class EveryActionTests
{
    private static readonly (string, string)[] Files = [("appsettings.json", "{\n  \"AllowedHosts\": \"*\"\n}\n")];

    public static TheoryData<string> Sources { get; } =
    [
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel((context, options) =>
        {
            options.ListenLocalhost(5000, listen => listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2);
            options.Listen(IPAddress.Parse("127.0.0.1"), 5001);
        });
        var app = builder.Build();
        app.MapGet("/", () => "Hello");
        app.Run();
        """,
        """
        namespace Chat
        {
            internal sealed class Server : IDisposable
            {
                private static readonly string[] Prefixes = { "http://localhost:8080/chat/", "http://127.0.0.1:8081/chat/" };
                private readonly HttpListener _listener = new();

                public Server()
                {
                    foreach (var prefix in Prefixes)
                    {
                        _listener.Prefixes.Add(prefix);
                    }
                }

                public void Start() => _listener.Start();

                public void Dispose() => _listener.Close();
            }
        }
        """,
        """
        internal static class Program
        {
            private const int Port = 7000;

            private static async Task Main()
            {
                var listener = new TcpListener(IPAddress.Loopback, Port);
                listener.Start();
                using var client = await listener.AcceptTcpClientAsync();
                var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, Port));
                _ = await udp.ReceiveAsync();
            }
        }
        """,
        """
        await Host.CreateDefaultBuilder(args)
            .ConfigureWebHostDefaults(web => web
                .UseUrls("http://localhost:5000") // for the gateway
                .Configure(app => app.Run(context => context.Response.WriteAsync("Hello"))))
            .RunConsoleAsync();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://*:5000");
        var app = builder.Build();
        app.Urls.Add("localhost:5001");
        await app.RunAsync("http://localhost:5002");
        """,
        """
        var app = WebApplication.Create(args);
        var port = args.Length == 0 ? 5000 : 5001;
        var url = $"http://{IPAddress.Loopback}:{port}";
        Console.WriteLine(url);
        app.Run(url);
        """,
        """
        using var publisher = new NetMQ.Sockets.PublisherSocket();
        publisher.Bind("tcp://localhost:5555");
        using var subscriber = new NetMQ.Sockets.SubscriberSocket();
        subscriber.Connect("tcp://localhost:5555");
        """,
        """
        static IPAddress Address() => IPAddress.Loopback;
        var server = new TcpListener(Address(), 5000);
        server.Start();
        while (true)
        {
            var client = await server.AcceptTcpClientAsync();
            client.Dispose();
        }
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(builder.Configuration["Own:Url"] ?? "http://localhost:5000");
        builder.Build().Run();
        """,
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task An_action_mends_its_finding_and_nothing_else(string code)
    {
        var bulb = LightBulb.Over(code, Files);
        Assert.Empty(await bulb.CompilerErrorsAsync());
        var count = 0;
        foreach (var finding in await bulb.FindingsAsync())
        {
            foreach (var action in await bulb.ActionsAsync(finding))
            {
                count++;
                if (action.EquivalenceKey!.StartsWith("configure:", StringComparison.Ordinal))
                {
                    Assert.Empty(await (await bulb.AfterAsync(action)).CompilerErrorsAsync());
                }
                else
                {
                    await Mended.IsSoundAsync(bulb, finding, action);
                }
            }
        }

        Assert.NotEqual(0, count);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Half_typed_code_never_makes_a_fix_throw(string code)
    {
        for (var length = 20; length < code.Length; length += 37)
        {
            var bulb = LightBulb.Over(code[..length], Files);
            foreach (var finding in await bulb.FindingsAsync())
            {
                foreach (var action in await bulb.ActionsAsync(finding))
                {
                    Assert.True((await (await bulb.AfterAsync(action)).CompilerErrorsAsync()).Count <= (await bulb.CompilerErrorsAsync()).Count);
                }
            }
        }
    }
}
