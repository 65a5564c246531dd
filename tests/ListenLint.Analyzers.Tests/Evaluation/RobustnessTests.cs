using System.Diagnostics;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class RobustnessTests
{
    private const string Sink = "static class Sink { public static void Use(object? value) { } }";

    /// <summary>Every construct that the evaluator follows, to be broken at random.</summary>
    private const string Everything = """
        using System.Net;
        var builder = WebApplication.CreateBuilder(args);
        var host = builder.Configuration["host"] ?? "localhost";
        var port = args.Length > 0 ? int.Parse(args[0]) : 5000;
        string[] urls = [$"http://{host}:{port}", "http://" + host + ":" + (port + 1), .. Options.More];
        foreach (var url in urls) Sink.Use(url);
        var (a, b) = ("x", 2);
        Sink.Use(a + b);
        if (!IPAddress.TryParse(host, out var ip)) ip = IPAddress.Loopback;
        Sink.Use(new IPEndPoint(ip, port) { Port = 7 });
        var uri = new UriBuilder { Scheme = "http", Host = host, Port = port };
        uri.Path = "x";
        Sink.Use(uri.Uri.GetLeftPart(UriPartial.Authority));
        Sink.Use(new Server(port: 80).Endpoint?.Address);
        Sink.Use(await Later.Url("http", host));
        Sink.Use(string.Format("{0}:{1}", host, string.Join(';', "a", "b").Split(';')[1]));
        host ??= "x"; host += "y";
        Sink.Use(host switch { "a" => "b", { Length: > 3 } => Local(host), _ => throw new Exception() });
        string Local(string text) => text.Trim('/').ToLowerInvariant();
        record Options(string Host = "localhost")
        {
            public static readonly List<string> More = new() { "a" };
            public int Port { get; init; } = 80;
            public string Url => $"http://{Host}:{Port}";
        }
        class Server(IPAddress? address = null, int port = 5005)
        {
            private readonly IPEndPoint _endpoint = new(address ?? IPAddress.Loopback, port);
            public Server(string text) : this(IPAddress.Parse(text)) { Options.More.Add(text); }
            public IPEndPoint? Endpoint => _endpoint;
            void M(Options o) { Sink.Use(o.Url); Sink.Use((o with { Port = 81 }).Port); Dns.GetHostEntry("localhost").AddressList.ToList().ForEach(x => Sink.Use(x)); }
        }
        static class Later
        {
            public static async Task<string> Url(string scheme, string host) { await Task.Yield(); return Build(scheme, host); }
            static string Build(string scheme, string host) { if (host == null) host = "*"; return new Uri($"{scheme}://{host}").ToString(); }
        }
        """;

    [Fact]
    public void The_whole_sample_is_understood()
    {
        var answers = Question.AskAll(ReferencePacks.Compile(OutputKind.ConsoleApplication, Everything, Sink));

        var expected = """
            "x2"
            (fallback 127.0.0.1 | unknown):7
            fallback "http://localhost:5000" | fallback "http://localhost:{?}" | fallback "http://x:5000" | fallback "http://x:{?}" | fallback "http://{?}:5000" | "http://{?}:{?}"
            fallback 127.0.0.1 | unknown
            fallback "http://localhost/" | fallback "http://x/" | fallback "http://*/" | "http://{?}/"
            fallback "localhost:b" | fallback "x:b" | "{?}:b"
            "b" | fallback "localhosty" | fallback "xy" | "{?}y"
            fallback "http://localhost:80" | fallback "http://localhost:81" | "http://{?}:80" | "http://{?}:81"
            80 | 81
            127.0.0.1 | ::1
            """;
        Assert.Equal(expected.ReplaceLineEndings(), string.Join(Environment.NewLine, answers.Skip(1).Select(Printed.Line)));
        Assert.StartsWith("fallback \"http://localhost:5000\" | ", Printed.Line(answers[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sink.Use(")]
    [InlineData("Sink.Use(x);")]
    [InlineData("Sink.Use(x.y.z());")]
    [InlineData("Sink.Use(new Missing(\"a\"));")]
    [InlineData("Sink.Use(new System.Net.IPEndPoint(1));")]
    [InlineData("Sink.Use(new System.Net.IPEndPoint());")]
    [InlineData("Sink.Use(new System.Uri());")]
    [InlineData("Sink.Use(System.Net.IPAddress.Parse());")]
    [InlineData("Sink.Use(string.Format());")]
    [InlineData("Sink.Use(string.Join(1));")]
    [InlineData("var s = s; Sink.Use(s);")]
    [InlineData("var (a, b) = (b, a); Sink.Use(a);")]
    [InlineData("var (a, b) = (1, 2, 3); Sink.Use(b);")]
    [InlineData("Sink.Use($\"http://{\");")]
    [InlineData("string[] a = [..a, ..]; Sink.Use(a);")]
    [InlineData("foreach (var x in y) Sink.Use(x);")]
    [InlineData("foreach (var x in x) Sink.Use(x);")]
    [InlineData("const string S = S + S; Sink.Use(S);")]
    [InlineData("Sink.Use(C.S); class C { public const string S = D.S; } class D { public const string S = C.S; }")]
    [InlineData("Sink.Use(C.S); class C { public static string S => D.S; } class D { public static string S => C.S; }")]
    [InlineData("Sink.Use(new C().S); class C : C { public string S => S; }")]
    [InlineData("class C { C() : this() { Sink.Use(s); } string s = s; }")]
    [InlineData("class C(string s) { string t = s; void M() => Sink.Use(t); } class D : C(\"a\") ; class E() : C(1, 2);")]
    [InlineData("class C { void M(string s, string s) => Sink.Use(s); void N() => M(\"a\"); }")]
    [InlineData("class C { void M(string s = ) => Sink.Use(s); void N() => M(); }")]
    [InlineData("class C { string P { get => ; set; } = ; void M() => Sink.Use(P); }")]
    [InlineData("partial class C { partial string P { get; } void M() => Sink.Use(P); }")]
    [InlineData("class C { void M() => Sink.Use(default); void N() => Sink.Use(new()); void O() => Sink.Use(() => 1); }")]
    [InlineData("dynamic d = 1; Sink.Use(d.x + d[0]); Sink.Use((string)d);")]
    [InlineData("int.TryParse(out var p); Sink.Use(p);")]
    [InlineData("int.TryParse(\"1\", out p); Sink.Use(p);")]
    [InlineData("Sink.Use(1/0); Sink.Use(checked(int.MaxValue + 1)); Sink.Use('a' + 1);")]
    [InlineData("unsafe { int n = 1; int* p = &n; Sink.Use(*p); Sink.Use(n); }")]
    [InlineData("Sink.Use(from x in new[] { \"a\" } select x);")]
    [InlineData("Sink.Use(new { Host = \"a\" }.Host);")]
    [InlineData("Sink.Use(__arglist); Sink.Use(stackalloc int[] { 1 });")]
    public void Broken_or_strange_code_is_answered(string source) =>
        Question.AskAll(ReferencePacks.Compile(OutputKind.ConsoleApplication, source, Sink));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Half_typed_code_is_answered(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var text = Everything;
            for (var cut = random.Next(1, 4); cut > 0; cut--)
            {
                var start = random.Next(text.Length);
                text = text.Remove(start, Math.Min(random.Next(1, 25), text.Length - start));
            }

            try
            {
                Question.AskAll(ReferencePacks.Compile(OutputKind.ConsoleApplication, text, Sink));
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception}\n\nin\n\n{text}");
            }
        }
    }

    [Fact]
    public void A_body_of_ten_thousand_lines_costs_little_more_than_binding_it()
    {
        var lines = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"s = \"a{i % 7}\" + s; t{i % 3} = s;\n"));
        var compilation = ReferencePacks.Compile(
            OutputKind.ConsoleApplication, $"string s = \"\", t0, t1, t2; {lines} Sink.Use(t1); Sink.Use(s);", Sink);

        Assert.Equal(["unknown", "\"\" | unknown"], Bounded(compilation).Select(Printed.Line));
    }

    [Fact]
    public void A_chain_of_five_thousand_operands_is_walked()
    {
        var chain = string.Join(" + ", Enumerable.Repeat("s", 5_000));
        var answers = Bounded(
            ReferencePacks.Compile(OutputKind.ConsoleApplication, $"var s = args[0] + \"x\"; Sink.Use({chain});", Sink));

        Assert.StartsWith("\"{?}x{?}x{?}", Printed.Line(Assert.Single(answers)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_calls_ends()
    {
        var methods = string.Concat(Enumerable.Range(0, 200).Select(i => $"void M{i}(string u) => M{i + 1}(u);\n"));
        var answers = Bounded(
            ReferencePacks.Compile(OutputKind.ConsoleApplication, $"return; class C {{ void M() => M0(\"a\"); {methods} void M200(string u) => Sink.Use(u); }}", Sink));

        Assert.Equal("unknown", Printed.Line(Assert.Single(answers)));
    }

    [Fact]
    public void Many_callers_end_in_not_known()
    {
        var calls = string.Concat(Enumerable.Range(0, 500).Select(i => $"M(\"a{i}\");\n"));
        var answer = Assert.Single(Bounded(
            ReferencePacks.Compile(OutputKind.ConsoleApplication, $"return; class C {{ void M(string u) => Sink.Use(u); void N() {{ {calls} }} }}", Sink)));

        Assert.False(answer.IsComplete);
        Assert.Equal(32, answer.Atoms.Length);
    }

    [Fact]
    public void Branching_recursion_ends()
    {
        var answers = Bounded(
            ReferencePacks.Compile(
                OutputKind.ConsoleApplication,
                "Sink.Use(A(\"x\")); string A(string s) => s == \"\" ? B(s + A(s)) : B(A(s)); string B(string s) => A(A(s) + B(s)) + B(B(s));",
                Sink));

        Assert.Equal("unknown", Printed.Line(Assert.Single(answers)));
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Question.AskAllUntil(cancelled.Token, ReferencePacks.Compile(OutputKind.ConsoleApplication, Everything, Sink)));
    }

    /// <summary>Without the time that binding the asked calls takes, which is the compiler's. The bound is for a machine under load.</summary>
    private static List<Value> Bounded(Compilation compilation)
    {
        var watch = new Stopwatch();
        var answers = Question.AskAllUntil(TestContext.Current.CancellationToken, compilation, watch);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
        return answers;
    }
}
