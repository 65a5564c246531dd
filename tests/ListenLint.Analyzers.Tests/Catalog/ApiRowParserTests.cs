using ListenLint.Analyzers.Catalog;
using ListenLint.Core;
using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;
using Xunit;

namespace ListenLint.Analyzers.Tests.Catalog;

public sealed class ApiRowParserTests
{
    private const string Start = "M:Acme.Server.Start(System.String,System.Int32)";

    [Fact]
    public void Row_with_every_key_holds_them_all()
    {
        var row = ReadOne($"""
            listen {Start} host=0 port=port grammar=ipaddress protocol=tcp default-host=127.0.0.1 default-port=8080
            source=UseUrls key=1 keys=urls,Kestrel:Endpoints:*:Url starts=Start,StartAsync needs-start=Accept ipv6-any=only
            loopback=intended open=host:* open-when=1 network=no other-family=BindV6 receiver=Acme.Server via=Ports throws=text-host
            """.ReplaceLineEndings(" "));

        Assert.Equal((ApiRole.Listen, Start), (row.Role, row.Id));
        Assert.Equal(new ValueSlot(ValueSlotKind.Parameter, null, 0), row.Host);
        Assert.Equal(new ValueSlot(ValueSlotKind.Parameter, "port", -1), row.Port);
        Assert.Equal((AddressGrammar.IPAddress, "tcp", "127.0.0.1", 8080), (row.Grammar, row.Protocol, row.DefaultHost, row.DefaultPort));
        Assert.Equal(AddressSource.UseUrls, row.Source);
        Assert.Equal(new ValueSlot(ValueSlotKind.Parameter, null, 1), row.Key);
        Assert.Equal(["urls", "Kestrel:Endpoints:*:Url"], row.Keys);
        Assert.Equal(["Start", "StartAsync"], row.Starts);
        Assert.Equal(["Accept"], row.NeedsStart);
        Assert.True(row is { IPv6AnyIsIPv6Only: true, LoopbackIsIntended: true, IsNotNetwork: true });
        Assert.Equal(("host:*", "BindV6", "Acme.Server", "Ports"), (row.Open, row.OtherFamily, row.Receiver, row.Via));
        Assert.Equal(new ValueSlot(ValueSlotKind.Parameter, null, 1), row.OpenWhen);
        Assert.Equal(ApiFault.TextHost, row.Throws);
    }

    [Theory]
    [InlineData("host=0", AddressGrammar.Host)]
    [InlineData("uri=0", AddressGrammar.Url)]
    [InlineData("endpoint=0", AddressGrammar.IPEndPoint)]
    [InlineData("prefix=0", AddressGrammar.HttpListenerPrefix)]
    [InlineData("ports=0", AddressGrammar.HttpPorts)]
    [InlineData("prefix=0 grammar=HttpSysPrefix", AddressGrammar.HttpSysPrefix)]
    public void Grammar_is_by_default_what_suits_the_slot(string keys, AddressGrammar grammar) =>
        Assert.Equal(grammar, ReadOne($"listen {Start} {keys}").Grammar);

    [Theory]
    [InlineData("P:Acme.Options.Host", "value", nameof(ValueSlotKind.AssignedValue))]
    [InlineData("P:Acme.Options.Hosts", "element", nameof(ValueSlotKind.AddedElement))]
    [InlineData("M:Acme.Options.WithHost(System.String)", "value", nameof(ValueSlotKind.Parameter))]
    [InlineData("M:Acme.Options.AddHost(*)", "element", nameof(ValueSlotKind.Parameter))]
    public void Value_and_element_are_parameter_names_in_a_method(string id, string slot, string kind) =>
        Assert.Equal(kind, ReadOne($"listen {id} host={slot}").Host!.Kind.ToString());

    [Theory]
    [InlineData("listen P:Acme.Options.Host host=value")]
    [InlineData("listen P:Acme.Options.Urls uri=element")]
    [InlineData("listen P:Acme.Settings.Item(System.String) uri=value key=0 keys=urls")]
    [InlineData("listen F:Acme.Options.Port port=value")]
    [InlineData("listen M:Acme.Server.#ctor default-host=127.0.0.1")]
    [InlineData("listen M:Acme.Server.#ctor(*) host=host")]
    [InlineData("listen M:Acme.Server`1.Inner.Start``2(System.Action{System.Int32,`0},System.String[]) uri=1")]
    [InlineData("listen M:Acme.Server.Pipe(System.String) network=no")]
    [InlineData("connect M:Acme.Client.Dial(System.Uri) uri=0 schemes=game,games")]
    [InlineData("owns T:Acme.Connection")]
    [InlineData("owns\tT:Acme.Connection`1  protocol=tcp   # a comment")]
    public void Form_is_allowed(string line) => Assert.Equal(line.Split(' ', '\t')[1], ReadOne(line).Id);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# only a comment\r\n\r\n   \r\n   # and another")]
    public void File_without_rows_is_no_error(string text)
    {
        var parsed = ApiRowParser.Parse(text);
        Assert.Empty(parsed.Rows);
        Assert.Empty(parsed.Errors);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Good_lines_count_beside_a_bad_one(string lineEnd)
    {
        var text = "\uFEFFowns T:Acme.A" + lineEnd + "owns X:Acme.B" + lineEnd + "owns T:Acme.C";
        var parsed = ApiRowParser.Parse(text);

        Assert.Equal(["T:Acme.A", "T:Acme.C"], parsed.Rows.Select(row => row.Id));
        var error = Assert.Single(parsed.Errors);
        Assert.Equal("owns X:Acme.B", In(text, error.Line));
        Assert.Equal("X:Acme.B", In(text, error.Word));
    }

    [Theory]
    [InlineData("lisen M:A.B.C(*) host=0", "lisen", "did you mean 'listen'?")]
    [InlineData("serve M:A.B.C host=0", "serve", "begins with listen, connect or owns")]
    [InlineData("owns", "owns", "followed by a documentation-comment id")]
    [InlineData("owns Acme.Connection", "Acme.Connection", "begins with M: (method, constructor), P: (property)")]
    [InlineData("owns T:Acme.List<T>", "T:Acme.List<T>", "a generic type is written `1")]
    [InlineData("listen M:Start host=0", "M:Start", "it takes the full name")]
    [InlineData("listen M:A.B.C(System.String, System.Int32) host=0", "M:A.B.C(System.String,", "a documentation-comment id has no blanks")]
    [InlineData("listen M:A.B.C(string,System.Int32) host=0", "M:A.B.C(string,System.Int32)", "a documentation-comment id says System.String")]
    [InlineData("listen M:A.B.C() default-host=*", "M:A.B.C()", "leave the parentheses out")]
    [InlineData("listen M:A.B.C(System.Action<System.Int32>) port=0", "M:A.B.C(System.Action<System.Int32>)", "says {…}")]
    [InlineData("owns T:A.B(System.String)", "T:A.B(System.String)", "which only M: and P: take")]
    [InlineData("listen M:A.B.C(*) hots=url", "hots", "'hots' is not a key; did you mean 'host'?")]
    [InlineData("listen M:A.B.C(*) needsstart=Accept", "needsstart", "did you mean 'needs-start'?")]
    [InlineData("listen M:A.B.C(*) whatever=1", "whatever", "allowed are host, port, uri")]
    [InlineData("listen M:A.B.C(*) host", "host", "is not key=value")]
    [InlineData("listen M:A.B.C(*) host= 0", "host=", "without blanks around the equals sign")]
    [InlineData("listen M:A.B.C(*) host=0 host=1", "host", "'host' is given twice")]
    [InlineData("listen M:A.B.C(*) host=0 default-port=65536", "65536", "takes a port from 0 to 65535")]
    [InlineData("listen M:A.B.C(*) host=0 default-port=-1", "-1", "takes a port from 0 to 65535")]
    [InlineData("listen M:A.B.C(*) host=999999999999", "999999999999", "takes a parameter's name or its position")]
    [InlineData("listen M:A.B.C(*) host=0 grammar=3", "3", "takes one of Host, IPAddress")]
    [InlineData("listen M:A.B.C(*) host=0 grammar=Host,Url", "Host,Url", "takes one of Host, IPAddress")]
    [InlineData("listen M:A.B.C(*) host=0 ipv6-any=yes", "yes", "takes only and nothing else")]
    [InlineData("listen M:A.B.C(*) host=0 open=everywhere", "everywhere", "takes member:NAME, argument:NAME, host:TEXT or address")]
    [InlineData("listen M:A.B.C(*) host=0 starts=Start,,Run", "Start,,Run", "names of members divided by commas")]
    [InlineData("listen M:A.B.C(*) protocol=tcp", "M:A.B.C(*)", "does not say where the address is")]
    [InlineData("listen M:A.B.C(*) host=0 uri=1", "uri=1", "'uri' is the whole address and stands alone")]
    [InlineData("listen M:A.B.C(*) uri=1 keys=urls", "keys=urls", "'key' and 'keys' go together")]
    [InlineData("listen M:A.B.C(System.String) host=1", "host=1", "the id has 1 parameter")]
    [InlineData("listen M:A.B.C host=0", "host=0", "or (*) for every overload")]
    [InlineData("listen P:A.B.C host=0", "host=0", "a property has no parameters")]
    [InlineData("listen T:A.B default-host=localhost", "T:A.B", "name its constructor")]
    [InlineData("owns M:A.B.C", "M:A.B.C", "An owns row names a type")]
    [InlineData("owns T:A.B uri=0", "uri=0", "has no place in an owns row")]
    [InlineData("connect M:A.B.C(*) uri=0 source=UseUrls", "source", "is a key of listen rows only")]
    public void Mistake_is_told_at_its_word(string line, string word, string message)
    {
        var text = "# first line\n" + line + "\nowns T:Acme.Good";
        var parsed = ApiRowParser.Parse(text);

        Assert.Equal("T:Acme.Good", Assert.Single(parsed.Rows).Id);
        var error = Assert.Single(parsed.Errors);
        Assert.Equal(line, In(text, error.Line));
        Assert.Equal(word, In(text, error.Word));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_of_a_line_is_told() =>
        Assert.Equal(3, ApiRowParser.Parse("listen M:A.B.C(*) hots=0 ipv6-any=no default-host=x loose").Errors.Count);

    [Fact]
    public void Line_beyond_the_limit_is_one_error()
    {
        var text = "owns T:Acme." + new string('A', ApiRowParser.LongestLine) + "\nowns T:Acme.B";
        var parsed = ApiRowParser.Parse(text);
        Assert.Single(parsed.Errors);
        Assert.Single(parsed.Rows);
    }

    [Fact]
    public void File_beyond_the_limit_is_read_up_to_it()
    {
        var text = string.Concat(Enumerable.Repeat("owns T:Acme.A\n", ApiRowParser.MostLines + 10));
        var parsed = ApiRowParser.Parse(text);
        Assert.Equal(ApiRowParser.MostLines, parsed.Rows.Count);
        Assert.Single(parsed.Errors);
    }

    [Fact]
    public void Mangled_lines_never_throw_and_keep_ranges_inside_the_line()
    {
        var line = $"listen {Start} host=0 port=1 keys=a,b* key=0 open=host:* default-port=80 # end";
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var characters = line.ToCharArray();
            for (var i = 0; i < 4; i++)
            {
                characters[random.Next(characters.Length)] = " =(),.:*#`{\0\r\uFEFF\uD800é0T"[random.Next(18)];
            }

            var text = new string(characters);
            Assert.All(ApiRowParser.Parse(text).Errors, error =>
            {
                Assert.InRange(error.Word.Start, error.Line.Start, error.Line.End);
                Assert.InRange(error.Word.End, error.Word.Start + 1, error.Line.End);
            });
        }
    }

    [Theory]
    [InlineData("urls", "URLS", true)]
    [InlineData("urls", "urls2", false)]
    [InlineData("Kestrel:Endpoints:*:Url", "kestrel:endpoints:Http:url", true)]
    [InlineData("Kestrel:Endpoints:*:Url", "Kestrel:Endpoints:Http:Protocols", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("@*", "@tcp://*:1", true)]
    public void Key_pattern_accepts(string pattern, string key, bool accepted) =>
        Assert.Equal(accepted, ReadOne($"listen {Start} uri=1 key=0 keys={pattern}").AcceptsKey(key));

    private static ApiRow ReadOne(string line)
    {
        var parsed = ApiRowParser.Parse(line);
        Assert.Empty(parsed.Errors);
        return Assert.Single(parsed.Rows);
    }

    private static string In(string text, TextRange range) => text.Substring(range.Start, range.Length);
}
