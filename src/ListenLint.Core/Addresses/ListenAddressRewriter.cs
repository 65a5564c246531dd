using ListenLint.Core.Addresses.Grammars;

namespace ListenLint.Core.Addresses;

/// <summary>The new text of a fix. Everything that need not change stays byte for byte.</summary>
public static class ListenAddressRewriter
{
    private const int MostCorrections = 64;

    /// <summary>
    /// The text with each loopback host replaced by the grammar's host for everybody. An entry that would then open a port
    /// that another entry of the list opens already goes: servers do not start with the same address twice.
    /// Null when there is no loopback host to replace, or when the port is also bound to one address of the machine.
    /// </summary>
    public static string? OpenToAll(string text, AddressGrammar grammar, IReadOnlyList<ListenAddress> addresses)
    {
        var open = ListenGrammar.Of(grammar).OpenHost;
        if (open is null || !addresses.Any(IsRewritten))
        {
            return null;
        }

        var taken = addresses.Where(address => !IsRewritten(address)).ToList();
        var doubled = new HashSet<ListenAddress>();
        foreach (var address in addresses.Where(IsRewritten))
        {
            var rivals = taken.Where(other => IsOnSamePort(address, other)).ToList();
            if (rivals.Any(rival => !IsRewritten(rival) && !rival.Kind.IsOpenToAll()))
            {
                return null;
            }

            if (rivals.Count > 0)
            {
                doubled.Add(address);
            }
            else
            {
                taken.Add(address);
            }
        }

        var result = text;
        foreach (var address in addresses.Where(IsRewritten).OrderByDescending(address => address.Range.Start))
        {
            result = doubled.Contains(address)
                ? Remove(result, address.Range)
                : TextEdit.Replace(result, address.HostRange!.Value, open);
        }

        return result;
    }

    public static string? OpenToAll(string text, AddressGrammar grammar) =>
        OpenToAll(text, grammar, ListenAddressParser.Parse(text, grammar));

    /// <summary>The text without its faults; null when it has none, or one that has no single obvious correction.</summary>
    public static string? Correct(string text, AddressGrammar grammar)
    {
        var reader = ListenGrammar.Of(grammar);
        var result = text;
        for (var i = 0; i < MostCorrections; i++)
        {
            var faulty = ListenAddressParser.Parse(result, grammar).FirstOrDefault(address => address.Fault != ListenFault.None);
            if (faulty is null)
            {
                return result == text ? null : result;
            }

            if (reader.Correct(faulty) is not { } corrected || corrected == faulty.Text)
            {
                return null;
            }

            result = TextEdit.Replace(result, faulty.Range, corrected);
        }

        return null;
    }

    private static bool IsRewritten(ListenAddress address) => address.Kind.IsLoopback() && address.HostRange is not null;

    private static bool IsOnSamePort(ListenAddress address, ListenAddress other)
    {
        if (address.Port is { } port)
        {
            return port != 0 && port == other.Port && other.Kind is not HostKind.NotNetwork and not HostKind.Invalid;
        }

        return other.Port is null && Around(address) == Around(other);
    }

    private static (string Before, string After) Around(ListenAddress address)
    {
        if (address.HostRange is not { } host)
        {
            return (address.Text, string.Empty);
        }

        var from = host.Start - address.Range.Start;
        return (address.Text.Substring(0, from), address.Text.Substring(from + host.Length));
    }

    /// <summary>Takes an entry out of a list with the separator before it, or the one behind it when it is the first.</summary>
    private static string Remove(string text, TextRange entry)
    {
        if (entry.Start > 0)
        {
            return TextEdit.Replace(text, new TextRange(entry.Start - 1, entry.Length + 1), string.Empty);
        }

        return TextEdit.Replace(text, new TextRange(0, Math.Min(text.Length, entry.Length + 1)), string.Empty);
    }
}
