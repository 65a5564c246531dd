using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class SequenceValueTests
{
    [Theory]
    [InlineData("""Sink.Use(new[] { "a", "b" });""", "[\"a\", \"b\"]")]
    [InlineData("""string[] a = { "a", "b" }; Sink.Use(a);""", "[\"a\", \"b\"]")]
    [InlineData("""string[] a = ["a", "b"]; Sink.Use(a);""", "[\"a\", \"b\"]")]
    [InlineData("""string[] a = ["a", $"http://localhost:{args.Length}"]; Sink.Use(a);""", "[\"a\", \"http://localhost:{?}\"]")]
    [InlineData("""string[] a = ["a"]; string[] b = ["b", .. a]; Sink.Use(b);""", "[\"b\", \"a\"]")]
    [InlineData("""string[] b = ["b", .. args]; Sink.Use(b);""", "[\"b\", ..]")]
    [InlineData("""var host = "localhost"; string[] b = [host, host + ":1", string.Concat(host, "2")]; Sink.Use(b);""", "[\"localhost\", \"localhost:1\", \"localhost2\"]")]
    [InlineData("""IPAddress[] b = [IPAddress.Any, IPAddress.Parse("::1"), new IPAddress([10, 0, 0, 1])]; Sink.Use(b);""", "[0.0.0.0, ::1, 10.0.0.1]")]
    [InlineData("""List<string> b = []; Sink.Use(b);""", "[]")]
    [InlineData("""Sink.Use(Array.Empty<string>());""", "[]")]
    [InlineData("""Sink.Use(new List<string> { "a", "b" });""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use(new HashSet<string>(StringComparer.Ordinal) { "a", "b" });""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use(new List<string>(new[] { "a" }) { "b" });""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use(new List<string>(10) { "b" });""", "[\"b\"]")]
    [InlineData("""Sink.Use(new List<string>(args) { "b" });""", "[\"b\", ..]")]
    [InlineData("""Sink.Use(new[] { "a" }.ToList().AsEnumerable().ToArray());""", "[\"a\"]")]
    [InlineData("""Sink.Use(new[] { "a" }.Concat(new[] { "b" }));""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use(new[] { "a" }.Append("b").Prepend("c"));""", "[\"a\", \"b\", \"c\"]")]
    [InlineData("""Sink.Use("a;b".Split(';'));""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use("a,b".Split(","));""", "[\"a\", \"b\"]")]
    [InlineData("""Sink.Use("a, b;;c".Split(new[] { ',', ';' }, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));""", "[\"a\", \"b\", \"c\"]")]
    [InlineData("""Sink.Use("a;b".Split(';', 1));""", "unknown")]
    [InlineData("""Sink.Use(args[0].Split(';'));""", "unknown")]
    [InlineData("""Sink.Use($"a;{args.Length}".Split(';'));""", "[\"a\", ?, ..]")]
    [InlineData("""Sink.Use(Enumerable.Repeat("a", 3));""", "unknown")]
    [InlineData("""Sink.Use(new string[2, 2]);""", "unknown")]
    public void Sequences_keep_their_elements(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("""var a = new[] { "a", "b" }; Sink.Use(a[1]);""", "\"b\"")]
    [InlineData("""var a = new[] { "a", "b" }; Sink.Use(a[args.Length]);""", "\"a\" | \"b\"")]
    [InlineData("""var a = new[] { "a", "b" }; Sink.Use(a.First());""", "\"a\"")]
    [InlineData("""var a = new List<string> { "a", "b" }; Sink.Use(a[0]);""", "\"a\"")]
    [InlineData("""var a = new List<string> { "a", "b" }; Sink.Use(a.First(x => x != ""));""", "\"a\" | \"b\"")]
    [InlineData("""var a = new List<string> { "a", "b" }; Sink.Use(a.LastOrDefault());""", "\"a\" | \"b\"")]
    [InlineData("""Sink.Use("localhost:80".Split(':')[0]);""", "\"localhost\"")]
    [InlineData("""Sink.Use(int.Parse("localhost:80".Split(':')[1]));""", "80")]
    [InlineData("""var a = new[] { "a" }; Sink.Use(a[7]);""", "unknown")]
    [InlineData("""Sink.Use(args[0]);""", "unknown")]
    public void Elements_are_taken_out(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("""var a = new List<string>(); a.Add("a"); a.Add("b"); Sink.Use(a);""", "[\"a\", \"b\"]")]
    [InlineData("""var a = new List<string> { "a" }; if (args.Length == 7) a.Add("b"); Sink.Use(a.ToArray());""", "[\"a\", \"b\"]")]
    [InlineData("""var a = new HashSet<string>(); a.Add("a"); foreach (var x in a) Sink.Use(x);""", "\"a\"")]
    [InlineData("""var a = new List<string>(); a.AddRange(new[] { "a", "b" }); Sink.Use(a);""", "[\"a\", \"b\"]")]
    [InlineData("""var a = new List<string>(); a.AddRange(args); Sink.Use(a);""", "[..]")]
    [InlineData("""var a = new List<string>(); a.Add(args[0]); Sink.Use(a);""", "[?]")]
    [InlineData("""var a = new List<string>(); a.Insert(0, "x"); Sink.Use(a);""", "[\"x\"]")]
    [InlineData("""var a = new string[2]; a[0] = "a"; a[1] = "b"; Sink.Use(a);""", "[(\"a\" | \"b\"), (\"a\" | \"b\")]")]
    [InlineData("""var a = new List<string> { "a" }; Fill(a); Sink.Use(a); static void Fill(List<string> list) => list.Add("b");""", "[\"a\", ..]")]
    [InlineData("""var a = new List<string> { "a" }; var b = a; b.Add("c"); Sink.Use(a);""", "[\"a\", ..]")]
    [InlineData("""var a = new List<string> { "a" }; Console.WriteLine(string.Join(",", a)); Sink.Use(a.ToArray());""", "[\"a\"]")]
    [InlineData("""var a = new[] { "a" }; Fill(a); Sink.Use(a); static void Fill(string[] list) { }""", "[\"a\"]")]
    [InlineData("""Sink.Use(Make()); static List<string> Make() { var list = new List<string>(); list.Add("a"); return list; }""", "[\"a\"]")]
    [InlineData("""foreach (var x in Make()) Sink.Use(x); static IEnumerable<string> Make() { yield return "a"; yield return "b"; }""", "\"a\" | \"b\"")]
    [InlineData("""Fill(new List<string> { "a" }); static void Fill(List<string> list) { list.Add("b"); Sink.Use(list); }""", "[\"a\", \"b\"]")]
    [InlineData("""new List<string> { "a", "b" }.ForEach(x => Sink.Use(x));""", "\"a\" | \"b\"")]
    [InlineData("""var all = new[] { 1, 2 }.Select(p => { Sink.Use(p); return p; }).ToList();""", "1 | 2")]
    [InlineData("""Array.ForEach(new[] { "a" }, x => Sink.Use(x));""", "\"a\"")]
    public void Sequences_grow(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("""IPAddress[] b = [new([10, 0, 0, 1])]; Sink.Use(b);""", "[10.0.0.1]")]
    [InlineData("""Uri[] all = [new("http://a:1"), new("http://b:2")]; Sink.Use(all[1]);""", "\"http://b:2\"")]
    [InlineData("""return; class C { string _u; public C(string u) => _u = u; void M() => Sink.Use(_u); } class D { C c = new("a"); List<C> b = [new("b")]; string s = new('x', 3); }""", "\"a\" | \"b\"")]
    public void A_new_without_its_type_in_a_collection_expression_is_known(string source, string expected)
    {
        Assert.SkipWhen(CompilerVersion < new Version(4, 9), "This compiler shows no operation for it: the value is not known there.");

        Assert.Equal(expected, Printed.Line(Question.Program(source)));
    }

    [Theory]
    [InlineData("""return; class C { string _u; public C(string u) => _u = u; void M() => Sink.Use(_u); } class D { C c = new("a"); List<C> b = [new("b")]; }""")]
    public void A_new_without_its_type_in_a_collection_expression_is_never_overlooked(string source)
    {
        var value = Question.Program(source);

        Assert.True(!value.IsComplete || value.Atoms.Length == 2, Printed.Line(value));
    }

    private static Version CompilerVersion => typeof(Microsoft.CodeAnalysis.Compilation).Assembly.GetName().Version!;
}
