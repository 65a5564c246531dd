using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class HttpSysPrefixTests
{
    [Theory]
    [InlineData("http://localhost:8080/", HostKind.LoopbackName, 8080)]
    [InlineData("http://localhost:8080", HostKind.LoopbackName, 8080)]
    [InlineData("https://localhost", HostKind.LoopbackName, 443)]
    [InlineData("http://127.0.0.1:8080/api", HostKind.LoopbackIPv4, 8080)]
    [InlineData("http://[::1]:8080", HostKind.LoopbackIPv6, 8080)]
    [InlineData("http://+:80/", HostKind.AnyBoth, 80)]
    [InlineData("http://*:80/", HostKind.AnyBoth, 80)]
    [InlineData("http://10.0.0.5:80/", HostKind.Specific, 80)]
    [InlineData("http://example.com:80/", HostKind.HostName, 80)]
    [InlineData("http://0.0.0.0:80/", HostKind.Unknown, 80)]
    [InlineData("http://[::]:80/", HostKind.Unknown, 80)]
    [InlineData("http://127.1:80/", HostKind.Unknown, 80)]
    public void Prefix_is_taken(string prefix, HostKind kind, int port)
    {
        var address = Reading.One(prefix, AddressGrammar.HttpSysPrefix);

        Assert.Equal((kind, port, ListenFault.None), (address.Kind, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("localhost:8080/", ListenFault.MissingScheme)]
    [InlineData("ws://localhost:8080/", ListenFault.UnsupportedScheme)]
    [InlineData(" http://localhost:8080/", ListenFault.LeadingBlank)]
    [InlineData("http://:8080/", ListenFault.MissingHost)]
    [InlineData("http://localhost:abc/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:70000/", ListenFault.PortOutOfRange)]
    [InlineData("http://[::1]/", ListenFault.PortOutOfRange)]
    public void Prefix_is_refused(string prefix, ListenFault fault)
    {
        var address = Reading.One(prefix, AddressGrammar.HttpSysPrefix);

        Assert.Equal((fault, HostKind.Invalid), (address.Fault, address.Kind));
    }
}
