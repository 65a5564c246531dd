namespace ListenLint.Analyzers.Catalog;

/// <summary>What the keys of a row must be to one another and to its id.</summary>
internal static class ApiRowRules
{
    /// <returns>What is wrong, each with the key at fault; a null key is the id.</returns>
    public static IEnumerable<(string? Key, string Message)> Broken(ApiRow row, DocumentationId id)
    {
        var slots = Slots(row).Where(slot => slot.Slot is not null).Select(slot => (slot.Key, Slot: slot.Slot!)).ToList();
        if (row.Role == ApiRole.Owns)
        {
            if (id.Kind != 'T')
            {
                yield return (null, "An owns row names a type: T:…");
            }

            if (slots.Count > 0)
            {
                yield return (slots[0].Key, $"'{slots[0].Key}' has no place in an owns row, which names a type and no address");
            }

            yield break;
        }

        if (id.Kind == 'T')
        {
            yield return (null, "A type alone takes no address: name its constructor, M:….#ctor(*), or its property, P:…");
            yield break;
        }

        var address = slots.Where(slot => slot.Key is not ("key" or "open-when")).ToList();
        if (address.Count == 0 && row.DefaultHost is null && !row.IsNotNetwork)
        {
            yield return (null, "The row does not say where the address is: give host, port, uri, endpoint or prefix, or a default-host");
        }

        if (address.Count > 1 && address.FirstOrDefault(slot => slot.Key is not ("host" or "port")).Key is { } whole)
        {
            yield return (whole, $"'{whole}' is the whole address and stands alone");
        }

        if (row.Key is null != row.Keys.IsEmpty)
        {
            yield return (row.Key is null ? "keys" : "key", "'key' and 'keys' go together: which parameter, and which texts");
        }

        foreach (var (key, slot) in slots)
        {
            if (SlotProblem(key, slot, id) is { } problem)
            {
                yield return (key, problem);
            }
        }
    }

    private static (string Key, ValueSlot? Slot)[] Slots(ApiRow row) =>
    [
        ("host", row.Host), ("port", row.Port), ("uri", row.Uri), ("endpoint", row.Endpoint), ("prefix", row.Prefix),
        ("ports", row.Ports), ("key", row.Key), ("open-when", row.OpenWhen),
    ];

    private static string? SlotProblem(string key, ValueSlot slot, DocumentationId id)
    {
        if (slot.Kind != ValueSlotKind.Parameter)
        {
            return null;
        }

        if (id.Kind == 'F' || (id.Kind == 'P' && !id.IsIndexer))
        {
            return $"'{key}' takes value or element here: a property has no parameters";
        }

        if (id.Parameters is not { } parameters)
        {
            return null;
        }

        if (parameters.Count == 0)
        {
            return $"'{key}' names a parameter, but the id has none: write the parameters' types, or (*) for every overload";
        }

        return slot.Position < parameters.Count ? null : $"'{key}' counts from 0, and the id has {parameters.Count} parameter{(parameters.Count == 1 ? "" : "s")}";
    }
}
