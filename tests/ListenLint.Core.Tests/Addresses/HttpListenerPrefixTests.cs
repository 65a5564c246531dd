using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary>Each row was started by a real HttpListener on Linux.</summary>
public sealed class HttpListenerPrefixTests
{
    [Theory]
    [InlineData("http://localhost:8080/", HostKind.LoopbackName, 8080)]
    [InlineData("http://LOCALHOST:8080/", HostKind.LoopbackName, 8080)]
    [InlineData("HTTP://localhost:8080/", HostKind.LoopbackName, 8080)]
    [InlineData("http://127.0.0.1:8080/", HostKind.LoopbackIPv4, 8080)]
    [InlineData("http://127.1:8080/", HostKind.LoopbackIPv4, 8080)]
    [InlineData("http://*:8080/", HostKind.AnyBoth, 8080)]
    [InlineData("http://+:8080/", HostKind.AnyBoth, 8080)]
    [InlineData("http://10.77.0.1:8080/", HostKind.Specific, 8080)]
    [InlineData("http://example.com:8080/", HostKind.HostName, 8080)]
    [InlineData("http://x.localhost:8080/", HostKind.HostName, 8080)]
    [InlineData("http://localhost.:8080/", HostKind.HostName, 8080)]
    [InlineData("https://+:8443/", HostKind.AnyBoth, 8443)]
    [InlineData("http://localhost/", HostKind.LoopbackName, 80)]
    [InlineData("https://localhost/", HostKind.LoopbackName, 443)]
    [InlineData("HTTPS://localhost/", HostKind.LoopbackName, null)]
    [InlineData("http://localhost:8080/api/", HostKind.LoopbackName, 8080)]
    [InlineData("http://localhost:8080//", HostKind.LoopbackName, 8080)]
    [InlineData("http://localhost:8080/a:b/", HostKind.LoopbackName, 8080)]
    [InlineData("http://localhost: 8080/", HostKind.LoopbackName, 8080)]
    [InlineData("http://*.example.com:8080/", HostKind.Unknown, 8080)]
    [InlineData("http://user@localhost:8080/", HostKind.Unknown, 8080)]
    public void Prefix_is_taken(string prefix, HostKind kind, int? port)
    {
        var address = Reading.One(prefix, AddressGrammar.HttpListenerPrefix);

        Assert.Equal((kind, port, ListenFault.None), (address.Kind, address.Port, address.Fault));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080/", ListenFault.AnyAddressNotAllowed)]
    [InlineData("http://0:8080/", ListenFault.AnyAddressNotAllowed)]
    [InlineData("http://[::]:8080/", ListenFault.AnyAddressNotAllowed)]
    [InlineData("http://[::]/", ListenFault.AnyAddressNotAllowed)]
    [InlineData("http://[::1]:8080/", ListenFault.IPv6FormNotAllowed)]
    [InlineData("http://[::1]/", ListenFault.IPv6FormNotAllowed)]
    [InlineData("http://::1:8080/", ListenFault.IPv6FormNotAllowed)]
    [InlineData("http://[::ffff:127.0.0.1]:8080/", ListenFault.IPv6FormNotAllowed)]
    [InlineData("http://localhost:8080", ListenFault.MissingTrailingSlash)]
    [InlineData("http://localhost:8080/api", ListenFault.MissingTrailingSlash)]
    [InlineData("http://localhost", ListenFault.MissingTrailingSlash)]
    [InlineData("http://localhost:8080/ ", ListenFault.MissingTrailingSlash)]
    [InlineData("http://0.0.0.0:8080", ListenFault.MissingTrailingSlash)]
    [InlineData("ws://localhost:8080/", ListenFault.UnsupportedScheme)]
    [InlineData("localhost:8080/", ListenFault.MissingScheme)]
    [InlineData("", ListenFault.MissingScheme)]
    [InlineData(" http://localhost:8080/", ListenFault.LeadingBlank)]
    [InlineData("http://localhost:0/", ListenFault.DynamicPort)]
    [InlineData("http://*:0/", ListenFault.DynamicPort)]
    [InlineData("http://localhost:65536/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:-1/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:abc/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:/", ListenFault.PortOutOfRange)]
    [InlineData("http://localhost:80:81/", ListenFault.PortOutOfRange)]
    [InlineData("http://:8080/", ListenFault.MissingHost)]
    [InlineData("http:///", ListenFault.MissingHost)]
    [InlineData("http://+:8081/;http://+:8082/", ListenFault.NotOneUrl)]
    [InlineData("http://+:8081/,http://+:8082/", ListenFault.NotOneUrl)]
    public void Prefix_is_refused(string prefix, ListenFault fault)
    {
        var address = Reading.One(prefix, AddressGrammar.HttpListenerPrefix);

        Assert.Equal((fault, HostKind.Invalid), (address.Fault, address.Kind));
    }
}
