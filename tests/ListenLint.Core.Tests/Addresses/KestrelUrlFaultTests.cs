using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class KestrelUrlFaultTests
{
    [Theory]
    [InlineData("localhost:5000", ListenFault.MissingScheme)]
    [InlineData("*:5000", ListenFault.MissingScheme)]
    [InlineData(":5000", ListenFault.MissingScheme)]
    [InlineData("5000", ListenFault.MissingScheme)]
    [InlineData(" ", ListenFault.MissingScheme)]
    [InlineData("http:/localhost:5000", ListenFault.MissingScheme)]
    [InlineData(@"http:\\localhost:5000", ListenFault.MissingScheme)]
    [InlineData("ws://localhost:5000", ListenFault.UnsupportedScheme)]
    [InlineData("tcp://*:5000", ListenFault.UnsupportedScheme)]
    [InlineData("http ://localhost:5000", ListenFault.UnsupportedScheme)]
    [InlineData("://localhost:5000", ListenFault.UnsupportedScheme)]
    [InlineData("\"http://localhost:5000\"", ListenFault.UnsupportedScheme)]
    [InlineData("ws://unix:/tmp/app.sock", ListenFault.UnsupportedScheme)]
    [InlineData(" http://localhost:5000", ListenFault.LeadingBlank)]
    [InlineData("\thttp://localhost:5000", ListenFault.LeadingBlank)]
    [InlineData("http://*:5000/api", ListenFault.PathNotAllowed)]
    [InlineData("http://*:5000/api/", ListenFault.PathNotAllowed)]
    [InlineData("http://*:5000//", ListenFault.PathNotAllowed)]
    [InlineData("http://http://localhost:5000", ListenFault.PathNotAllowed)]
    [InlineData("http://localhost:5000,http://localhost:5001", ListenFault.NotOneUrl)]
    [InlineData("http://localhost:5000, http://localhost:5001", ListenFault.NotOneUrl)]
    [InlineData("http://localhost/,http://localhost:5001", ListenFault.NotOneUrl)]
    [InlineData("http://localhost:0", ListenFault.DynamicPortOnLocalhost)]
    [InlineData("http://:5000", ListenFault.MissingHost)]
    [InlineData("http://", ListenFault.MissingHost)]
    [InlineData("http:///", ListenFault.MissingHost)]
    [InlineData("http://localhost:65536", ListenFault.PortOutOfRange)]
    [InlineData("http://*:-1", ListenFault.PortOutOfRange)]
    [InlineData("http://*:2147483647", ListenFault.PortOutOfRange)]
    [InlineData("http://[::ffff:127.0.0.1]:5000", ListenFault.UnbindableAddress)]
    [InlineData("http://::ffff:127.0.0.1:5000", ListenFault.UnbindableAddress)]
    [InlineData("http://[::ffff:0.0.0.0]:5000", ListenFault.UnbindableAddress)]
    public void Server_does_not_start(string url, ListenFault fault)
    {
        var address = Reading.One(url, AddressGrammar.KestrelUrl);

        Assert.Equal((fault, HostKind.Invalid), (address.Fault, address.Kind));
    }

    [Theory]
    [InlineData("http://localhost:abc", ListenFault.PortOutOfRange, 80)]
    [InlineData("http://localhost:", ListenFault.PortOutOfRange, 80)]
    [InlineData("https://127.0.0.1:", ListenFault.PortOutOfRange, 443)]
    [InlineData("http://localhost:5,000", ListenFault.NotOneUrl, 80)]
    [InlineData("http://localhost:99999999999", ListenFault.PortOutOfRange, 80)]
    [InlineData("http://*:5000?x", ListenFault.PortOutOfRange, 80)]
    [InlineData(@"http://*:5000\", ListenFault.PortOutOfRange, 80)]
    [InlineData("http://localhost:5000,localhost:5001", ListenFault.NotOneUrl, 5001)]
    public void Server_starts_but_on_every_address_of_another_port(string url, ListenFault fault, int port)
    {
        var address = Reading.One(url, AddressGrammar.KestrelUrl);

        Assert.Equal((fault, HostKind.AnyBoth, port), (address.Fault, address.Kind, address.Port));
    }

    [Theory]
    [InlineData("http://localhost:5000;http://localhost:5001", ListenFault.NotOneUrl, HostKind.Invalid)]
    [InlineData(";http://localhost:5000", ListenFault.UnsupportedScheme, HostKind.Invalid)]
    [InlineData("http://localhost:5000;", ListenFault.NotOneUrl, HostKind.AnyBoth)]
    [InlineData("http://localhost:5000;5001", ListenFault.NotOneUrl, HostKind.AnyBoth)]
    [InlineData("http://127.0.0.1;5001:5000", ListenFault.NotOneUrl, HostKind.AnyBoth)]
    [InlineData("", ListenFault.MissingScheme, HostKind.Invalid)]
    public void List_where_one_url_is_taken_is_a_fault(string url, ListenFault fault, HostKind kind)
    {
        var address = Reading.One(url, AddressGrammar.KestrelSingleUrl);

        Assert.Equal((fault, kind), (address.Fault, address.Kind));
    }

    [Fact]
    public void Blank_behind_a_separator_is_the_fault_of_that_entry_alone()
    {
        var addresses = Reading.All("http://localhost:5000; http://*:5001", AddressGrammar.KestrelUrl);

        Assert.Equal([ListenFault.None, ListenFault.LeadingBlank], addresses.Select(address => address.Fault));
        Assert.Equal(" http://*:5001", addresses[1].Text);
    }

    [Fact]
    public void Faulty_address_still_says_its_host_and_port()
    {
        var address = Reading.One("localhost:5000", AddressGrammar.KestrelUrl);

        Assert.Equal(("localhost", 5000), (address.Host, address.Port));
    }
}
