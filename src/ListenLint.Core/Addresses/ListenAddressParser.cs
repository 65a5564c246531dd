using ListenLint.Core.Addresses.Grammars;

namespace ListenLint.Core.Addresses;

/// <summary>Reads what a listen API is told, as that API reads it. No text makes it throw.</summary>
public static class ListenAddressParser
{
    /// <summary>A longer text is no address that anybody wrote, and is not read.</summary>
    public const int LongestText = 8192;

    /// <summary>The addresses of a text; none when it names none, as an empty list of URLs does.</summary>
    public static IReadOnlyList<ListenAddress> Parse(string text, AddressGrammar grammar)
    {
        if (text.Length > LongestText)
        {
            return [];
        }

        var reader = ListenGrammar.Of(grammar);
        var addresses = new List<ListenAddress>();
        foreach (var entry in reader.Split(new TextPart(text)))
        {
            if (reader.Read(entry) is { } address)
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    /// <summary>The address of an API that takes host and port apart. The ranges are those of the host's own text.</summary>
    public static ListenAddress FromHostAndPort(string host, int? port, AddressGrammar grammar)
    {
        var reader = ListenGrammar.Of(grammar);
        var isKnown = host.IndexOf(ListenAddress.Hole) < 0;
        var reading = isKnown ? reader.ReadHost(host) : HostKind.Unknown;
        var fault = reading.Fault == ListenFault.None && port is { } number ? reader.JudgePort(reading.Kind, number) : reading.Fault;
        var range = new TextRange(0, host.Length);
        return new ListenAddress(
            host,
            Scheme: null,
            isKnown ? host : null,
            fault == ListenFault.None ? reading.Kind : HostKind.Invalid,
            port is >= 0 and <= 65535 ? port : null,
            fault,
            range,
            isKnown ? range : null,
            PortRange: null);
    }
}
