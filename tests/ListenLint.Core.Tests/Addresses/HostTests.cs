using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class HostTests
{
    [Theory]
    [InlineData("127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("127.255.255.254", HostKind.LoopbackIPv4)]
    [InlineData("127.1", HostKind.LoopbackIPv4)]
    [InlineData("127.0.1.1", HostKind.LoopbackIPv4)]
    [InlineData("::1", HostKind.LoopbackIPv6)]
    [InlineData("[::1]", HostKind.LoopbackIPv6)]
    [InlineData("::ffff:127.0.0.1", HostKind.LoopbackIPv6)]
    [InlineData("localhost", HostKind.LoopbackName)]
    [InlineData("LocalHost", HostKind.LoopbackName)]
    [InlineData("api.localhost", HostKind.LoopbackName)]
    [InlineData("0.0.0.0", HostKind.AnyIPv4)]
    [InlineData("0", HostKind.AnyIPv4)]
    [InlineData("::ffff:0:0", HostKind.AnyIPv4)]
    [InlineData("::", HostKind.AnyIPv6)]
    [InlineData("[::]", HostKind.AnyIPv6)]
    [InlineData("*", HostKind.AnyBoth)]
    [InlineData("+", HostKind.AnyBoth)]
    [InlineData("10.0.0.5", HostKind.Specific)]
    [InlineData("fe80::1%eth0", HostKind.Specific)]
    [InlineData("example.com", HostKind.HostName)]
    [InlineData("localhost.", HostKind.HostName)]
    [InlineData("xlocalhost", HostKind.HostName)]
    [InlineData("", HostKind.Unknown)]
    [InlineData(" ", HostKind.Unknown)]
    [InlineData("http://localhost", HostKind.Unknown)]
    [InlineData("localhost:80", HostKind.Unknown)]
    [InlineData("␣", HostKind.Unknown)]
    [InlineData("local␣", HostKind.Unknown)]
    public void Host_alone_is_read_without_faults(string host, HostKind kind)
    {
        var address = Reading.One(host, AddressGrammar.Host);

        Assert.Equal((kind, ListenFault.None, null), (address.Kind, address.Fault, address.Port));
    }

    [Theory]
    [InlineData("127.0.0.1", HostKind.LoopbackIPv4, ListenFault.None)]
    [InlineData("::", HostKind.AnyIPv6, ListenFault.None)]
    [InlineData("0.0.0.0", HostKind.AnyIPv4, ListenFault.None)]
    [InlineData("[::1]:80", HostKind.LoopbackIPv6, ListenFault.None)]
    [InlineData("localhost", HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("*", HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("", HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData(" 127.0.0.1", HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("127.0.0.1:80", HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("127.0.0.␣", HostKind.Unknown, ListenFault.None)]
    public void IPAddress_takes_literals_alone(string text, HostKind kind, ListenFault fault)
    {
        var address = Reading.One(text, AddressGrammar.IPAddress);

        Assert.Equal((kind, fault), (address.Kind, address.Fault));
    }

    [Theory]
    [InlineData("127.0.0.1:80", HostKind.LoopbackIPv4, 80, ListenFault.None)]
    [InlineData("127.0.0.1", HostKind.LoopbackIPv4, 0, ListenFault.None)]
    [InlineData("127.1:080", HostKind.LoopbackIPv4, 80, ListenFault.None)]
    [InlineData("[::1]:80", HostKind.LoopbackIPv6, 80, ListenFault.None)]
    [InlineData("::1", HostKind.LoopbackIPv6, 0, ListenFault.None)]
    [InlineData("::1:80", HostKind.Specific, 0, ListenFault.None)]
    [InlineData("0.0.0.0:80", HostKind.AnyIPv4, 80, ListenFault.None)]
    [InlineData("[::]:80", HostKind.AnyIPv6, 80, ListenFault.None)]
    [InlineData("[::ffff:127.0.0.1]:80", HostKind.LoopbackIPv6, 80, ListenFault.None)]
    [InlineData("127.0.0.1:␣", HostKind.LoopbackIPv4, null, ListenFault.None)]
    [InlineData("␣:80", HostKind.Unknown, 80, ListenFault.None)]
    [InlineData("␣", HostKind.Unknown, null, ListenFault.None)]
    [InlineData("localhost:80", HostKind.Invalid, 80, ListenFault.NameNotAllowed)]
    [InlineData("*:80", HostKind.Invalid, 80, ListenFault.NameNotAllowed)]
    [InlineData("127.0.0.1:65536", HostKind.Invalid, null, ListenFault.PortOutOfRange)]
    [InlineData("127.0.0.1:", HostKind.Invalid, null, ListenFault.PortOutOfRange)]
    [InlineData("127.0.0.1:+80", HostKind.Invalid, 80, ListenFault.PortOutOfRange)]
    [InlineData("127.0.0.1: 80", HostKind.Invalid, 80, ListenFault.PortOutOfRange)]
    [InlineData("", HostKind.Invalid, 0, ListenFault.NameNotAllowed)]
    public void IPEndPoint_is_literal_and_port(string text, HostKind kind, int? port, ListenFault fault)
    {
        var address = Reading.One(text, AddressGrammar.IPEndPoint);

        Assert.Equal((kind, port, fault), (address.Kind, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("localhost", HostKind.LoopbackName, ListenFault.None)]
    [InlineData("127.0.0.1", HostKind.LoopbackIPv4, ListenFault.None)]
    [InlineData("[::1]", HostKind.LoopbackIPv6, ListenFault.None)]
    [InlineData("[::ffff:127.0.0.1]", HostKind.LoopbackIPv6, ListenFault.None)]
    [InlineData("0.0.0.0", HostKind.AnyBoth, ListenFault.None)]
    [InlineData("0", HostKind.AnyBoth, ListenFault.None)]
    [InlineData("[::]", HostKind.AnyBoth, ListenFault.None)]
    [InlineData("*", HostKind.AnyBoth, ListenFault.None)]
    [InlineData("10.9.9.9", HostKind.Specific, ListenFault.None)]
    [InlineData("example.com", HostKind.HostName, ListenFault.None)]
    [InlineData("x.localhost", HostKind.HostName, ListenFault.None)]
    [InlineData("unix:/tmp/app.sock", HostKind.NotNetwork, ListenFault.None)]
    [InlineData("::", HostKind.Invalid, ListenFault.IPv6FormNotAllowed)]
    [InlineData("::1", HostKind.Invalid, ListenFault.IPv6FormNotAllowed)]
    public void Grpc_core_resolves_names_and_wants_brackets(string host, HostKind kind, ListenFault fault)
    {
        var address = Reading.One(host, AddressGrammar.GrpcCoreHost);

        Assert.Equal((kind, fault), (address.Kind, address.Fault));
    }

    [Theory]
    [InlineData("localhost", 5000, AddressGrammar.Host, HostKind.LoopbackName, ListenFault.None)]
    [InlineData("localhost", null, AddressGrammar.Host, HostKind.LoopbackName, ListenFault.None)]
    [InlineData("localhost", 70000, AddressGrammar.Host, HostKind.Invalid, ListenFault.PortOutOfRange)]
    [InlineData("localhost", 5000, AddressGrammar.IPAddress, HostKind.Invalid, ListenFault.NameNotAllowed)]
    [InlineData("::1", 5000, AddressGrammar.GrpcCoreHost, HostKind.Invalid, ListenFault.IPv6FormNotAllowed)]
    [InlineData("localhost", 0, AddressGrammar.KestrelUrl, HostKind.Invalid, ListenFault.DynamicPortOnLocalhost)]
    [InlineData("example.com", 80, AddressGrammar.KestrelUrl, HostKind.AnyBoth, ListenFault.None)]
    [InlineData("localhost", 0, AddressGrammar.HttpListenerPrefix, HostKind.Invalid, ListenFault.DynamicPort)]
    [InlineData("0.0.0.0", 80, AddressGrammar.HttpListenerPrefix, HostKind.Invalid, ListenFault.AnyAddressNotAllowed)]
    [InlineData("+", 80, AddressGrammar.HttpListenerPrefix, HostKind.AnyBoth, ListenFault.None)]
    [InlineData("␣", 80, AddressGrammar.IPAddress, HostKind.Unknown, ListenFault.None)]
    public void Host_and_port_apart_are_read_by_the_same_rules(string host, int? port, AddressGrammar grammar, HostKind kind, ListenFault fault)
    {
        var address = ListenAddressParser.FromHostAndPort(Reading.WithHoles(host), port, grammar);

        Assert.Equal((kind, fault), (address.Kind, address.Fault));
        Assert.Equal(port is > 65535 ? null : port, address.Port);
        Assert.Equal(host == "␣" ? null : host, address.Host);
    }
}
