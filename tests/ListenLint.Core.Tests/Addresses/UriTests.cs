using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class UriTests
{
    [Theory]
    [InlineData("ws://0.0.0.0:8181", HostKind.AnyIPv4, 8181)]
    [InlineData("ws://[::]:8181", HostKind.AnyIPv6, 8181)]
    [InlineData("ws://127.0.0.1:8181/path?x=1", HostKind.LoopbackIPv4, 8181)]
    [InlineData("ws://127.1:8181", HostKind.LoopbackIPv4, 8181)]
    [InlineData("WS://[::1]:8181", HostKind.LoopbackIPv6, 8181)]
    [InlineData("ws://user@127.0.0.1:8181", HostKind.LoopbackIPv4, 8181)]
    [InlineData(" ws://0.0.0.0:8181 ", HostKind.AnyIPv4, 8181)]
    [InlineData("ws://0.0.0.0", HostKind.AnyIPv4, 80)]
    [InlineData("ws://0.0.0.0:", HostKind.AnyIPv4, 80)]
    [InlineData("wss://0.0.0.0/", HostKind.AnyIPv4, 443)]
    [InlineData("tcp://0.0.0.0", HostKind.AnyIPv4, null)]
    [InlineData("ws://10.1.2.3:1", HostKind.Specific, 1)]
    public void Fleck_takes_a_literal_host(string url, HostKind kind, int? port)
    {
        var address = Reading.One(url, AddressGrammar.IPUrl);

        Assert.Equal((kind, port, ListenFault.None), (address.Kind, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("ws://localhost:8181", ListenFault.NameNotAllowed)]
    [InlineData("ws://example.com:8181", ListenFault.NameNotAllowed)]
    [InlineData("ws://*:8181", ListenFault.NameNotAllowed)]
    [InlineData("ws://:8181", ListenFault.MissingHost)]
    [InlineData("ws://::1:8181", ListenFault.IPv6FormNotAllowed)]
    [InlineData("ws://0.0.0.0:65536", ListenFault.PortOutOfRange)]
    [InlineData("ws://0.0.0.0:abc", ListenFault.PortOutOfRange)]
    [InlineData("0.0.0.0:8181", ListenFault.MissingScheme)]
    [InlineData("localhost:8181", ListenFault.MissingScheme)]
    public void Fleck_refuses(string url, ListenFault fault)
    {
        var address = Reading.One(url, AddressGrammar.IPUrl);

        Assert.Equal((fault, HostKind.Invalid), (address.Fault, address.Kind));
    }

    [Theory]
    [InlineData("http://localhost:9000/", HostKind.LoopbackName, 9000)]
    [InlineData("net.tcp://localhost:808/Service", HostKind.LoopbackName, 808)]
    [InlineData("http://*:9000", HostKind.AnyBoth, 9000)]
    [InlineData("http://+:9000/path", HostKind.AnyBoth, 9000)]
    [InlineData("ws://example.com", HostKind.HostName, 80)]
    [InlineData("https://10.0.0.5", HostKind.Specific, 443)]
    [InlineData("localhost:9000", HostKind.Unknown, null)]
    [InlineData("http://localhost:abc", HostKind.LoopbackName, null)]
    [InlineData("http://localhost:70000", HostKind.LoopbackName, null)]
    [InlineData("", HostKind.Unknown, null)]
    public void Url_of_unknown_rules_has_no_faults(string url, HostKind kind, int? port)
    {
        var address = Reading.One(url, AddressGrammar.Url);

        Assert.Equal((kind, port, ListenFault.None), (address.Kind, address.Port, address.Fault));
    }
}
