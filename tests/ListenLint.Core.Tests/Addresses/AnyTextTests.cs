using System.Globalization;
using System.Net;
using System.Text;
using ListenLint.Core.Addresses;
using Xunit;

namespace ListenLint.Core.Tests.Addresses;

/// <summary>Properties that hold for every text. The seeds are fixed, so that a failure can be seen again.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] s_pieces =
    [
        "http", "https", "ws", "tcp", "://", "//", "/", ":", ";", ",", "localhost", ".localhost", "127.0.0.1", "0.0.0.0", "0", "[::1]", "::1", "[::]",
        "::ffff:127.0.0.1", "[", "]", "*", "+", "5000", "0", "65536", "-1", "99999999999", " ", "\t", "unix:/", "pipe:/", "@", ">", "\uFFFC", "\uFFFC", "x",
        "%", "1", ".", "\0", "\uD800", "٣", "é", "\\", "?", "#", "\"", "inproc://", "example.com",
    ];

    public static TheoryData<AddressGrammar> Grammars => [.. Enum.GetValues<AddressGrammar>()];

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Ranges_lie_in_the_text_and_hold_what_they_say(AddressGrammar grammar)
    {
        foreach (var text in Texts(seed: 1, count: 20_000))
        {
            foreach (var address in ListenAddressParser.Parse(text, grammar))
            {
                Assert.Equal(address.Text, Slice(text, address.Range));
                Assert.Equal(address.Host, address.HostRange is { } host ? Slice(text, host) : null);
                if (address.PortRange is { } digits)
                {
                    var number = long.Parse(Slice(text, digits), NumberStyles.None, CultureInfo.InvariantCulture);
                    Assert.Equal(address.Port ?? number, number);
                }

                Assert.True(address.Kind != HostKind.Invalid || address.Fault != ListenFault.None, text);
                Assert.True(address.Port is null or (>= 0 and <= 65535), text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Correction_has_no_fault(AddressGrammar grammar)
    {
        var corrected = 0;
        foreach (var text in Texts(seed: 2, count: 20_000))
        {
            if (ListenAddressRewriter.Correct(text, grammar) is { } better)
            {
                corrected++;
                Assert.NotEqual(text, better);
                Assert.All(ListenAddressParser.Parse(better, grammar), address => Assert.Equal(ListenFault.None, address.Fault));
            }
        }

        Assert.Equal(corrected > 0, grammar is not AddressGrammar.Host and not AddressGrammar.Url);
    }

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Opened_text_has_no_loopback_left(AddressGrammar grammar)
    {
        foreach (var text in Texts(seed: 3, count: 20_000))
        {
            if (ListenAddressRewriter.OpenToAll(text, grammar) is { } open)
            {
                var addresses = ListenAddressParser.Parse(open, grammar);
                Assert.DoesNotContain(addresses, address => address.Kind.IsLoopback());
                Assert.Contains(addresses, address => address.Kind.IsOpenToAll());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Host_given_apart_never_throws(AddressGrammar grammar)
    {
        foreach (var host in Texts(seed: 4, count: 2_000))
        {
            var address = ListenAddressParser.FromHostAndPort(host, host.Length - 1, grammar);

            Assert.Equal(host.Contains(ListenAddress.Hole), address.Host is null);
        }
    }

    [Fact]
    public void Literal_is_what_the_BCL_takes_for_one()
    {
        var random = new Random(5);
        string[] pieces = ["0", "1", "7f", "127", "255", "256", "0x", "08", "017", ".", ".", ":", ":", "::", "[", "]", "%1", "ffff", "1234", "12345", "0.0.0.1", "x", " ", "]:80"];
        var literals = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = Compose(random, pieces, most: 9);
            var isLiteral = IPAddress.TryParse(text, out var address);
            var read = Assert.Single(ListenAddressParser.Parse(text, AddressGrammar.IPAddress));

            Assert.True(isLiteral == (read.Fault == ListenFault.None), $"'{text}' is {address}, read as {read.Kind}");
            if (isLiteral)
            {
                literals++;
                Assert.True(KindOf(new IPAddress(address!.GetAddressBytes())) == read.Kind, $"'{text}' is {address}, read as {read.Kind}");
            }
        }

        Assert.True(literals > 5_000);
    }

    [Theory]
    [MemberData(nameof(Grammars))]
    public void Overlong_text_is_not_read(AddressGrammar grammar) =>
        Assert.Empty(ListenAddressParser.Parse(new string('a', ListenAddressParser.LongestText + 1), grammar));

    private static HostKind KindOf(IPAddress address) => address switch
    {
        _ when IPAddress.IsLoopback(address) => address.GetAddressBytes().Length == 4 ? HostKind.LoopbackIPv4 : HostKind.LoopbackIPv6,
        _ when address.IsIPv4MappedToIPv6 => KindOf(address.MapToIPv4()),
        _ when address.Equals(IPAddress.Any) => HostKind.AnyIPv4,
        _ when address.GetAddressBytes().All(part => part == 0) => HostKind.AnyIPv6,
        _ => HostKind.Specific,
    };

    private static IEnumerable<string> Texts(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Compose(random, s_pieces, most: 12);
        }
    }

    private static string Compose(Random random, string[] pieces, int most)
    {
        var text = new StringBuilder();
        for (var i = random.Next(most + 1); i > 0; i--)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    private static string Slice(string text, TextRange range) => text.Substring(range.Start, range.Length);
}
