using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary>Each row was bound by a real NetMQ 4 socket.</summary>
public sealed class NetMqEndpointTests
{
    [Theory]
    [InlineData("tcp://*:5555", HostKind.AnyIPv4, 5555)]
    [InlineData("tcp://0.0.0.0:5555", HostKind.AnyIPv4, 5555)]
    [InlineData("tcp://0:5555", HostKind.AnyIPv4, 5555)]
    [InlineData("tcp://localhost:5555", HostKind.LoopbackName, 5555)]
    [InlineData("tcp://LOCALHOST:5555", HostKind.LoopbackName, 5555)]
    [InlineData("tcp://127.0.0.1:5555", HostKind.LoopbackIPv4, 5555)]
    [InlineData("tcp://127.1:5555", HostKind.LoopbackIPv4, 5555)]
    [InlineData("tcp://[::]:5555", HostKind.AnyIPv6, 5555)]
    [InlineData("tcp://[::1]:5555", HostKind.LoopbackIPv6, 5555)]
    [InlineData("tcp://::1:5555", HostKind.LoopbackIPv6, 5555)]
    [InlineData("tcp://10.9.9.9:5555", HostKind.Specific, 5555)]
    [InlineData("tcp://eth0:5555", HostKind.HostName, 5555)]
    [InlineData("tcp://:5555", HostKind.Unknown, 5555)]
    [InlineData("tcp://+:5555", HostKind.Unknown, 5555)]
    [InlineData("tcp://*:0", HostKind.AnyIPv4, 0)]
    [InlineData("tcp://*:*", HostKind.AnyIPv4, 0)]
    [InlineData("tcp://localhost:*", HostKind.LoopbackName, 0)]
    [InlineData("@tcp://localhost:5555", HostKind.LoopbackName, 5555)]
    [InlineData("inproc://name", HostKind.NotNetwork, null)]
    [InlineData("ipc:///tmp/name", HostKind.NotNetwork, null)]
    [InlineData("epgm://eth0;224.0.0.1:5555", HostKind.NotNetwork, null)]
    [InlineData("udp://*:5555", HostKind.Unknown, null)]
    public void Endpoint_is_taken(string endpoint, HostKind kind, int? port)
    {
        var address = Reading.One(endpoint, AddressGrammar.NetMqEndpoint);

        Assert.Equal((kind, port, ListenFault.None), (address.Kind, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("*:5555", ListenFault.MissingScheme)]
    [InlineData("localhost:5555", ListenFault.MissingScheme)]
    [InlineData("TCP://*:5555", ListenFault.UnsupportedScheme)]
    [InlineData("http://*:5555", ListenFault.UnsupportedScheme)]
    [InlineData(" tcp://*:5555", ListenFault.UnsupportedScheme)]
    [InlineData("tcp://localhost", ListenFault.PortOutOfRange)]
    [InlineData("tcp://*:5555/", ListenFault.PortOutOfRange)]
    [InlineData("tcp://*:65536", ListenFault.PortOutOfRange)]
    [InlineData("tcp://*:abc", ListenFault.PortOutOfRange)]
    [InlineData("tcp://[::ffff:127.0.0.1]:5555", ListenFault.UnbindableAddress)]
    public void Endpoint_is_refused(string endpoint, ListenFault fault)
    {
        var address = Reading.One(endpoint, AddressGrammar.NetMqEndpoint);

        Assert.Equal((fault, HostKind.Invalid), (address.Fault, address.Kind));
    }

    [Fact]
    public void Connection_string_binds_what_is_not_marked_as_a_connection() =>
        Assert.Equal(["@tcp://*:5555"], Reading.All("@tcp://*:5555,>tcp://server:5556", AddressGrammar.NetMqEndpoint).Select(address => address.Text));
}
