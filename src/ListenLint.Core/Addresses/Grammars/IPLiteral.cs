namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// An IP literal as <c>IPAddress.Parse</c> of .NET reads it. The BCL's own parser is not asked: the analyzers run on several
/// runtimes, and what a scope id or a short form means would depend on the machine that compiles.
/// </summary>
/// <param name="Kind">Loopback, every address of its family, or one address.</param>
/// <param name="MappedIPv4">The IPv4 address inside an IPv4-mapped IPv6 address.</param>
internal readonly record struct IPLiteral(HostKind Kind, bool IsIPv6, string? MappedIPv4)
{
    public static bool TryRead(string text, out IPLiteral literal)
    {
        if (text.IndexOf(':') >= 0)
        {
            return IPv6Literal.TryRead(text, out literal);
        }

        var isRead = TryReadIPv4(text, out var address);
        literal = new IPLiteral(KindOf(address), IsIPv6: false, MappedIPv4: null);
        return isRead;
    }

    internal static HostKind KindOf(uint ipv4) => ipv4 switch
    {
        0 => HostKind.AnyIPv4,
        >= 0x7F000000 and <= 0x7FFFFFFF => HostKind.LoopbackIPv4,
        _ => HostKind.Specific,
    };

    /// <summary>One to four numbers, decimal, octal or hexadecimal; the last fills the bytes that are left: 127.1 is 127.0.0.1.</summary>
    private static bool TryReadIPv4(string text, out uint address)
    {
        address = 0;
        var parts = text.Split('.');
        if (parts.Length > 4)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var limit = isLast ? uint.MaxValue >> (8 * i) : byte.MaxValue;
            if (!TryReadNumber(parts[i], out var number) || number > limit)
            {
                return false;
            }

            address |= isLast ? number : number << (24 - (8 * i));
        }

        return true;
    }

    private static bool TryReadNumber(string text, out uint number)
    {
        number = 0;
        var (numberBase, from) = text switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        long value = 0;
        for (var i = from; i < text.Length; i++)
        {
            var digit = DigitOf(text[i]);
            value = (value * numberBase) + digit;
            if (digit < 0 || digit >= numberBase || value > uint.MaxValue)
            {
                return false;
            }
        }

        number = (uint)value;
        return text.Length > from;
    }

    internal static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
