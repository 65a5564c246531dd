using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary>Each row was bound by a real Kestrel of .NET 10; the sockets that it opened decide the kind.</summary>
public sealed class KestrelUrlHostTests
{
    [Theory]
    [InlineData("http://localhost:5000", HostKind.LoopbackName)]
    [InlineData("http://LOCALHOST:5000", HostKind.LoopbackName)]
    [InlineData("HTTP://localhost:5000", HostKind.LoopbackName)]
    [InlineData("http://localhost.:5000", HostKind.AnyBoth)]
    [InlineData("http://localhost.localdomain:5000", HostKind.AnyBoth)]
    [InlineData("http://xlocalhost:5000", HostKind.AnyBoth)]
    [InlineData("http://.localhost:5000", HostKind.AnyBoth)]
    [InlineData("http://example.com:5000", HostKind.AnyBoth)]
    [InlineData("http://myhost:5000", HostKind.AnyBoth)]
    [InlineData("http://*.example.com:5000", HostKind.AnyBoth)]
    [InlineData("http://*:5000", HostKind.AnyBoth)]
    [InlineData("http://+:5000", HostKind.AnyBoth)]
    [InlineData("http://0.0.0.0:5000", HostKind.AnyIPv4)]
    [InlineData("http://0:5000", HostKind.AnyIPv4)]
    [InlineData("http://[::]:5000", HostKind.AnyBoth)]
    [InlineData("http://:::5000", HostKind.AnyBoth)]
    [InlineData("http://127.0.0.1:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://127.1:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://127.0.0.2:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://127.0.1.1:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://2130706433:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://0x7f.1:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://0177.0.0.1:5000", HostKind.LoopbackIPv4)]
    [InlineData("http://[::1]:5000", HostKind.LoopbackIPv6)]
    [InlineData("http://::1:5000", HostKind.LoopbackIPv6)]
    [InlineData("http://[::1%lo]:5000", HostKind.LoopbackIPv6)]
    [InlineData("http://[0:0:0:0:0:0:0:1]:5000", HostKind.LoopbackIPv6)]
    [InlineData("http://10.9.9.9:5000", HostKind.Specific)]
    [InlineData("http://[2001:db8::1]:5000", HostKind.Specific)]
    [InlineData("http://127:5000", HostKind.Specific)]
    [InlineData("http://127.0.0.256:5000", HostKind.AnyBoth)]
    [InlineData("http://127.0.0.1.:5000", HostKind.AnyBoth)]
    [InlineData("http://[127.0.0.1]:5000", HostKind.AnyBoth)]
    [InlineData("http://localhost :5000", HostKind.AnyBoth)]
    [InlineData("http://user@localhost:5000", HostKind.AnyBoth)]
    [InlineData("http://unix:5000", HostKind.AnyBoth)]
    public void Host_decides_what_is_opened(string url, HostKind kind)
    {
        var address = Reading.One(url, AddressGrammar.KestrelUrl);

        Assert.Equal((kind, ListenFault.None, 5000, "http"), (address.Kind, address.Fault, address.Port, address.Scheme));
    }

    [Theory]
    [InlineData("http://x.localhost:5000")]
    [InlineData("http://a.b.LOCALHOST:5000")]
    [InlineData("http://x.localhost:0")]
    public void Name_below_localhost_means_another_thing_in_each_version_and_is_unknown(string url)
    {
        var address = Reading.One(url, AddressGrammar.KestrelUrl);

        Assert.Equal((HostKind.Unknown, ListenFault.None), (address.Kind, address.Fault));
    }

    [Theory]
    [InlineData("http://unix:/tmp/app.sock")]
    [InlineData("https://unix:/tmp/app.sock")]
    [InlineData("http://unix:/tmp/app.sock:/")]
    [InlineData("http://unix:/tmp/a;b")]
    [InlineData("http://pipe:/name")]
    [InlineData("http://unix:/tmp/␣.sock")]
    public void Socket_path_is_not_network(string url)
    {
        var address = Reading.One(url, AddressGrammar.KestrelSingleUrl);

        Assert.Equal((HostKind.NotNetwork, ListenFault.None, null, null), (address.Kind, address.Fault, address.Host, address.Port));
    }

    [Theory]
    [InlineData("http://localhost", 80)]
    [InlineData("https://localhost", 443)]
    [InlineData("http://localhost/", 80)]
    [InlineData("http://[::1]", 80)]
    [InlineData("https://*/", 443)]
    [InlineData("http://::", 80)]
    [InlineData("http://::1", 1)]
    [InlineData("http://localhost:5000/", 5000)]
    [InlineData("http://localhost: 5000", 5000)]
    [InlineData("http://localhost:5000 ", 5000)]
    [InlineData("http://localhost:5000\t", 5000)]
    [InlineData("http://localhost:+5000", 5000)]
    [InlineData("http://localhost:05000", 5000)]
    [InlineData("http://*:0", 0)]
    [InlineData("http://127.0.0.1:0", 0)]
    [InlineData("http://localhost:5000:5001", 5001)]
    public void Port_is_the_written_one_or_the_default_of_the_scheme(string url, int port)
    {
        var address = Reading.One(url, AddressGrammar.KestrelSingleUrl);

        Assert.Equal((port, ListenFault.None), (address.Port, address.Fault));
    }

    [Theory]
    [InlineData("http://::1", HostKind.AnyBoth)]
    [InlineData("http://::", HostKind.AnyBoth)]
    [InlineData("http://[::1]", HostKind.LoopbackIPv6)]
    [InlineData("http://localhost:5000:5001", HostKind.AnyBoth)]
    [InlineData("http://[::1]:80:90", HostKind.LoopbackIPv6)]
    public void Colons_are_cut_at_the_last_one_that_a_number_follows(string url, HostKind kind) =>
        Assert.Equal(kind, Reading.One(url, AddressGrammar.KestrelUrl).Kind);

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData(";;;")]
    public void Empty_list_names_no_address(string urls) => Assert.Empty(Reading.All(urls, AddressGrammar.KestrelUrl));

    [Theory]
    [InlineData("http://localhost:5000;http://*:5001", 2)]
    [InlineData(";http://localhost:5000;", 1)]
    [InlineData("http://localhost:5000;;http://127.0.0.1:5001", 2)]
    [InlineData("http://localhost:5000 ;http://127.0.0.1:5001", 2)]
    public void Empty_entries_of_a_list_are_ignored(string urls, int count)
    {
        var addresses = Reading.All(urls, AddressGrammar.KestrelUrl);

        Assert.Equal(count, addresses.Count);
        Assert.All(addresses, address => Assert.Equal(ListenFault.None, address.Fault));
    }
}
