using System.Globalization;

namespace ListenLint.Core.Addresses.Grammars;

internal enum PortForm
{
    /// <summary>No port is written.</summary>
    Absent,

    /// <summary>Something between 0 and 65535.</summary>
    Number,

    /// <summary>A number that is no port.</summary>
    OutOfRange,

    /// <summary>Something that is not read as a number, the empty text included.</summary>
    NoNumber,

    /// <summary>Not known before the program runs.</summary>
    Unknown,
}

/// <summary>What stands where a port is expected, read with the integer rule of the servers: blanks and a sign are let through.</summary>
internal readonly record struct PortText(PortForm Form, int? Number, TextRange? Digits)
{
    public static PortText Absent => default;

    public static PortText Unknown => new(PortForm.Unknown, null, null);

    public static PortText Read(TextPart part)
    {
        if (part.HasHole)
        {
            return Unknown;
        }

        if (!int.TryParse(part.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return new PortText(PortForm.NoNumber, null, null);
        }

        var digits = DigitsOf(part);
        return number is >= 0 and <= 65535
            ? new PortText(PortForm.Number, number, digits)
            : new PortText(PortForm.OutOfRange, null, digits);
    }

    public int? OrDefault(int? schemeDefault) => Form is PortForm.Absent ? schemeDefault : Number;

    private static TextRange DigitsOf(TextPart part)
    {
        var first = 0;
        while (part[first] is < '0' or > '9')
        {
            first++;
        }

        var end = first;
        while (end < part.Length && part[end] is >= '0' and <= '9')
        {
            end++;
        }

        return part[first..end].Range;
    }
}
