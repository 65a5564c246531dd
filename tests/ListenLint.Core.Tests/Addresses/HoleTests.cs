using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary><c>␣</c> is a part that is not known before the program runs.</summary>
public sealed class HoleTests
{
    [Theory]
    [InlineData("http://localhost:␣", "http", "localhost", HostKind.LoopbackName, null)]
    [InlineData("http://localhost:␣/", "http", "localhost", HostKind.LoopbackName, null)]
    [InlineData("http://localhost:5␣", "http", "localhost", HostKind.LoopbackName, null)]
    [InlineData("http://localhost:␣5", "http", "localhost", HostKind.LoopbackName, null)]
    [InlineData("http://[::1]:␣", "http", "[::1]", HostKind.LoopbackIPv6, null)]
    [InlineData("http://*:␣", "http", "*", HostKind.AnyBoth, null)]
    [InlineData("http://localhost:5000/␣", "http", "localhost", HostKind.LoopbackName, 5000)]
    [InlineData("http://localhost/␣", "http", "localhost", HostKind.LoopbackName, 80)]
    [InlineData("␣://localhost:5000", null, "localhost", HostKind.LoopbackName, 5000)]
    [InlineData("http␣://localhost:5000", null, "localhost", HostKind.LoopbackName, 5000)]
    [InlineData("␣://localhost", null, "localhost", HostKind.LoopbackName, null)]
    [InlineData("␣://localhost:␣", null, "localhost", HostKind.LoopbackName, null)]
    [InlineData("http://␣:5000", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://␣:5000/", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://local␣:5000", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://127.0.0.␣:5000", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://␣localhost:5000", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://localhost␣", "http", null, HostKind.Unknown, null)]
    [InlineData("http://localhost␣/", "http", null, HostKind.Unknown, null)]
    [InlineData("http://␣", "http", null, HostKind.Unknown, null)]
    [InlineData("http://␣/", "http", null, HostKind.Unknown, null)]
    [InlineData("http://␣/api", "http", null, HostKind.Unknown, null)]
    [InlineData("http://[::␣]:5000", "http", null, HostKind.Unknown, 5000)]
    [InlineData("http://[::1␣", "http", null, HostKind.Unknown, null)]
    [InlineData("http://fe80::␣", "http", null, HostKind.Unknown, null)]
    [InlineData("http://unix:␣", "http", null, HostKind.Unknown, null)]
    [InlineData("␣", null, null, HostKind.Unknown, null)]
    [InlineData("␣localhost:5000", null, null, HostKind.Unknown, null)]
    [InlineData("␣:5000", null, null, HostKind.Unknown, null)]
    [InlineData("ht␣", null, null, HostKind.Unknown, null)]
    [InlineData("http:␣", null, null, HostKind.Unknown, null)]
    [InlineData("http:/␣", null, null, HostKind.Unknown, null)]
    public void Kestrel_url_keeps_what_no_hole_touches(string url, string? scheme, string? host, HostKind kind, int? port)
    {
        var address = Reading.One(url, AddressGrammar.KestrelUrl);

        Assert.Equal((scheme, host, kind, port), (address.Scheme, address.Host, address.Kind, address.Port));
        Assert.Equal(ListenFault.None, address.Fault);
    }

    [Theory]
    [InlineData("localhost:␣", ListenFault.MissingScheme)]
    [InlineData(" http://localhost:␣", ListenFault.LeadingBlank)]
    [InlineData("ws://localhost:␣", ListenFault.UnsupportedScheme)]
    [InlineData("ws␣://localhost:5000", ListenFault.UnsupportedScheme)]
    [InlineData("http://localhost:5000/api␣", ListenFault.PathNotAllowed)]
    [InlineData("http://localhost:␣/api", ListenFault.None)]
    [InlineData("http://[::ffff:127.0.0.1]:␣", ListenFault.UnbindableAddress)]
    [InlineData("http://localhost:0␣", ListenFault.None)]
    [InlineData("http://␣:0", ListenFault.None)]
    [InlineData("http://␣:70000", ListenFault.PortOutOfRange)]
    public void Kestrel_fault_is_claimed_only_where_no_hole_can_cure_it(string url, ListenFault fault) =>
        Assert.Equal(fault, Reading.One(url, AddressGrammar.KestrelUrl).Fault);

    [Theory]
    [InlineData("http://localhost:␣/", "localhost", null, ListenFault.None)]
    [InlineData("http://localhost:␣", "localhost", null, ListenFault.None)]
    [InlineData("http://localhost:8080␣", "localhost", null, ListenFault.None)]
    [InlineData("http://localhost:8080/␣", "localhost", 8080, ListenFault.None)]
    [InlineData("http://␣:8080/", null, 8080, ListenFault.None)]
    [InlineData("http://␣/", null, null, ListenFault.None)]
    [InlineData("␣:8080/", null, null, ListenFault.None)]
    [InlineData("␣", null, null, ListenFault.None)]
    [InlineData("http://␣:8080", null, 8080, ListenFault.MissingTrailingSlash)]
    [InlineData("localhost:␣/", "localhost", null, ListenFault.MissingScheme)]
    [InlineData("http://0.0.0.0:␣/", "0.0.0.0", null, ListenFault.AnyAddressNotAllowed)]
    [InlineData("http://[::1]:␣/", "[::1]", null, ListenFault.IPv6FormNotAllowed)]
    public void HttpListener_prefix(string prefix, string? host, int? port, ListenFault fault)
    {
        var address = Reading.One(prefix, AddressGrammar.HttpListenerPrefix);

        Assert.Equal((host, port, fault), (address.Host, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("tcp://localhost:␣", AddressGrammar.NetMqEndpoint, HostKind.LoopbackName, ListenFault.None)]
    [InlineData("tcp://␣:5555", AddressGrammar.NetMqEndpoint, HostKind.Unknown, ListenFault.None)]
    [InlineData("␣", AddressGrammar.NetMqEndpoint, HostKind.Unknown, ListenFault.None)]
    [InlineData("tc␣", AddressGrammar.NetMqEndpoint, HostKind.Unknown, ListenFault.None)]
    [InlineData("localhost:␣", AddressGrammar.NetMqEndpoint, HostKind.Invalid, ListenFault.MissingScheme)]
    [InlineData("ws://localhost:␣", AddressGrammar.IPUrl, HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("ws://127.0.0.1:␣", AddressGrammar.IPUrl, HostKind.LoopbackIPv4, ListenFault.None)]
    [InlineData("ws://␣:8181", AddressGrammar.IPUrl, HostKind.Unknown, ListenFault.None)]
    [InlineData("␣", AddressGrammar.IPUrl, HostKind.Unknown, ListenFault.None)]
    [InlineData("localhost:␣", AddressGrammar.IPUrl, HostKind.Unknown, ListenFault.None)]
    [InlineData("␣://localhost:9000", AddressGrammar.Url, HostKind.LoopbackName, ListenFault.None)]
    [InlineData("http://localhost:␣", AddressGrammar.HttpSysPrefix, HostKind.LoopbackName, ListenFault.None)]
    [InlineData("http://␣:80/", AddressGrammar.HttpSysPrefix, HostKind.Unknown, ListenFault.None)]
    [InlineData("80␣", AddressGrammar.HttpPorts, HostKind.AnyBoth, ListenFault.None)]
    [InlineData("␣", AddressGrammar.GrpcCoreHost, HostKind.Unknown, ListenFault.None)]
    public void Other_grammars(string text, AddressGrammar grammar, HostKind kind, ListenFault fault)
    {
        var address = Reading.One(text, grammar);

        Assert.Equal((kind, fault), (address.Kind, address.Fault));
    }
}
