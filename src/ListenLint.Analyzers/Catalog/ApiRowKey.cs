using System.Collections.Immutable;
using System.Globalization;
using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;

namespace ListenLint.Analyzers.Catalog;

/// <summary>One key of a row: what it takes, and how its value is read.</summary>
/// <param name="Takes">What it takes, in words that follow "takes".</param>
/// <param name="ListenOnly">Whether it says nothing of a client.</param>
/// <param name="Read">The row with the value; null when the value is not one it takes.</param>
internal sealed record ApiRowKey(string Name, string Takes, bool ListenOnly, Func<ApiRow, string, ApiRow?> Read)
{
    private const int HighestPosition = 63;

    private const string TakesSlot = "a parameter's name or its position (0 is the first), for a property value or element";

    private const string TakesPort = "a port from 0 to 65535";

    public static readonly ImmutableArray<ApiRowKey> All = ImmutableArray.Create(
        Slot("host", (row, slot) => row with { Host = slot }),
        Slot("port", (row, slot) => row with { Port = slot }),
        Slot("uri", (row, slot) => row with { Uri = slot }),
        Slot("endpoint", (row, slot) => row with { Endpoint = slot }),
        Slot("prefix", (row, slot) => row with { Prefix = slot }, listenOnly: true),
        Slot("ports", (row, slot) => row with { Ports = slot }, listenOnly: true),
        Slot("key", (row, slot) => row with { Key = slot }),
        Slot("open-when", (row, slot) => row with { OpenWhen = slot }, listenOnly: true),
        Choice<AddressGrammar>("grammar", (row, grammar) => row with { Grammar = grammar }),
        Choice<AddressSource>("source", (row, source) => row with { Source = source }, listenOnly: true),
        Text("protocol", "a protocol's name, such as tcp, udp, http, ws, grpc or mqtt", IsSchemeName, (row, text) => row with { Protocol = text }),
        List("schemes", "schemes divided by commas", IsSchemeName, (row, schemes) => row with { Schemes = schemes }),
        Text("default-host", "a host", _ => true, (row, text) => row with { DefaultHost = text }),
        new("default-port", TakesPort, ListenOnly: false, (row, text) => ReadPort(text) is { } port ? row with { DefaultPort = port } : null),
        List("keys", "texts divided by commas, each with at most one *", IsKeyPattern, (row, keys) => row with { Keys = keys }),
        List("starts", "names of members divided by commas", IsIdentifier, (row, members) => row with { Starts = members }, listenOnly: true),
        List("needs-start", "names of members divided by commas", IsIdentifier, (row, members) => row with { NeedsStart = members }, listenOnly: true),
        Flag("ipv6-any", "only", row => row with { IPv6AnyIsIPv6Only = true }),
        Flag("loopback", "intended", row => row with { LoopbackIsIntended = true }),
        Flag("network", "no", row => row with { IsNotNetwork = true }),
        Flag("throws", "text-host", row => row with { Throws = ApiFault.TextHost }),
        Text("open", "member:NAME, argument:NAME, host:TEXT or address", IsOpening, (row, text) => row with { Open = text }, listenOnly: true),
        Text("other-family", "a member's name", IsIdentifier, (row, text) => row with { OtherFamily = text }, listenOnly: true),
        Text("receiver", "a type's full name", text => text.Split('.').All(IsIdentifier), (row, text) => row with { Receiver = text }),
        Text("via", "a property's or type's name", IsIdentifier, (row, text) => row with { Via = text }));

    public static readonly IReadOnlyList<string> Names = All.Select(key => key.Name).ToList();

    private static readonly Dictionary<string, ApiRowKey> ByName = All.ToDictionary(key => key.Name, StringComparer.Ordinal);

    public static ApiRowKey? Find(string name) => ByName.TryGetValue(name, out var key) ? key : null;

    private static ApiRowKey Slot(string name, Func<ApiRow, ValueSlot, ApiRow> set, bool listenOnly = false) =>
        new(name, TakesSlot, listenOnly, (row, text) => ReadSlot(text, hasAssignment: row.Id[0] != 'M') is { } slot ? set(row, slot) : null);

    private static ApiRowKey Text(string name, string takes, Func<string, bool> allows, Func<ApiRow, string, ApiRow> set, bool listenOnly = false) =>
        new(name, takes, listenOnly, (row, text) => allows(text) ? set(row, text) : null);

    private static ApiRowKey List(
        string name, string takes, Func<string, bool> allows, Func<ApiRow, ImmutableArray<string>, ApiRow> set, bool listenOnly = false) =>
        new(name, takes, listenOnly, (row, text) =>
        {
            var items = text.Split(',');
            return items.All(item => item.Length > 0 && allows(item)) ? set(row, ImmutableArray.Create(items)) : null;
        });

    private static ApiRowKey Flag(string name, string word, Func<ApiRow, ApiRow> set) =>
        new(name, word + " and nothing else", ListenOnly: true, (row, text) => text == word ? set(row) : null);

    private static ApiRowKey Choice<T>(string name, Func<ApiRow, T, ApiRow> set, bool listenOnly = false)
        where T : struct, Enum
    {
        var names = Enum.GetNames(typeof(T));
        return new(name, "one of " + string.Join(", ", names), listenOnly, (row, text) =>
            names.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
                ? set(row, (T)Enum.Parse(typeof(T), found))
                : null);
    }

    // A method may well have a parameter that is called value.
    private static ValueSlot? ReadSlot(string text, bool hasAssignment) => text switch
    {
        "value" when hasAssignment => new ValueSlot(ValueSlotKind.AssignedValue, null, -1),
        "element" when hasAssignment => new ValueSlot(ValueSlotKind.AddedElement, null, -1),
        _ when IsIdentifier(text) => new ValueSlot(ValueSlotKind.Parameter, text, -1),
        _ when ReadNumber(text, HighestPosition) is { } position => new ValueSlot(ValueSlotKind.Parameter, null, position),
        _ => null,
    };

    private static int? ReadPort(string text) => ReadNumber(text, 65535);

    private static int? ReadNumber(string text, int highest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest ? number : null;

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static bool IsSchemeName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.');

    private static bool IsKeyPattern(string text) => text.IndexOf('*') == text.LastIndexOf('*');

    private static bool IsOpening(string text)
    {
        var colon = text.IndexOf(':');
        var rest = text.Substring(colon + 1);
        return (colon < 0 ? text : text.Substring(0, colon)) switch
        {
            "address" => colon < 0,
            "member" or "argument" => colon > 0 && IsIdentifier(rest),
            "host" => colon > 0 && rest.Length > 0,
            _ => false,
        };
    }
}
