using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class RangeTests
{
    [Theory]
    [InlineData("http://localhost:5000", AddressGrammar.KestrelUrl, "localhost", "5000")]
    [InlineData("http://[::1]:5000/", AddressGrammar.KestrelUrl, "[::1]", "5000")]
    [InlineData("http://localhost: +5000 ", AddressGrammar.KestrelUrl, "localhost", "5000")]
    [InlineData("http://localhost: 5000 ", AddressGrammar.KestrelUrl, "localhost", "5000")]
    [InlineData("http://localhost:70000", AddressGrammar.KestrelUrl, "localhost", "70000")]
    [InlineData("http://localhost", AddressGrammar.KestrelUrl, "localhost", null)]
    [InlineData("http://localhost:␣", AddressGrammar.KestrelUrl, "localhost", null)]
    [InlineData("localhost:5000", AddressGrammar.KestrelUrl, "localhost", "5000")]
    [InlineData("http://localhost:8080/api/", AddressGrammar.HttpListenerPrefix, "localhost", "8080")]
    [InlineData("http://[::1]:8080/", AddressGrammar.HttpListenerPrefix, "[::1]", "8080")]
    [InlineData("@tcp://localhost:5555", AddressGrammar.NetMqEndpoint, "localhost", "5555")]
    [InlineData("tcp://localhost:*", AddressGrammar.NetMqEndpoint, "localhost", null)]
    [InlineData(" ws://user@127.0.0.1:8181/x ", AddressGrammar.IPUrl, "127.0.0.1", "8181")]
    [InlineData("[::1]:80", AddressGrammar.IPEndPoint, "[::1]", "80")]
    [InlineData("127.0.0.1", AddressGrammar.IPEndPoint, "127.0.0.1", null)]
    [InlineData("localhost", AddressGrammar.Host, "localhost", null)]
    [InlineData(" 8080", AddressGrammar.HttpPorts, null, "8080")]
    [InlineData("*:8080", AddressGrammar.HttpPorts, null, "8080")]
    public void Host_and_port_are_found_in_the_text(string written, AddressGrammar grammar, string? host, string? port)
    {
        var text = Reading.WithHoles(written);
        var address = Reading.One(written, grammar);

        Assert.Equal(host, Slice(text, address.HostRange));
        Assert.Equal(port, Slice(text, address.PortRange));
    }

    [Fact]
    public void Ranges_in_a_list_are_those_of_the_whole_text()
    {
        const string text = ";http://localhost:5000; http://[::1]:5001/;http://*:5002";

        var addresses = ListenAddressParser.Parse(text, AddressGrammar.KestrelUrl);

        Assert.Equal(["localhost", "[::1]", "*"], addresses.Select(address => Slice(text, address.HostRange)));
        Assert.Equal(["5000", "5001", "5002"], addresses.Select(address => Slice(text, address.PortRange)));
        Assert.Equal(addresses.Select(address => address.Text), addresses.Select(address => Slice(text, address.Range)));
    }

    [Fact]
    public void Ranges_in_a_list_of_ports_are_those_of_the_whole_text()
    {
        const string text = "8080; 8081;*:8082";

        var addresses = ListenAddressParser.Parse(text, AddressGrammar.HttpPorts);

        Assert.Equal(["8080", "8081", "8082"], addresses.Select(address => Slice(text, address.PortRange)));
    }

    private static string? Slice(string text, TextRange? range) => range is { } known ? text.Substring(known.Start, known.Length) : null;
}
