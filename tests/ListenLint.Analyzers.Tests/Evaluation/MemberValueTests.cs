using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class MemberValueTests
{
    [Theory]
    [InlineData("""class C { const string Url = "a"; void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { private readonly string _url = "a"; void M() => Sink.Use(_url); }""", "\"a\"")]
    [InlineData("""class C { string _url = "a"; void M() => Sink.Use(this._url); }""", "\"a\"")]
    [InlineData("""class C { readonly string _url; C() { _url = "a"; } void M() => Sink.Use(_url); }""", "\"a\"")]
    [InlineData("""class C { string? _url; void Set() { _url = "a"; } void M() => Sink.Use(_url); }""", "\"a\"")]
    [InlineData("""class C { string? _url; void Set(bool b) { _url = b ? "a" : "b"; } void Stop() { _url = null; } void M() => Sink.Use(_url); }""", "\"a\" | \"b\"")]
    [InlineData("""class C { string? _url; void M() => Sink.Use(_url); }""", "unknown")]
    [InlineData("""class C { int _port = 80; void M() { _port++; Sink.Use(_port); } }""", "80 | unknown")]
    [InlineData("""class C { string? _url; void M() { _url ??= "a"; Sink.Use(_url); } }""", "\"a\"")]
    [InlineData("""class C { int _port; C() { Change(ref _port); } void Change(ref int p) { p = 1; } void M() => Sink.Use(_port); }""", "unknown")]
    [InlineData("""class C { public static readonly IPAddress Address = IPAddress.Loopback; void M() => Sink.Use(Address); }""", "127.0.0.1")]
    [InlineData("""static class Defaults { public static string Host = "localhost"; } class C { void M() => Sink.Use(Defaults.Host); }""", "\"localhost\"")]
    [InlineData("""static class Defaults { public static string Host = "localhost"; } class C { void M() => Sink.Use(Defaults.Host); void N() => Defaults.Host = "*"; }""", "\"localhost\" | \"*\"")]
    [InlineData("""partial class C { string? _url; void M() => Sink.Use(_url); } partial class C { void Set() => _url = "a"; }""", "\"a\"")]
    [InlineData("""class C<T> { string _url = "a"; void M() => Sink.Use(_url); }""", "\"a\"")]
    [InlineData("""class C { readonly string[] _urls = { "a", "b" }; void M() => Sink.Use(_urls); }""", "[\"a\", \"b\"]")]
    [InlineData("""class C { readonly List<string> _urls = new(); C() { _urls.Add("a"); } void M() { foreach (var u in _urls) Sink.Use(u); } }""", "\"a\"")]
    [InlineData("""class C { readonly HashSet<string> _urls = []; C(string x) { _urls.Add("a"); _urls.Add(x); } void M() => Sink.Use(_urls); }""", "[\"a\", ?]")]
    [InlineData("""class C { volatile IPEndPoint? _e; void Start() { _e = new IPEndPoint(IPAddress.Any, 1); Task.Run(() => Sink.Use(_e)); } }""", "0.0.0.0:1")]
    [InlineData("""class C { string _a = "x"; string _b; C() { _b = _a + "y"; } void M() => Sink.Use(_b); }""", "\"xy\"")]
    [InlineData("""class C { string _a; C() { _a = _a + "y"; } void M() => Sink.Use(_a); }""", "\"{?}y\"")]
    [InlineData("""enum E { A } class C { void M() => Sink.Use(E.A); }""", "unknown")]
    [InlineData("""class C { (string Host, int Port) _at = ("a", 1); void M() => Sink.Use(_at.Host); }""", "unknown")]
    public void Fields_are_the_union_of_their_writes(string source, string expected) =>
        Assert.Equal(expected, Printed.Line(Question.Program("return;", source)));

    [Theory]
    [InlineData("""class C { string Url => "a"; void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string Url { get; } = "a"; void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string Url { get; } C() { Url = "a"; } void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string Url { get; set; } = "a"; void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string Url { get { return "a"; } } void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string? _u; string Url { get => _u ??= "a"; } void M() => Sink.Use(Url); }""", "\"a\"")]
    [InlineData("""class C { string? _u; string? Url { get => _u; set => _u = value; } void M() { Url = "a"; Sink.Use(Url); } }""", "\"a\"")]
    [InlineData("""class O { public string Host { get; set; } = "localhost"; } class C { void M(O o) => Sink.Use(o.Host); }""", "\"localhost\"")]
    [InlineData("""class O { public string? Host { get; set; } } class C { void M() { var o = new O { Host = "a" }; Sink.Use(o.Host); } }""", "\"a\"")]
    [InlineData("""class O { public string? Host { get; set; } = "x"; } class C { void M() { var o = new O(); o.Host = "a"; Sink.Use(o.Host); } }""", "\"x\" | \"a\"")]
    [InlineData("""class O { public required string Host { get; init; } } class C { void M(O o) => Sink.Use(o.Host); O N() => new() { Host = "a" }; }""", "\"a\"")]
    [InlineData("""class O { public List<string> Urls { get; } = new(); } class C { void M() { var o = new O { Urls = { "a", "b" } }; Sink.Use(o.Urls); } }""", "[\"a\", \"b\"]")]
    [InlineData("""class O { public List<string> Urls { get; } = new(); } class C { void M() { var o = new O(); o.Urls.Add("a"); Sink.Use(o.Urls); } }""", "[\"a\"]")]
    [InlineData("""record O(string Host, int Port = 80); class C { void M(O o) => Sink.Use(o.Host); O N() => new("a"); }""", "\"a\"")]
    [InlineData("""record O(string Host, int Port = 80); class C { void M(O o) => Sink.Use(o.Port); O N() => new("a"); O P() => new("a", 81); }""", "80 | 81")]
    [InlineData("""record O(string Host); class C { void M(O o) => Sink.Use(o.Host); O N() => new O("a") with { Host = "b" }; }""", "\"a\" | \"b\"")]
    [InlineData("""static class S { public static string Url => $"http://{Host}:{Port}"; static string Host => "localhost"; public static int Port { get; set; } = 80; } class C { void M() => Sink.Use(S.Url); }""", "\"http://localhost:80\"")]
    [InlineData("""class B { public virtual string Url => "a"; } class C { void M(B b) => Sink.Use(b.Url); }""", "unknown")]
    [InlineData("""interface I { string Url { get; } } class B : I { public string Url => "a"; } class C { void M(I b) => Sink.Use(b.Url); }""", "unknown")]
    [InlineData("""interface I { string Url { get; } } class B : I { public string Url => "a"; } class C { void M(B b) => Sink.Use(b.Url); }""", "\"a\"")]
    [InlineData("""class O { public string? Host { get; set; } } class Other { public string? Host { get; set; } } class C { void M(O o, Other x) { o.Host = "a"; x.Host = "b"; Sink.Use(o.Host); } }""", "\"a\"")]
    [InlineData("""class C { string this[int i] => "a"; void M() => Sink.Use(this[0]); }""", "unknown")]
    public void Properties_are_the_union_of_their_writes(string source, string expected) =>
        Assert.Equal(expected, Printed.Line(Question.Program("return;", source)));

    [Theory]
    [InlineData("""services.Configure<O>(config.GetSection("O"));""")]
    [InlineData("""config.GetSection("O").Get<O>();""")]
    [InlineData("""services.AddOptions<O>().BindConfiguration("O");""")]
    [InlineData("""var o = new O(); config.Bind(o);""")]
    [InlineData("""var o = new O(); config.GetSection("O").Bind(o);""")]
    [InlineData("""config.Get<List<O>>();""")]
    [InlineData("""config.Get<Outer>();""")]
    [InlineData("""System.Text.Json.JsonSerializer.Deserialize<O>("{}");""")]
    [InlineData("""System.Text.Json.JsonSerializer.Deserialize("{}", typeof(O));""")]
    [InlineData("""Read<O>("settings.yml"); static T Read<T>(string path) => throw new Exception();""")]
    public void What_is_bound_from_configuration_is_a_fallback(string use)
    {
        var value = Question.Program($$"""
            return;
            class O { public string Host { get; set; } = "localhost"; }
            class Outer { public O? Inner { get; set; } }
            class C
            {
                void M(O o) => Sink.Use(o.Host);
                void N(IServiceCollection services, IConfiguration config) { {{use}} }
            }
            """);

        Assert.Equal("fallback \"localhost\" | unknown", Printed.Line(value));
    }

    [Theory]
    [InlineData("""services.Configure<O>(o => o.Host = "a");""", "\"localhost\" | \"a\"")]
    [InlineData("""services.AddSingleton<O>();""", "\"localhost\"")]
    [InlineData("""Console.WriteLine(typeof(O).Name); services.AddSingleton(typeof(O));""", "\"localhost\"")]
    [InlineData("""services.AddSingleton(new List<O>());""", "\"localhost\"")]
    [InlineData("""new Socket(SocketType.Stream, ProtocolType.Tcp).Bind(new IPEndPoint(0, 0));""", "\"localhost\"")]
    public void What_code_configures_is_known(string use, string expected)
    {
        var value = Question.Program($$"""
            return;
            class O { public string Host { get; set; } = "localhost"; }
            class C
            {
                void M(O o) => Sink.Use(o.Host);
                void N(IServiceCollection services, IConfiguration config) { {{use}} }
            }
            """);

        Assert.Equal(expected, Printed.Line(value));
    }

    [Theory]
    [InlineData("""class OptionAttribute : Attribute; class O { [Option] public string Host { get; set; } = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""class O { [System.Text.Json.Serialization.JsonPropertyName("h")] public string Host { get; set; } = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""class O : System.ComponentModel.INotifyPropertyChanged { string _host = "a"; public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged; public string Host { get => _host; set => _host = value; } public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    public void What_a_command_line_a_serializer_or_a_view_sets_is_a_fallback(string source, string expected) =>
        Assert.Equal(expected, Printed.Line(Question.Program("return;", source)));

    [Theory]
    [InlineData("""public class O { public string Host { get; set; } = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""public class O { public string Host { get; } = "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    [InlineData("""public class O { public string Host { get; private set; } = "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    [InlineData("""public class O { public string Host { get; init; } = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""public class O { internal string Host { get; set; } = "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    [InlineData("""class O { public string Host { get; set; } = "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    [InlineData("""public class O { public string Host = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""public class O { protected string Host = "a"; public void M() => Sink.Use(Host); }""", "fallback \"a\" | unknown")]
    [InlineData("""public class O { public readonly string Host = "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    [InlineData("""public class O { public static string Host => "a"; public void M() => Sink.Use(Host); }""", "\"a\"")]
    public void A_library_knows_that_others_can_set_what_is_public(string source, string expected) =>
        Assert.Equal(expected, Printed.Line(Question.Library(source)));

    [Fact]
    public void Members_of_another_file_are_followed() =>
        Assert.Equal("127.0.0.1:5005", Printed.Line(Question.Program(
            "Sink.Use(new IPEndPoint(Defaults.Address, Defaults.Port));",
            "static class Defaults { public static IPAddress Address => IPAddress.Parse(Host); const string Host = \"127.0.0.1\"; public static readonly int Port = 5005; }")));
}
