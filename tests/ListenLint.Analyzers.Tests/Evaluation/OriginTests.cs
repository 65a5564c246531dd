using ListenLint.Analyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class OriginTests
{
    [Theory]
    [InlineData("""Sink.Use("a");""", "\"a\"")]
    [InlineData("""var s = "a"; Sink.Use(s);""", "\"a\"")]
    [InlineData("""const string s = "a"; Sink.Use(s);""", "\"a\"")]
    [InlineData("""Sink.Use(K.Url); static class K { public const string Url = "a"; }""", "\"a\"")]
    [InlineData("""Sink.Use(K.Url); static class K { public const string Url = Other; const string Other = "a"; }""", "\"a\"")]
    [InlineData("""Sink.Use(K.Url); static class K { public static string Url => "a"; }""", "\"a\"")]
    [InlineData("""var u = new Uri("http://a"); Sink.Use(u);""", "\"http://a\"")]
    [InlineData("""Sink.Use(IPAddress.Parse("127.0.0.1"));""", "\"127.0.0.1\"")]
    [InlineData("""var ip = IPAddress.Loopback; Sink.Use(ip);""", "IPAddress.Loopback")]
    [InlineData("""var p = args.Length; var s = $"http://localhost:{p}"; Sink.Use(s);""", "$\"http://localhost:{p}\"")]
    [InlineData("""var s = "a" + args.Length; Sink.Use(s);""", "\"a\" + args.Length")]
    [InlineData("""var e = new IPEndPoint(IPAddress.Any, 80); Sink.Use(e);""", "new IPEndPoint(IPAddress.Any, 80)")]
    [InlineData("""Start(); static void Start(string host = "localhost") => Sink.Use(host);""", "\"localhost\"")]
    [InlineData("""Sink.Use((object)"a");""", "\"a\"")]
    [InlineData("""Sink.Use(("a"));""", "\"a\"")]
    [InlineData("""Sink.Use("a/".TrimEnd('/'));""", "\"a/\"")]
    public void The_origin_is_what_a_person_would_edit(string source, string expected)
    {
        var origin = Assert.Single(Question.Program(source).Atoms).Origin;

        Assert.Equal(expected, Question.TextAt(origin));
    }

    [Fact]
    public void An_end_point_keeps_the_origin_of_its_address()
    {
        var endPoint = Assert.IsType<EndPointAtom>(Assert.Single(
            Question.Program("var ip = IPAddress.Loopback; Sink.Use(new IPEndPoint(ip, 80));").Atoms));

        var origin = Assert.Single(endPoint.Host.Atoms).Origin;
        Assert.Equal("IPAddress.Loopback", Question.TextAt(origin));
    }

    [Theory]
    [InlineData("Sink.Use(args[0]);", Reasons.CommandLine)]
    [InlineData("""Sink.Use(Environment.GetEnvironmentVariable("X"));""", Reasons.Environment)]
    [InlineData("""Sink.Use(new ConfigurationBuilder().Build()["x"]);""", Reasons.Configuration)]
    [InlineData("""Sink.Use(int.Parse(new ConfigurationBuilder().Build()["x"]!));""", Reasons.Configuration)]
    [InlineData("Sink.Use(Console.ReadLine());", Reasons.Console)]
    [InlineData("""Sink.Use(File.ReadAllText("x"));""", "the result of ReadAllText()")]
    [InlineData("Sink.Use(new object());", "an object of type Object")]
    [InlineData("return; class C { void M(string u) => Sink.Use(u); }", Reasons.UncalledParameter)]
    [InlineData("return; abstract class C { abstract protected string U { get; } void M() => Sink.Use(U); }", Reasons.Overridable)]
    public void What_is_not_known_says_why(string source, string expected) => Assert.Equal(expected, Question.Program(source).Unknown);

    [Fact]
    public void Values_do_not_keep_the_compilation_alive()
    {
        var (value, compilation) = AnswerAndCompilation();

        for (var i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        Assert.Equal("\"a\"", Printed.Line(value));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (Value Value, WeakReference Compilation) AnswerAndCompilation()
    {
        Compilation compilation = Verification.ReferencePacks.Compile(
            "return; class C { string _u; C(string u) => _u = u; void M() => Sink.Use(_u); static C A() => new(\"a\"); }",
            "static class Sink { public static void Use(object? value) { } }");
        return (Question.Ask(compilation), new(compilation));
    }
}
