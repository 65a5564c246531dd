using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Yaml;

/// <summary>A part of a YAML document. An alias is the node that it names, so that places are those of the anchor.</summary>
public abstract class YamlNode
{
    /// <summary>The value under a key; null when this is no mapping or has no such key.</summary>
    public YamlNode? Get(string key) => (this as YamlMapping)?.Find(key);
}

/// <param name="isPlain">Written without quotes, so that <c>null</c>, <c>true</c> or <c>8080</c> are no strings.</param>
public sealed class YamlScalar(PlacedText value, bool isPlain) : YamlNode
{
    public PlacedText Value { get; } = value;

    public bool IsPlain { get; } = isPlain;

    public bool IsNull => IsPlain && Value.Text is "" or "~" or "null" or "Null" or "NULL";
}

public sealed class YamlSequence(IReadOnlyList<YamlNode> items) : YamlNode
{
    public IReadOnlyList<YamlNode> Items { get; } = items;
}

/// <summary>One entry of a mapping.</summary>
public sealed record YamlEntry(PlacedText Key, YamlNode Value);

public sealed class YamlMapping : YamlNode
{
    private readonly Dictionary<string, YamlEntry> byKey = new(StringComparer.Ordinal);
    private readonly List<YamlEntry> entries = [];

    public IReadOnlyList<YamlEntry> Entries => entries;

    public YamlNode? Find(string key) => byKey.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>Adds an entry unless the key is there already.</summary>
    internal bool Add(YamlEntry entry)
    {
        if (byKey.ContainsKey(entry.Key.Text))
            return false;

        byKey.Add(entry.Key.Text, entry);
        entries.Add(entry);
        return true;
    }
}
