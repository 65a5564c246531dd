using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Yaml;

/// <summary>Reads YAML's collections in brackets: <c>[a, b]</c> and <c>{a: b}</c>.</summary>
internal sealed class YamlFlowReader(YamlCursor cursor, YamlScalarReader scalars, Dictionary<string, YamlNode> anchors)
{
    public YamlNode? Read(int depthLeft)
    {
        if (depthLeft <= 0)
            return null;

        switch (cursor.Current)
        {
            case '[':
                return ReadSequence(depthLeft);
            case '{':
                return ReadMapping(depthLeft);
            case '"' or '\'':
                return scalars.ReadQuoted() is { } quoted ? new YamlScalar(quoted, isPlain: false) : null;
            case '*':
                return ReadAlias();
            default:
                if (cursor.IsAtUnplainStart || cursor.Current is ':' or ',')
                    return null;

                return new YamlScalar(scalars.ReadPlainInFlow(), isPlain: true);
        }
    }

    private YamlSequence? ReadSequence(int depthLeft)
    {
        var items = new List<YamlNode>();
        cursor.Position++;
        cursor.SkipToContent();
        while (cursor.Position < cursor.Text.Length && cursor.Current != ']')
        {
            // A pair without braces, [a: b], is too rare to be worth a rule of its own.
            if (Read(depthLeft - 1) is not { } item || !EndsEntry(']'))
                return null;

            items.Add(item);
        }

        return Close(']') ? new(items) : null;
    }

    private YamlMapping? ReadMapping(int depthLeft)
    {
        var mapping = new YamlMapping();
        cursor.Position++;
        cursor.SkipToContent();
        while (cursor.Position < cursor.Text.Length && cursor.Current != '}')
        {
            if (ReadKey() is not { } key || ReadValue(key, depthLeft) is not { } value || !mapping.Add(new(key, value)) || !EndsEntry('}'))
                return null;
        }

        return Close('}') ? mapping : null;
    }

    private PlacedText? ReadKey()
    {
        if (cursor.IsAtUnplainStart)
            return null;

        var key = cursor.Current is '"' or '\'' ? scalars.ReadQuoted() : scalars.ReadPlainInFlow();

        // Merge keys in braces would need the reader's bound on merged entries: left unknown.
        return key is null || key.Text is "" or "<<" ? null : key;
    }

    private YamlNode? ReadValue(PlacedText key, int depthLeft)
    {
        cursor.SkipToContent();
        if (cursor.Current == ':')
        {
            cursor.Position++;
            cursor.SkipToContent();
            if (cursor.Current is not (',' or '}'))
                return Read(depthLeft - 1);
        }

        return new YamlScalar(PlacedText.Verbatim(cursor.Text, new(key.Range.End, 0)), isPlain: true);
    }

    private bool EndsEntry(char bracket)
    {
        cursor.SkipToContent();
        if (cursor.Current == bracket)
            return true;

        if (cursor.Current != ',')
            return false;

        cursor.Position++;
        cursor.SkipToContent();
        return true;
    }

    private bool Close(char bracket)
    {
        if (cursor.Position >= cursor.Text.Length || cursor.Current != bracket)
            return false;

        cursor.Position++;
        return true;
    }

    private YamlNode? ReadAlias()
    {
        int start = ++cursor.Position;
        while (!YamlCursor.IsBlankOrEnd(cursor.Current) && cursor.Current is not (',' or ']' or '}'))
            cursor.Position++;

        return anchors.TryGetValue(cursor.Text.Substring(start, cursor.Position - start), out var node) ? node : null;
    }
}
