using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class HttpPortsTests
{
    [Theory]
    [InlineData("8080", 8080)]
    [InlineData(" 8080 ", 8080)]
    [InlineData("08080", 8080)]
    [InlineData("0", 0)]
    [InlineData("*:8080", 8080)]
    [InlineData("8080/", 8080)]
    [InlineData("8080:8081", 8081)]
    public void Port_is_bound_on_every_address(string text, int port)
    {
        var address = Reading.One(text, AddressGrammar.HttpPorts);

        Assert.Equal((HostKind.AnyBoth, ListenFault.None, port), (address.Kind, address.Fault, address.Port));
    }

    [Fact]
    public void List_is_divided_by_semicolons() =>
        Assert.Equal([8080, 8081], Reading.All("8080;; 8081; ;", AddressGrammar.HttpPorts).Select(address => address.Port!.Value));

    [Theory]
    [InlineData("http://*:8080", HostKind.Invalid, null)]
    [InlineData("65536", HostKind.Invalid, null)]
    [InlineData("-1", HostKind.Invalid, null)]
    [InlineData("8080,8081", HostKind.AnyBoth, 80)]
    [InlineData("8080 8081", HostKind.AnyBoth, 80)]
    [InlineData("abc", HostKind.AnyBoth, 80)]
    public void Text_that_is_no_port_is_a_fault(string text, HostKind kind, int? port)
    {
        var address = Reading.One(text, AddressGrammar.HttpPorts);

        Assert.Equal((ListenFault.PortOutOfRange, kind), (address.Fault, address.Kind));
        Assert.Equal(port, kind == HostKind.Invalid ? null : address.Port);
    }

    [Fact]
    public void Hole_is_some_port_on_every_address()
    {
        var address = Reading.One("␣", AddressGrammar.HttpPorts);

        Assert.Equal((HostKind.AnyBoth, ListenFault.None, null), (address.Kind, address.Fault, address.Port));
    }
}
