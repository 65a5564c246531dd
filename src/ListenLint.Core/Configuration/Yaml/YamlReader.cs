using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Yaml;

/// <summary>
/// Reads the part of YAML that people write by hand: block and flow collections, all scalars, anchors, aliases and merge keys,
/// of the first document. A text outside of it has no answer, as an answer could only be a guess.
/// </summary>
public sealed class YamlReader
{
    private const int DeepestNesting = 64;

    // Merge keys may repeat a mapping any number of times; a file that unfolds to more than this is not meant to be read.
    private const int MostMergedEntries = 20_000;

    private readonly YamlCursor cursor;
    private readonly YamlScalarReader scalars;
    private readonly Dictionary<string, YamlNode> anchors = new(StringComparer.Ordinal);
    private int depth;
    private int mergedEntries;

    private YamlReader(string text)
    {
        cursor = new(text);
        scalars = new(cursor);
    }

    /// <summary>The root of the first document; null when it is empty or cannot be read.</summary>
    public static YamlNode? Read(string text) => new YamlReader(text).ReadDocument();

    private YamlNode? ReadDocument()
    {
        if (HasLoneCarriageReturn(cursor.Text))
            return null;

        cursor.SkipToContent();
        while (cursor.Column == 0 && cursor.Current == '%')
        {
            cursor.NextLine();
            cursor.SkipToContent();
        }

        if (cursor.IsAtDocumentMark)
        {
            cursor.Position += 3;
            cursor.SkipToContent();
        }

        if (cursor.IsAtEnd)
            return null;

        var root = ReadNode(-1);
        cursor.SkipToContent();
        return cursor.IsAtEnd && !cursor.HasTabIndent ? root : null;
    }

    /// <summary>Reads the node at the cursor, which stands deeper than <paramref name="parentColumn"/>.</summary>
    private YamlNode? ReadNode(int parentColumn)
    {
        if (++depth > DeepestNesting)
            return null;

        string? anchor = ReadProperties();
        if (cursor.IsRestOfLineEmpty())
        {
            // `base: &base` on its own line: what it names comes below.
            cursor.SkipToContent();
            if (cursor.IsAtEnd || cursor.Column <= parentColumn)
                return Finish(anchor, Null());
        }

        return Finish(anchor, ReadContent(parentColumn));
    }

    private YamlNode? Finish(string? anchor, YamlNode? node)
    {
        depth--;
        if (anchor is not null && node is not null)
            anchors[anchor] = node;

        return node;
    }

    private YamlNode? ReadContent(int parentColumn)
    {
        if (cursor.IsIndicator('-'))
            return ReadSequence(cursor.Column);

        if (cursor.IsIndicator('?'))
            return null;

        int column = cursor.Column;
        if (cursor.Current is not ('[' or '{' or '|' or '>' or '*') && scalars.TryReadKey() is { } key)
            return ReadMapping(column, key);

        return ReadInline(parentColumn);
    }

    private YamlNode? ReadInline(int parentColumn)
    {
        switch (cursor.Current)
        {
            case '[' or '{':
                return ReadFlow();
            case '|' or '>':
                return new YamlScalar(scalars.ReadBlock(parentColumn), isPlain: false);
            case '*':
                return ReadAlias();
            case '"' or '\'':
                return scalars.ReadQuoted() is { } quoted && cursor.IsRestOfLineEmpty() ? new YamlScalar(quoted, isPlain: false) : null;
            default:
                if (cursor.IsAtUnplainStart)
                    return null;

                return scalars.ReadPlain(parentColumn) is { } plain ? new YamlScalar(plain, isPlain: true) : null;
        }
    }

    private YamlSequence? ReadSequence(int column)
    {
        var items = new List<YamlNode>();
        while (!cursor.IsAtEnd && cursor.Column == column && cursor.IsIndicator('-'))
        {
            cursor.Position++;
            cursor.SkipToContent();
            bool isEmpty = cursor.IsAtEnd || cursor.Column <= column;
            if ((isEmpty ? Null() : ReadNode(column)) is not { } item)
                return null;

            items.Add(item);
            cursor.SkipToContent();
        }

        return cursor.IsAtEnd || cursor.Column < column || !cursor.IsIndicator('-') ? new(items) : null;
    }

    private YamlMapping? ReadMapping(int column, PlacedText firstKey)
    {
        var mapping = new YamlMapping();
        var merged = new List<YamlNode>();
        for (var key = firstKey; key is not null;)
        {
            if (ReadMappingValue(column) is not { } value)
                return null;

            if (key.Text == "<<")
                merged.Add(value);
            else if (!mapping.Add(new(key, value)))
                return null;

            cursor.SkipToContent();
            if (cursor.IsAtEnd || cursor.Column < column)
                break;

            if (cursor.Column > column || (key = scalars.TryReadKey()) is null)
                return null;
        }

        return merged.All(node => Merge(mapping, node)) ? mapping : null;
    }

    private YamlNode? ReadMappingValue(int column)
    {
        if (!cursor.IsRestOfLineEmpty())
            return ReadValueOnLine(column);

        cursor.SkipToContent();
        if (cursor.IsAtEnd || cursor.Column < column)
            return Null();

        // A sequence may stand as far left as the key that holds it.
        if (cursor.Column == column)
            return cursor.IsIndicator('-') ? ReadNode(column - 1) : Null();

        return ReadNode(column);
    }

    private YamlNode? ReadValueOnLine(int column)
    {
        string? anchor = ReadProperties();
        YamlNode? value = cursor.IsRestOfLineEmpty() ? ReadMappingValue(column) : ReadInline(column);
        if (anchor is not null && value is not null)
            anchors[anchor] = value;

        return value;
    }

    private bool Merge(YamlMapping mapping, YamlNode node)
    {
        if (node is YamlSequence { Items.Count: > 0 } several)
            return several.Items.All(item => item is YamlMapping && Merge(mapping, item));

        if (node is not YamlMapping source)
            return false;

        mergedEntries += source.Entries.Count;
        if (mergedEntries > MostMergedEntries)
            return false;

        foreach (var entry in source.Entries)
            mapping.Add(entry);

        return true;
    }

    /// <summary>Skips a tag and answers the name of an anchor.</summary>
    private string? ReadProperties()
    {
        string? anchor = null;
        while (cursor.Current is '&' or '!')
        {
            bool isAnchor = cursor.Current == '&';
            string name = ReadName();
            anchor = isAnchor ? name : anchor;
            cursor.SkipBlanksInLine();
        }

        return anchor;
    }

    private YamlNode? ReadAlias()
    {
        string name = ReadName();
        return anchors.TryGetValue(name, out var node) ? node : null;
    }

    private string ReadName()
    {
        int start = ++cursor.Position;
        while (!YamlCursor.IsBlankOrEnd(cursor.Current) && cursor.Current is not (',' or ']' or '}'))
            cursor.Position++;

        return cursor.Text.Substring(start, cursor.Position - start);
    }

    // YAML breaks the line there, no editor of today does: columns would be told wrong.
    private static bool HasLoneCarriageReturn(string text)
    {
        for (int i = text.IndexOf('\r'); i >= 0; i = text.IndexOf('\r', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
                return true;
        }

        return false;
    }

    private YamlScalar Null() => new(PlacedText.Verbatim(cursor.Text, new(cursor.Position, 0)), isPlain: true);

    private YamlNode? ReadFlow()
    {
        var flow = new YamlFlowReader(cursor, scalars, anchors);
        return flow.Read(DeepestNesting - depth) is { } node && cursor.IsRestOfLineEmpty() ? node : null;
    }
}
