using System.Runtime.CompilerServices;
using ListenLint.Analyzers.Facts;
using ListenLint.Analyzers.Tests.Catalog;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Tests.Rules;

/// <summary>What holds for the rules together: no crash, one finding a place, nothing kept alive.</summary>
public sealed class AllRulesTests
{
    private const string Program = """
        using System.Net.WebSockets;
        var builder = WebApplication.CreateBuilder(args);
        const string Address = "http://localhost:5000";
        builder.WebHost.UseUrls(Address, $"https://localhost:{args.Length}").ConfigureKestrel((context, options) =>
        {
            options.ListenLocalhost(5000, listen => listen.UseConnectionLogging());
            options.Listen(new IPEndPoint(IPAddress.Parse(context.Configuration["Ip"] ?? "127.0.0.1"), 5001));
        });
        builder.Configuration["urls"] = args is [var first, ..] ? first : Address;
        var app = builder.Build();
        app.Urls.Add("localhost:5000");
        foreach (var prefix in new[] { "http://localhost:8080", "http://0.0.0.0:8081/" })
        {
            var listener = new HttpListener { Prefixes = { prefix } };
            var context = await listener.GetContextAsync();
        }

        await new ChatServer(IPAddress.IPv6Any).RunAsync();
        app.Run(Address);

        internal sealed class ChatServer(IPAddress address, int port = 5002)
        {
            private readonly TcpListener _listener = new(address, port);
            public async Task RunAsync() { using var client = await _listener.AcceptTcpClientAsync(); }
        }
        """;

    private static readonly (string, string)[] Files =
    [
        ("appsettings.json", """{ "Urls": "http://localhost:5000", "Kestrel": { "Endpoints": { "Http": { "Url": "http://127.0.0.1:5000" } } } }"""),
        ("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENV ASPNETCORE_URLS=http://+:80\nEXPOSE 80\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n"),
        ("../docker-compose.yml", "services:\n  app:\n    build: ./App\n    ports: [\"8080:80\"]\n    environment:\n      - ASPNETCORE_URLS=http://localhost:80\n"),
        ("ListenLint.Apis.txt", "listen M:Acme.Server.Start(*) host=0\nlisten\n"),
    ];

    [Fact]
    public async Task One_place_has_one_finding()
    {
        var found = await new ProjectRun { Code = Program, Files = Files }.Diagnostics();
        Assert.NotEmpty(found);
        Assert.Equal(found.Count, found.Select(finding => (finding.Location.GetLineSpan().Path, finding.Location.SourceSpan)).Distinct().Count());
    }

    [Fact]
    public async Task Half_typed_programs_and_cut_files_crash_no_rule()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 60; round++)
        {
            var code = Damage(Program, random);
            var files = Files.Select(file => (file.Item1, Damage(file.Item2, random))).ToArray();
            _ = await new ProjectRun { Code = code, Files = files, MustCompile = false }.Diagnostics();
        }
    }

    [Fact]
    public void Facts_of_an_old_state_of_the_program_are_let_go()
    {
        var tree = CSharpSyntaxTree.ParseText(Program, path: "Program.cs", cancellationToken: TestContext.Current.CancellationToken);
        var compilations = AskAfterEachKeystroke(tree);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.True(compilations.Count(reference => reference.IsAlive) <= 1, "Facts keep old compilations alive while a tree of theirs lives.");
        GC.KeepAlive(tree);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> AskAfterEachKeystroke(SyntaxTree tree)
    {
        var usings = CSharpSyntaxTree.ParseText(SampleProject.WebUsings, cancellationToken: TestContext.Current.CancellationToken);
        var references = new List<WeakReference>();
        for (var keystroke = 0; keystroke < 10; keystroke++)
        {
            var edited = CSharpSyntaxTree.ParseText($"// {keystroke}", path: "Edited.cs", cancellationToken: TestContext.Current.CancellationToken);
            var compilation = CSharpCompilation.Create("App", [tree, usings, edited], RealAssemblies.References, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
            Assert.NotEmpty(ProjectFacts.For(compilation, new AnalyzerOptions([]), TestContext.Current.CancellationToken).Source.Sites);
            references.Add(new WeakReference(compilation));
        }

        return references;
    }

    private static string Damage(string text, Random random)
    {
        for (var cut = random.Next(1, 4); cut > 0; cut--)
        {
            var start = random.Next(text.Length);
            text = text.Remove(start, Math.Min(random.Next(1, 25), text.Length - start));
        }

        return random.Next(4) == 0 ? text[..random.Next(text.Length)] : text;
    }
}
