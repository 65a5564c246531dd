using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Json;

public enum JsonEntryKind
{
    Text,
    Number,
    Boolean,
    Null,
}

/// <summary>A value that is neither object nor array, under the key by which configuration knows it.</summary>
/// <param name="Value">As text: a string without its quotes, anything else as written.</param>
public sealed record JsonEntry(JsonKey Key, JsonEntryKind Kind, PlacedText Value);

/// <summary>One step on the way to a value: a property name or the index of an array element.</summary>
/// <param name="Range">The name inside its quotes; empty, before the element, for an index.</param>
/// <param name="Depth">1 below the root.</param>
public sealed record JsonKey(JsonKey? Parent, string Name, TextRange Range, int Depth)
{
    private const int LongestPath = 1024;

    /// <summary>The names from the root down.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new string[Depth];
        int depth = Depth;
        for (var key = this; key is not null; key = key.Parent)
            names[--depth] = key.Name;

        return names;
    }

    /// <summary>
    /// ASP.NET Core's key, colons between the names; a name may hold colons itself. Empty for a path that is longer than any
    /// setting's, so that a hostile file costs no memory.
    /// </summary>
    public string Path()
    {
        int length = 0;
        for (var key = this; key is not null; key = key.Parent)
            length += key.Name.Length + 1;

        return length > LongestPath ? "" : string.Join(":", Names());
    }

    /// <summary>The name of the outermost key.</summary>
    public string RootName()
    {
        var key = this;
        while (key.Parent is not null)
            key = key.Parent;

        return key.Name;
    }
}
