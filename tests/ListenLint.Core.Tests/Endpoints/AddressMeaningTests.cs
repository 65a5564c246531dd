using ListenLint.Core.Endpoints;
using Xunit;
using static ListenLint.Core.Endpoints.AddressSource;

namespace ListenLint.Core.Tests.Endpoints;

public sealed class AddressMeaningTests
{
    [Theory]
    [InlineData("http://*:80", "http://+:80")]
    [InlineData("http://*:80", "http://0.0.0.0")]
    [InlineData("http://*:80", "http://anything")]
    [InlineData("http://[::]:5000/", "HTTP://*:5000")]
    [InlineData("http://localhost:5000", "http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000;https://*:5001", "https://+:5001;http://[::1]:5000")]
    [InlineData("http://10.0.0.5:80", "http://10.0.0.5")]
    public void Same(string one, string other) => AssertSame(true, Setting.Of(UseUrls, one), Setting.Of(AspNetCoreUrls, other));

    [Theory]
    [InlineData("http://*:80", "http://*:81")]
    [InlineData("http://*:80", "https://*:80")]
    [InlineData("http://*:80", "http://localhost:80")]
    [InlineData("http://*:80;http://*:81", "http://*:80")]
    [InlineData("http://10.0.0.5:80", "http://10.0.0.6:80")]
    [InlineData("http://localhost:␣", "http://localhost:␣")]
    [InlineData("http://␣:80", "http://␣:80")]
    [InlineData("localhost:5000", "localhost:5000")]
    [InlineData("http://unix:/tmp/a", "http://unix:/tmp/a")]
    [InlineData("", "")]
    public void Other(string one, string other) => AssertSame(false, Setting.Of(UseUrls, one), Setting.Of(AspNetCoreUrls, other));

    [Theory]
    [InlineData("http://*:80", "80", "http_ports", true)]
    [InlineData("https://*:443", "443", "https_ports", true)]
    [InlineData("http://*:80", "80", "https_ports", false)]
    [InlineData("http://localhost:80", "80", "http_ports", false)]
    [InlineData("http://*:80;http://*:81", "80;81", "http_ports", true)]
    public void Ports_are_every_address_of_their_scheme(string urls, string ports, string key, bool isSame) =>
        AssertSame(isSame, Setting.Of(UseUrls, urls), Setting.Of(AspNetCorePorts, ports, key));

    [Theory]
    [InlineData("0.0.0.0", 80, "http://*:80", true)]
    [InlineData("0.0.0.0", 443, "https://*:443", true)]
    [InlineData("127.0.0.1", 80, "http://*:80", false)]
    public void Call_does_not_say_its_scheme(string host, int port, string urls, bool isSame) =>
        AssertSame(isSame, Setting.Listen(host, port), Setting.Of(UseUrls, urls));

    [Fact]
    public void Unknown_is_the_same_as_no_other() => AssertSame(false, Setting.Unknown(UseUrls), Setting.Unknown(AspNetCoreUrls));

    private static void AssertSame(bool expected, AddressSetting one, AddressSetting other)
    {
        Assert.Equal(expected, one.SaysTheSame(other));
        Assert.Equal(expected, other.SaysTheSame(one));
    }
}
