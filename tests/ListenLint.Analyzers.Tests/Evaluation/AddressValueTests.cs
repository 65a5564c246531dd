using ListenLint.Analyzers.Evaluation;
using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Analyzers.Tests.Evaluation;

public sealed class AddressValueTests
{
    [Theory]
    [InlineData("IPAddress.Any", "0.0.0.0", HostKind.AnyIPv4)]
    [InlineData("IPAddress.Loopback", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("IPAddress.IPv6Any", "::", HostKind.AnyIPv6)]
    [InlineData("IPAddress.IPv6Loopback", "::1", HostKind.LoopbackIPv6)]
    [InlineData("IPAddress.None", "255.255.255.255", HostKind.Specific)]
    [InlineData("IPAddress.Broadcast", "255.255.255.255", HostKind.Specific)]
    [InlineData("IPAddress.IPv6None", "::", HostKind.AnyIPv6)]
    [InlineData("""IPAddress.Parse("127.0.0.1")""", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("""IPAddress.Parse("127.1")""", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("""IPAddress.Parse("0")""", "0.0.0.0", HostKind.AnyIPv4)]
    [InlineData("""IPAddress.Parse("10.0.0.1")""", "10.0.0.1", HostKind.Specific)]
    [InlineData("""IPAddress.Parse("::ffff:127.0.0.1")""", "::ffff:127.0.0.1", HostKind.LoopbackIPv6)]
    [InlineData("new IPAddress(new byte[] { 127, 0, 0, 1 })", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("new IPAddress([127, 0, 0, 1])", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("new IPAddress(new byte[] { 10, 1, 2, 3 }.AsSpan())", "10.1.2.3", HostKind.Specific)]
    [InlineData("new IPAddress(0x0100007F)", "127.0.0.1", HostKind.LoopbackIPv4)]
    [InlineData("new IPAddress(0)", "0.0.0.0", HostKind.AnyIPv4)]
    [InlineData("IPAddress.Loopback.MapToIPv6()", "::ffff:127.0.0.1", HostKind.LoopbackIPv6)]
    [InlineData("IPAddress.Any.MapToIPv6()", "::ffff:0:0", HostKind.AnyIPv4)]
    [InlineData("IPAddress.Loopback.MapToIPv6().MapToIPv4()", "127.0.0.1", HostKind.LoopbackIPv4)]
    public void Addresses_are_known(string expression, string text, HostKind kind)
    {
        var atom = Assert.IsType<AddressAtom>(Assert.Single(Question.Program($"Sink.Use({expression});").Atoms));

        Assert.Equal((text, kind), (atom.Text, atom.Kind));
    }

    [Theory]
    [InlineData("""Sink.Use(IPAddress.Parse("localhost"));""", "\"localhost\"")]
    [InlineData("""Sink.Use(IPAddress.Parse("*"));""", "\"*\"")]
    [InlineData("""Sink.Use(IPAddress.Parse(args[0]));""", "unknown")]
    [InlineData("""Sink.Use(IPAddress.Parse($"127.0.0.{args.Length}"));""", "unknown")]
    [InlineData("""Sink.Use(new IPAddress(new byte[] { 127, 0, 0, (byte)args.Length }));""", "unknown")]
    [InlineData("""Sink.Use(new IPAddress(new byte[4]));""", "unknown")]
    [InlineData("""IPAddress.TryParse("127.0.0.1", out var ip); Sink.Use(ip);""", "127.0.0.1")]
    [InlineData("""IPAddress.TryParse("localhost", out var ip); Sink.Use(ip);""", "null")]
    [InlineData("""if (!IPAddress.TryParse(args[0], out var ip)) ip = IPAddress.Loopback; Sink.Use(ip);""", "fallback 127.0.0.1 | unknown")]
    [InlineData("""if (!IPAddress.TryParse("localhost", out var ip)) { ip = IPAddress.Loopback; } Sink.Use(ip);""", "127.0.0.1")]
    [InlineData("""if (!IPAddress.TryParse("10.0.0.1", out IPAddress? ip)) { ip = IPAddress.Loopback; } Sink.Use(ip);""", "10.0.0.1")]
    public void Parsing_keeps_what_it_cannot_read(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("Sink.Use(new IPEndPoint(IPAddress.Loopback, 5000));", "127.0.0.1:5000")]
    [InlineData("Sink.Use(new IPEndPoint(port: 5000, address: IPAddress.Loopback));", "127.0.0.1:5000")]
    [InlineData("Sink.Use(new IPEndPoint(0, 5000));", "0.0.0.0:5000")]
    [InlineData("Sink.Use(new IPEndPoint(IPAddress.Loopback, args.Length));", "127.0.0.1:?")]
    [InlineData("Sink.Use(new IPEndPoint(IPAddress.Parse(args[0]), 80));", "?:80")]
    [InlineData("Sink.Use(new IPEndPoint(args.Length == 7 ? IPAddress.Any : IPAddress.Loopback, 80));", "(0.0.0.0 | 127.0.0.1):80")]
    [InlineData("Sink.Use(new IPEndPoint(IPAddress.Any, 80) { Port = 81 });", "0.0.0.0:81")]
    [InlineData("""Sink.Use(IPEndPoint.Parse("127.0.0.1:80"));""", "127.0.0.1:80")]
    [InlineData("""Sink.Use(IPEndPoint.Parse("[::1]:80"));""", "::1:80")]
    [InlineData("""Sink.Use(IPEndPoint.Parse("::1"));""", "::1:0")]
    [InlineData("""Sink.Use(IPEndPoint.Parse("localhost:80"));""", "\"localhost:80\"")]
    [InlineData("""Sink.Use(IPEndPoint.Parse($"127.0.0.1:{args.Length}"));""", "127.0.0.1:?")]
    [InlineData("""IPEndPoint.TryParse("0.0.0.0:80", out var ep); Sink.Use(ep);""", "0.0.0.0:80")]
    [InlineData("""Sink.Use(new DnsEndPoint("localhost", 80));""", "dns \"localhost\":80")]
    [InlineData("EndPoint ep = new IPEndPoint(IPAddress.Any, 80); Sink.Use(ep);", "0.0.0.0:80")]
    [InlineData("var ep = new IPEndPoint(IPAddress.Any, 80); Sink.Use(ep.Address);", "0.0.0.0")]
    [InlineData("var ep = new IPEndPoint(IPAddress.Any, 80); Sink.Use(ep.Port);", "80")]
    [InlineData("IPEndPoint ep = new(IPAddress.Any, 80); Sink.Use(ep.ToString());", "\"0.0.0.0:80\"")]
    [InlineData("var ep = new IPEndPoint(IPAddress.Any, 80); ep.Address = IPAddress.Loopback; Sink.Use(ep);", "(0.0.0.0 | 127.0.0.1):80")]
    public void End_points_are_known(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));

    [Theory]
    [InlineData("""Sink.Use(Dns.GetHostAddresses("localhost")[0]);""", "127.0.0.1 | ::1")]
    [InlineData("""Sink.Use(Dns.GetHostEntry("localhost").AddressList[0]);""", "127.0.0.1 | ::1")]
    [InlineData("""Sink.Use(Dns.GetHostEntry("localhost").AddressList.First());""", "127.0.0.1 | ::1")]
    [InlineData("""Sink.Use((await Dns.GetHostAddressesAsync("localhost")).First(a => a.AddressFamily == AddressFamily.InterNetwork));""", "127.0.0.1 | ::1")]
    [InlineData("""Sink.Use(Dns.GetHostEntry(Dns.GetHostName()).AddressList[0]);""", "unknown")]
    [InlineData("""Sink.Use(Dns.GetHostAddresses("10.0.0.1")[0]);""", "10.0.0.1")]
    [InlineData("""Sink.Use(Dns.GetHostAddresses("example.com")[0]);""", "unknown")]
    public void Names_are_resolved_where_no_resolver_is_needed(string source, string expected) => Assert.Equal(expected, Printed.Line(Question.Program(source)));
}
