using System.Globalization;

namespace ListenLint.Core.Addresses;

// Stands in until the branch with the real grammars is merged: that file replaces this one.
public static class ListenAddressParser
{
    public static IReadOnlyList<ListenAddress> Parse(string text, AddressGrammar grammar)
    {
        var addresses = new List<ListenAddress>();
        for (int start = 0; start <= text.Length;)
        {
            int end = text.IndexOf(';', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
                addresses.Add(One(text, start, end, grammar));

            start = end + 1;
        }

        return addresses;
    }

    private static ListenAddress One(string text, int start, int end, AddressGrammar grammar)
    {
        string part = text.Substring(start, end - start);
        int separator = part.IndexOf("://", StringComparison.Ordinal);
        int host = separator < 0 ? 0 : separator + 3;
        int colon = part.LastIndexOf(':');
        bool hasPort = colon > host && colon < part.Length - 1;
        int portStart = grammar == AddressGrammar.HttpPorts ? 0 : colon + 1;
        int? port = int.TryParse(part.Substring(portStart).TrimEnd('/'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        if (grammar == AddressGrammar.HttpPorts)
            return new(part, "http", null, HostKind.AnyBoth, port, ListenFault.None, new(start, part.Length), null, new(start, part.Length));

        int hostEnd = hasPort ? colon : part.Length;
        string name = part.Substring(host, hostEnd - host);
        var kind = name == "localhost" ? HostKind.LoopbackName : name == "127.0.0.1" ? HostKind.LoopbackIPv4 : HostKind.AnyBoth;
        return new(
            part, separator < 0 ? null : part.Substring(0, separator), name, kind, port, ListenFault.None, new(start, part.Length),
            new(start + host, name.Length), hasPort ? new(start + portStart, part.TrimEnd('/').Length - portStart) : null);
    }
}
