using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ListenLint.Analyzers.Tests.Catalog;

public sealed class ApiCatalogTests
{
    private const string Usings = """
        using System.Net; using System.Net.Sockets; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.Configuration; using DotNetty.Transport.Bootstrapping;

        """;

    [Theory]
    [InlineData("void M(WebApplicationBuilder b) => b.WebHost.UseUrls(\"\");", "UseUrls")]
    [InlineData("void M(WebApplicationBuilder b) => b.WebHost.UseSetting(\"urls\", \"\");", "UseSetting")]
    [InlineData("void M(IWebHostBuilder b) => b.UseSetting(\"urls\", \"\");", "UseSetting")]
    [InlineData("void M(WebApplicationBuilder b) => _ = b.Configuration[\"urls\"];", "Item")]
    [InlineData("void M(IConfiguration c) => _ = c[\"urls\"];", "Item")]
    [InlineData("void M(IConfigurationRoot c) => _ = c[\"urls\"];", "Item")]
    [InlineData("void M(ConfigurationRoot c) => _ = c[\"urls\"];", "Item")]
    [InlineData("void M(WebApplication app) => app.Urls.Clear();", "Urls")]
    [InlineData("void M(ServerBootstrap b) => b.BindAsync(IPAddress.Loopback, 1);", "BindAsync")]
    [InlineData("void M(IPAddress a) => _ = new TcpListener(a, 1);", "TcpListener")]
    [InlineData("sealed class Mine(IPAddress a) : TcpListener(a, 1);", "TcpListener")]
    public void Member_is_found_as_code_reaches_it(string code, string name)
    {
        var symbol = SymbolsOf(code).Last(symbol => ApiCatalog.BuiltIn.Find(symbol).Length > 0);
        Assert.Equal(name, symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.MetadataName);
    }

    [Theory]
    [InlineData("static void UseUrls(string s) { } void M() => UseUrls(\"\");")]
    [InlineData("string[] Urls => []; void M() => Urls.Clone();")]
    [InlineData("string this[string key] => key; void M() => _ = this[\"urls\"];")]
    [InlineData("void M() => _ = new System.Collections.Generic.Dictionary<string, string>()[\"urls\"];")]
    [InlineData("void M(System.Threading.Thread t) { t.Start(); System.Threading.Tasks.Task.Run(M2); } void M2() { }")]
    [InlineData("class TcpListener(int port) { public int Port => port; } void M() => new TcpListener(1).ToString();")]
    public void Silent_for_members_of_the_same_name_elsewhere(string code)
    {
        var symbols = SymbolsOf(code);
        Assert.NotEmpty(symbols);
        Assert.Empty(symbols.SelectMany(symbol => ApiCatalog.BuiltIn.Find(symbol)));
    }

    [Fact]
    public void Rows_that_share_an_id_come_together_and_differ_in_their_keys()
    {
        var symbol = SymbolsOf("void M(IConfiguration c) => _ = c[\"urls\"];").OfType<IPropertySymbol>().Single();
        Assert.Equal(
            ["urls", "http_ports", "https_ports", "Kestrel:Endpoints:*:Url"],
            ApiCatalog.BuiltIn.Find(symbol).Select(row => Assert.Single(row.Keys)));
    }

    [Theory]
    [InlineData("M:C.Open(System.String)", "M:C.Open(System.String)")]
    [InlineData("M:C.Open(System.Int32)", "M:C.Open(*)")]
    [InlineData("M:D.Open(System.String)", "M:C.Open(*)")]
    public void Exact_id_comes_before_all_overloads(string other, string found)
    {
        var catalog = CatalogOf($"listen M:C.Open(*) default-host=a\nlisten {other} default-host=b");
        Assert.Equal(found, Assert.Single(catalog.Find(Method("class C { public void Open(string s) { } }"))).Id);
    }

    [Fact]
    public void All_overloads_are_generic_ones_too_unless_the_arity_is_written()
    {
        var generic = Method("class C { public void Open<T>(string s) { } }");
        Assert.Single(CatalogOf("listen M:C.Open(*) default-host=a").Find(generic));
        Assert.Single(CatalogOf("listen M:C.Open``1(*) default-host=a").Find(generic));
        Assert.Empty(CatalogOf("listen M:C.Open``2(*) default-host=a").Find(generic));
        Assert.Empty(CatalogOf("listen M:C.Open``1(*) default-host=a").Find(Method("class C { public void Open(string s) { } }")));
    }

    [Theory]
    [InlineData("class C : B { public override void Open(int port) { } } class B { public virtual void Open(int port) { } }", true)]
    [InlineData("class C : A { public override void Open(int port) { } } class A : B { public override void Open(int port) { } } class B { public virtual void Open(int port) { } }", true)]
    [InlineData("class C : B { public void Open(int port) { } } interface B { void Open(int port); }", true)]
    [InlineData("class C : B { public void Open(int port) { } public void Open(string s) { } } interface B { void Open(string s); }", false)]
    [InlineData("class C : B { public new void Open(int port) { } } class B { public virtual void Open(int port) { } }", false)]
    [InlineData("class C : G<int> { public void Open(int port) { } } interface G<T> : B { } interface B { void Open(int port); }", true)]
    public void Override_and_implementation_have_the_row_of_what_they_stand_for(string code, bool found) =>
        Assert.Equal(found, CatalogOf("listen M:B.Open(System.Int32) port=0").Find(Method(code)).Length == 1);

    [Fact]
    public void Field_has_its_row() =>
        Assert.Single(CatalogOf("listen F:C.Port port=value").Find(Compile("class C { public int Port; }").GetTypesByMetadataName("C").Single().GetMembers("Port").Single()));

    [Theory]
    [InlineData("class C { }", false)]
    [InlineData("class C : Connection { } class Connection { }", true)]
    [InlineData("class C : A<int> { } class A<T> : Connection { } class Connection { }", true)]
    [InlineData("class C : Connection { } interface Connection { }", true)]
    public void Type_has_the_row_of_its_bases_and_interfaces(string code, bool found) =>
        Assert.Equal(found, CatalogOf("owns T:Connection").Find(Compile(code).GetTypesByMetadataName("C").Single()).Length == 1);

    [Theory]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(System.Net.IPAddress,System.Int32)", true)]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(*)", true)]
    [InlineData("M:System.Net.Sockets.TcpListener.#ctor(System.Net.IPEndPoint)", false)]
    public void Team_row_wins_over_a_built_in_row(string id, bool replaces)
    {
        var catalog = ApiCatalog.BuiltIn.With(Parse($"listen {id} default-host=team"));
        var constructor = SymbolsOf("void M(IPAddress a) => _ = new TcpListener(a, 1);").OfType<IMethodSymbol>().Last();
        Assert.Equal(replaces, Assert.Single(catalog.Find(constructor)).DefaultHost == "team");
    }

    [Theory]
    [InlineData("UseUrls", true)]
    [InlineData("Urls", true)]
    [InlineData("TcpListener", true)]
    [InlineData("ServerPort", true)]
    [InlineData("Prefixes", true)]
    [InlineData("Item", false)]
    [InlineData("this[]", false)]
    [InlineData("Connection", false)]
    public void Names_are_what_source_code_says(string name, bool included) =>
        Assert.Equal(included, ApiCatalog.BuiltIn.Names.Contains(name));

    [Fact]
    public void Names_stay_the_same_object_where_a_team_adds_none()
    {
        Assert.Same(ApiCatalog.BuiltIn.Names, CatalogOf("listen M:Acme.Server.UseUrls(System.String) uri=0").Names);
        Assert.Contains("Dial", CatalogOf("connect M:Acme.Client.Dial(System.String) uri=0").Names);
        Assert.Same(ApiCatalog.BuiltIn, ApiCatalog.BuiltIn.With([]));
    }

    [Theory]
    [InlineData("Create", "TcpListener", true)]
    [InlineData("Create", "UrlPrefix", true)]
    [InlineData("Create", "Timer", false)]
    [InlineData("Create", null, true)]
    [InlineData("Add", "Ports", true)]
    [InlineData("Add", "list", false)]
    [InlineData("Bind", "socket", true)]
    [InlineData("Nothing", "TcpListener", false)]
    public void Common_name_counts_only_behind_its_via(string name, string? left, bool could) =>
        Assert.Equal(could, ApiCatalog.BuiltIn.CouldBe(name, left));

    [Fact]
    public void Indexers_are_given_away_by_their_keys() =>
        Assert.True(ApiCatalog.BuiltIn.IndexerKeys.SetEquals(["http_ports", "https_ports", "Kestrel:Endpoints:*:Url", "urls"]));

    [Fact]
    public void Miss_allocates_nothing()
    {
        var misses = RealAssemblies.Compilation.GetTypesByMetadataName("System.String").Single().GetMembers()
            .Where(member => !ApiCatalog.BuiltIn.Names.Contains(member.Name)).ToArray();
        Assert.All(misses, member => Assert.Empty(ApiCatalog.BuiltIn.Find(member)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var member in misses)
        {
            _ = ApiCatalog.BuiltIn.Find(member);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IReadOnlyList<ApiRow> Parse(string text)
    {
        var parsed = ApiRowParser.Parse(text);
        Assert.Empty(parsed.Errors);
        return parsed.Rows;
    }

    private static ApiCatalog CatalogOf(string text) => ApiCatalog.BuiltIn.With(Parse(text));

    private static IMethodSymbol Method(string code) =>
        Compile(code).GetTypesByMetadataName("C").Single().GetMembers("Open").OfType<IMethodSymbol>().First();

    private static CSharpCompilation Compile(string code)
    {
        var compilation = RealAssemblies.Compile(code);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>What the expressions of a class body bind to, in source order.</summary>
    private static List<ISymbol> SymbolsOf(string members)
    {
        var compilation = Compile(Usings + "class Outer { " + members + " }");
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot().DescendantNodes()
                .Where(node => node is SimpleNameSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax)
                .Select(node => model.GetSymbolInfo(node).Symbol)
                .OfType<ISymbol>()
                .Where(symbol => symbol is IMethodSymbol or IPropertySymbol),
        ];
    }
}
