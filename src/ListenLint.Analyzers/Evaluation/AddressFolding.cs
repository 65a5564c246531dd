using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>IP addresses and end points made from other values.</summary>
internal static class AddressFolding
{
    /// <summary>The static fields of System.Net.IPAddress.</summary>
    public static IPAddress? WellKnown(string field) => field switch
    {
        "Any" => IPAddress.Any,
        "Loopback" => IPAddress.Loopback,
        "IPv6Any" => IPAddress.IPv6Any,
        "IPv6Loopback" => IPAddress.IPv6Loopback,
        "None" => IPAddress.None,
        "IPv6None" => IPAddress.IPv6None,
        "Broadcast" => IPAddress.Broadcast,
        _ => null,
    };

    public static AddressAtom Atom(IPAddress address, Origin origin) => new(KindOf(address), address.ToString(), origin);

    /// <summary>IPAddress.Parse. A text that makes it throw stays a text, so that someone can say so.</summary>
    public static Value Parse(Value text) => text.Map(atom => atom switch
    {
        TextAtom known when HasHole(known.Text) => Value.NotKnown(Reasons.PartlyKnownAddress),
        TextAtom known when TryParse(known.Text) is { } address => Value.Of(Atom(address, known.Origin)),
        TextAtom or AddressAtom => Value.Of(atom),
        NullAtom => Alternatives.Nothing,
        _ => Value.NotKnown(Reasons.OtherExpression),
    });

    /// <summary>IPEndPoint.Parse. What makes it throw stays a text.</summary>
    public static Value ParseEndPoint(Value text) => text.Map(atom => atom switch
    {
        TextAtom known => EndPoint(known),
        EndPointAtom => Value.Of(atom),
        NullAtom => Alternatives.Nothing,
        _ => Value.NotKnown(Reasons.OtherExpression),
    });

    /// <summary>What TryParse leaves in its out parameter: null where Parse throws.</summary>
    public static Value NullWhereNotParsed(Value parsed) =>
        parsed.Map(atom => Value.Of(atom is TextAtom ? new NullAtom(atom.Origin) : atom));

    public static Value FromNumber(Value number) => number.Map(atom =>
        atom is NumberAtom { Number: >= 0 and <= uint.MaxValue } known
            ? Value.Of(Atom(new IPAddress(known.Number), known.Origin))
            : atom is AddressAtom ? Value.Of(atom) : Value.NotKnown(Reasons.Arithmetic));

    public static Value FromBytes(Value bytes, Origin origin) => bytes.Map(atom =>
    {
        if (atom is not SequenceAtom { IsComplete: true, Elements.Length: 4 or 16 } sequence)
        {
            return Value.NotKnown(Reasons.PartlyKnownAddress);
        }

        var known = sequence.Elements
            .Select(element => element is { IsComplete: true, Atoms: [NumberAtom { Number: >= 0 and <= 255 } number] } ? (int)number.Number : -1)
            .ToArray();
        return known.Contains(-1)
            ? Value.NotKnown(Reasons.PartlyKnownAddress)
            : Value.Of(Atom(new IPAddress(known.Select(b => (byte)b).ToArray()), origin));
    });

    public static Value MapFamily(Value address, bool toIPv6) => address.Map(atom =>
        atom is AddressAtom known && TryParse(known.Text) is { } parsed
            ? Value.Of(Atom(toIPv6 ? parsed.MapToIPv6() : parsed.MapToIPv4(), known.Origin))
            : Value.NotKnown(Reasons.OtherExpression));

    /// <summary>What a name that is looked up can yield; null when only a resolver knows.</summary>
    public static Value? Resolve(string host, Origin origin)
    {
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return Value.Of(Atom(IPAddress.Loopback, origin)).Or(Value.Of(Atom(IPAddress.IPv6Loopback, origin)));
        }

        return !HasHole(host) && TryParse(host) is { } address ? Value.Of(Atom(address, origin)) : null;
    }

    private static Value EndPoint(TextAtom text)
    {
        var colon = text.Text.LastIndexOf(':');
        var hasPort = colon >= 0 && (text.Text.IndexOf(':') == colon || (colon > 0 && text.Text[colon - 1] == ']'));
        var host = hasPort ? text.Text.Substring(0, colon) : text.Text;
        var port = hasPort ? text.Text.Substring(colon + 1) : "0";
        if (HasHole(host))
        {
            return Value.NotKnown(Reasons.PartlyKnownAddress);
        }

        if (TryParse(host) is not { } address)
        {
            return Value.Of(text);
        }

        var portValue = HasHole(port) ? Value.NotKnown(Reasons.OtherExpression)
            : ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Value.Of(new NumberAtom(number, text.Origin))
            : null;
        return portValue is null
            ? Value.Of(text)
            : Value.Of(new EndPointAtom(Value.Of(Atom(address, text.Origin)), portValue, IsDns: false, text.Origin));
    }

    // Blanks are cut by .NET Framework's parser and refused by .NET's: what both say alike is what counts.
    private static IPAddress? TryParse(string text) =>
        text.Length > 0 && text.Trim() == text && IPAddress.TryParse(text, out var address) ? address : null;

    private static bool HasHole(string text) => text.IndexOf(ListenAddress.Hole) >= 0;

    private static HostKind KindOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            var mapped = address.MapToIPv4();
            return IPAddress.IsLoopback(mapped) ? HostKind.LoopbackIPv6 : KindOf(mapped);
        }

        var isIPv6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        if (IPAddress.IsLoopback(address))
        {
            return isIPv6 ? HostKind.LoopbackIPv6 : HostKind.LoopbackIPv4;
        }

        return address.Equals(IPAddress.Any) ? HostKind.AnyIPv4
            : address.Equals(IPAddress.IPv6Any) ? HostKind.AnyIPv6
            : HostKind.Specific;
    }
}
