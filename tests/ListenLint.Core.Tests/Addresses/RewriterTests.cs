using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

public sealed class RewriterTests
{
    [Theory]
    [InlineData("http://localhost:5000", AddressGrammar.KestrelUrl, "http://*:5000")]
    [InlineData("HTTP://127.0.0.1:5000/", AddressGrammar.KestrelUrl, "HTTP://*:5000/")]
    [InlineData("http://[::1]:5000", AddressGrammar.KestrelSingleUrl, "http://*:5000")]
    [InlineData("http://localhost", AddressGrammar.KestrelUrl, "http://*")]
    [InlineData("http://localhost:␣", AddressGrammar.KestrelUrl, "http://*:␣")]
    [InlineData("http://localhost:5000;https://localhost:5001", AddressGrammar.KestrelUrl, "http://*:5000;https://*:5001")]
    [InlineData("http://localhost: 5000;;https://*:5001;", AddressGrammar.KestrelUrl, "http://*: 5000;;https://*:5001;")]
    [InlineData("http://localhost:8080/api/", AddressGrammar.HttpListenerPrefix, "http://+:8080/api/")]
    [InlineData("http://127.0.0.1:8080/", AddressGrammar.HttpSysPrefix, "http://+:8080/")]
    [InlineData("@tcp://localhost:5555,>tcp://localhost:5556", AddressGrammar.NetMqEndpoint, "@tcp://*:5555,>tcp://localhost:5556")]
    [InlineData("localhost", AddressGrammar.Host, "0.0.0.0")]
    [InlineData("127.0.0.1", AddressGrammar.IPAddress, "0.0.0.0")]
    [InlineData("[::1]:80", AddressGrammar.IPEndPoint, "0.0.0.0:80")]
    [InlineData("localhost", AddressGrammar.GrpcCoreHost, "0.0.0.0")]
    [InlineData("ws://127.0.0.1:8181/chat", AddressGrammar.IPUrl, "ws://0.0.0.0:8181/chat")]
    [InlineData("ws://localhost:8181/chat", AddressGrammar.Url, "ws://0.0.0.0:8181/chat")]
    public void Loopback_host_becomes_the_open_one_and_nothing_else_moves(string text, AddressGrammar grammar, string expected) =>
        Assert.Equal(expected, Reading.Shown(ListenAddressRewriter.OpenToAll(Reading.WithHoles(text), grammar)));

    [Theory]
    [InlineData("http://localhost:5000;http://127.0.0.1:5000", "http://*:5000")]
    [InlineData("http://127.0.0.1:5000;http://[::1]:5000;http://localhost:6000", "http://*:5000;http://*:6000")]
    [InlineData("http://[::1]:5000;http://0.0.0.0:5000", "http://0.0.0.0:5000")]
    [InlineData("http://127.0.0.1:␣;http://[::1]:␣", "http://*:␣")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0", "http://*:0;http://*:0")]
    public void Entry_that_would_take_a_port_twice_goes(string urls, string expected) =>
        Assert.Equal(expected, Reading.Shown(ListenAddressRewriter.OpenToAll(Reading.WithHoles(urls), AddressGrammar.KestrelUrl)));

    [Theory]
    [InlineData("http://*:5000", AddressGrammar.KestrelUrl)]
    [InlineData("localhost:5000", AddressGrammar.KestrelUrl)]
    [InlineData("http://10.0.0.5:80;http://127.0.0.1:80", AddressGrammar.KestrelUrl)]
    [InlineData("8080", AddressGrammar.HttpPorts)]
    [InlineData("", AddressGrammar.KestrelUrl)]
    [InlineData("http://x.localhost:5000", AddressGrammar.KestrelUrl)]
    public void Nothing_to_open(string text, AddressGrammar grammar) => Assert.Null(ListenAddressRewriter.OpenToAll(text, grammar));

    [Theory]
    [InlineData("localhost:5000", AddressGrammar.KestrelUrl, "http://localhost:5000")]
    [InlineData("localhost:␣", AddressGrammar.KestrelUrl, "http://localhost:␣")]
    [InlineData("*:5000", AddressGrammar.KestrelUrl, "http://*:5000")]
    [InlineData(" localhost:5000/api", AddressGrammar.KestrelUrl, "http://localhost:5000")]
    [InlineData("ws://*:5000", AddressGrammar.KestrelUrl, "http://*:5000")]
    [InlineData("WSS://*:5000", AddressGrammar.KestrelUrl, "https://*:5000")]
    [InlineData("://*:5000", AddressGrammar.KestrelUrl, "http://*:5000")]
    [InlineData("http://*:5000/api/", AddressGrammar.KestrelUrl, "http://*:5000")]
    [InlineData("http://*:5000; http://*:5001", AddressGrammar.KestrelUrl, "http://*:5000;http://*:5001")]
    [InlineData("http://*:5000, http://*:5001/", AddressGrammar.KestrelUrl, "http://*:5000;http://*:5001/")]
    [InlineData("http://*:5000;*:5001;ws://*:5002", AddressGrammar.KestrelUrl, "http://*:5000;http://*:5001;http://*:5002")]
    [InlineData("http://localhost:0", AddressGrammar.KestrelUrl, "http://127.0.0.1:0")]
    [InlineData("http://[::ffff:127.0.0.1]:5000", AddressGrammar.KestrelUrl, "http://127.0.0.1:5000")]
    [InlineData("http://*:8080", AddressGrammar.HttpPorts, "8080")]
    [InlineData("8080,8081", AddressGrammar.HttpPorts, "8080;8081")]
    [InlineData("http://localhost:8080", AddressGrammar.HttpListenerPrefix, "http://localhost:8080/")]
    [InlineData("http://localhost:8080/ ", AddressGrammar.HttpListenerPrefix, "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080", AddressGrammar.HttpListenerPrefix, "http://+:8080/")]
    [InlineData("http://[::]:8080/", AddressGrammar.HttpListenerPrefix, "http://+:8080/")]
    [InlineData("localhost:8080", AddressGrammar.HttpListenerPrefix, "http://localhost:8080/")]
    [InlineData("localhost:8080", AddressGrammar.HttpSysPrefix, "http://localhost:8080")]
    [InlineData("*:5555", AddressGrammar.NetMqEndpoint, "tcp://*:5555")]
    [InlineData("ws://localhost:8181", AddressGrammar.IPUrl, "ws://127.0.0.1:8181")]
    [InlineData("localhost:8181", AddressGrammar.IPUrl, "ws://127.0.0.1:8181")]
    [InlineData("ws://*:8181", AddressGrammar.IPUrl, "ws://0.0.0.0:8181")]
    [InlineData("ws://::1:8181", AddressGrammar.IPUrl, "ws://[::1]:8181")]
    [InlineData("localhost", AddressGrammar.IPAddress, "127.0.0.1")]
    [InlineData("*:80", AddressGrammar.IPEndPoint, "0.0.0.0:80")]
    [InlineData("::1", AddressGrammar.GrpcCoreHost, "[::1]")]
    public void Fault_with_one_obvious_correction(string text, AddressGrammar grammar, string expected) =>
        Assert.Equal(expected, Reading.Shown(ListenAddressRewriter.Correct(Reading.WithHoles(text), grammar)));

    [Theory]
    [InlineData("http://localhost:5000", AddressGrammar.KestrelUrl)]
    [InlineData("", AddressGrammar.KestrelUrl)]
    [InlineData("5000", AddressGrammar.KestrelUrl)]
    [InlineData(":5000", AddressGrammar.KestrelUrl)]
    [InlineData(" ", AddressGrammar.KestrelUrl)]
    [InlineData("nonsense", AddressGrammar.KestrelUrl)]
    [InlineData("tcp://*:5000", AddressGrammar.KestrelUrl)]
    [InlineData("http://localhost:", AddressGrammar.KestrelUrl)]
    [InlineData("http://localhost:70000", AddressGrammar.KestrelUrl)]
    [InlineData(@"http:\\localhost:5000", AddressGrammar.KestrelUrl)]
    [InlineData("http:/localhost:5000", AddressGrammar.KestrelUrl)]
    [InlineData("http://a:5000;http://b:5001", AddressGrammar.KestrelSingleUrl)]
    [InlineData("localhost:5000;http://*:70000", AddressGrammar.KestrelUrl)]
    [InlineData("http://localhost:8080", AddressGrammar.HttpPorts)]
    [InlineData("http://localhost:0/", AddressGrammar.HttpListenerPrefix)]
    [InlineData("http://[::1]:8080/", AddressGrammar.HttpListenerPrefix)]
    [InlineData("ws://example.com:8181", AddressGrammar.IPUrl)]
    [InlineData("example.com", AddressGrammar.IPAddress)]
    [InlineData("http://*:5555", AddressGrammar.NetMqEndpoint)]
    public void Nothing_to_correct_or_no_obvious_way(string text, AddressGrammar grammar) =>
        Assert.Null(ListenAddressRewriter.Correct(text, grammar));
}
