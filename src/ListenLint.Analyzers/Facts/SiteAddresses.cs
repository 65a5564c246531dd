using System.Collections.Immutable;
using System.Globalization;
using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Core;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Facts;

/// <summary>From the values of an API's slots to the addresses that it listens on.</summary>
internal sealed class SiteAddresses(ApiRow row)
{
    private readonly ImmutableArray<SiteAddress>.Builder _addresses = ImmutableArray.CreateBuilder<SiteAddress>();
    private string? _unknown;
    private bool _hasOther;

    /// <summary>Nothing was said of any endpoint.</summary>
    public bool IsEmpty => _addresses.Count == 0 && _unknown is null && !_hasOther;

    public ImmutableArray<SiteAddress> Addresses => _addresses.ToImmutable();

    public string? Unknown => _unknown;

    /// <summary>A Unix socket, a pipe: it counts among a server's endpoints, and has no address.</summary>
    public void AddOther() => _hasOther = true;

    /// <summary>URLs, prefixes, port lists: one text may hold several addresses.</summary>
    public void AddTexts(Value value, AddressGrammar grammar)
    {
        Note(value.Unknown);
        var isChoice = IsChoice(value);
        foreach (var atom in value.Atoms)
        {
            switch (atom)
            {
                case TextAtom text:
                    AddAll(ListenAddressParser.Parse(text.Text, grammar), text, isChoice);
                    break;
                case NumberAtom number:
                    AddAll(ListenAddressParser.Parse(number.Number.ToString(CultureInfo.InvariantCulture), grammar), number, isChoice);
                    break;
                case SequenceAtom sequence:
                    Note(sequence.IsComplete ? null : "a list that may hold more");
                    foreach (var element in sequence.Elements)
                    {
                        AddTexts(element, grammar);
                    }

                    break;
                case NullAtom:
                    break;
                default:
                    Note("a value of another kind");
                    break;
            }
        }
    }

    public void AddHost(Value host, Value port, AddressGrammar grammar)
    {
        Note(host.Unknown);
        var isChoice = IsChoice(host);
        foreach (var atom in host.Atoms)
        {
            AddHost(atom, port, grammar, isChoice);
        }
    }

    public void AddEndPoints(Value value, AddressGrammar grammar)
    {
        Note(value.Unknown);
        var isChoice = IsChoice(value);
        foreach (var atom in value.Atoms)
        {
            switch (atom)
            {
                case EndPointAtom endPoint:
                    Note(endPoint.Host.Unknown);
                    foreach (var host in endPoint.Host.Atoms)
                    {
                        AddHost(host, endPoint.Port, endPoint.IsDns ? AddressGrammar.Host : AddressGrammar.IPAddress, isChoice || IsChoice(endPoint.Host));
                    }

                    break;
                case TextAtom text:
                    AddAll(ListenAddressParser.Parse(text.Text, grammar), text, isChoice);
                    break;
                case NullAtom:
                    break;
                default:
                    Note("an endpoint of another kind");
                    break;
            }
        }
    }

    private static bool IsChoice(Value value) => value.Atoms.Count(atom => atom is not NullAtom) > 1;

    private static int? PortOf(Value port) =>
        port.IsComplete && port.Atoms.Length == 1 && port.Atoms[0] is NumberAtom { Number: >= 0 and <= 65535 } number ? (int)number.Number : null;

    private void AddHost(Atom atom, Value port, AddressGrammar grammar, bool isChoice)
    {
        switch (atom)
        {
            case AddressAtom address:
                var kind = address.Kind == HostKind.AnyIPv6 && !row.IPv6AnyIsIPv6Only ? HostKind.AnyBoth : address.Kind;
                var range = new TextRange(0, address.Text.Length);
                Add(
                    new ListenAddress(address.Text, null, address.Text, kind, PortOf(port), ListenFault.None, range, range, null),
                    address,
                    isChoice);
                break;
            case TextAtom text:
                Add(ListenAddressParser.FromHostAndPort(text.Text, PortOf(port), grammar), text, isChoice);
                break;
            case NullAtom:
                break;
            default:
                Note("a host of another kind");
                break;
        }
    }

    private void AddAll(IEnumerable<ListenAddress> addresses, Atom atom, bool isChoice)
    {
        foreach (var address in addresses)
        {
            Add(address, atom, isChoice);
        }
    }

    private void Add(ListenAddress address, Atom atom, bool isChoice)
    {
        if (address.Kind == HostKind.NotNetwork)
        {
            _hasOther = true;
            return;
        }

        if (address.Kind == HostKind.Unknown && address.Fault == ListenFault.None)
        {
            Note("the host is not known");
        }

        _addresses.Add(new SiteAddress(address, atom.Origin, atom.Certainty) { IsAlternative = isChoice });
    }

    /// <summary>There may be other addresses than those added.</summary>
    public void Note(string? unknown) => _unknown ??= unknown;
}
