using ListenLint.Core.Configuration.Json;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>Writes the root key <c>Urls</c> into an appsettings.json; every other character of it stays.</summary>
internal static class AppSettingsEdit
{
    private const string Key = "Urls";

    /// <summary>Insertions by position; null when the file cannot be read or gives an address already.</summary>
    public static IReadOnlyList<(int Position, string Text)>? AddUrls(string json, string urls)
    {
        if (JsonReader.Read(json) is not { } entries || entries.Any(GivesAnAddress) || RootObject.Read(json) is not { } root)
        {
            return null;
        }

        var property = $"\"{Key}\": \"{urls.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
        var newLine = json.Contains("\r\n") ? "\r\n" : "\n";
        if (root.LastValueEnd is not { } lastValueEnd)
        {
            return root.ContentEnd == root.Open + 1
                ? [(root.ContentEnd, newLine + "  " + property + (json.IndexOf('\n', root.Open, root.Close - root.Open) >= 0 ? "" : newLine))]
                : [(root.ContentEnd, newLine + "  " + property)];
        }

        var isOnOneLine = json.IndexOf('\n', root.Open, root.Close - root.Open) < 0;
        var lead = isOnOneLine ? " " : newLine + root.Indentation;
        if (root.HasTrailingComma)
        {
            return [(root.ContentEnd, lead + property)];
        }

        return root.ContentEnd == lastValueEnd
            ? [(lastValueEnd, "," + lead + property)]
            : [(lastValueEnd, ","), (root.ContentEnd, lead + property)];
    }

    private static bool GivesAnAddress(JsonEntry entry)
    {
        var path = entry.Key.Path();
        return path.Equals(Key, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(Key + ":", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("Kestrel:Endpoints:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where the outermost object begins and ends.</summary>
    /// <param name="ContentEnd">Behind the last value, comma or comment.</param>
    /// <param name="LastValueEnd">Behind the last value; null in an empty object.</param>
    private sealed record RootObject(int Open, int Close, int ContentEnd, int? LastValueEnd, bool HasTrailingComma, string Indentation)
    {
        /// <summary>For a text that is known to be JSON with comments.</summary>
        public static RootObject? Read(string json)
        {
            int? open = null, firstName = null, lastValueEnd = null;
            var contentEnd = 0;
            var hasTrailingComma = false;
            var depth = 0;
            for (var i = 0; i < json.Length;)
            {
                var end = TokenEnd(json, i, out var isComment);
                var letter = json[i];
                if (letter is '{' or '[' && !isComment)
                {
                    if (depth++ == 0)
                    {
                        if (letter == '[')
                        {
                            return null;
                        }

                        open = i;
                    }
                }
                else if (letter is '}' or ']' && !isComment && --depth == 0)
                {
                    var indentation = firstName is { } first ? IndentationAt(json, first) : "  ";
                    return open is { } start ? new RootObject(start, i, contentEnd, lastValueEnd, hasTrailingComma, indentation) : null;
                }

                if (!char.IsWhiteSpace(letter) && letter != '\uFEFF')
                {
                    contentEnd = end;
                    if (!isComment && open != i)
                    {
                        firstName ??= i;
                        hasTrailingComma = letter == ',';
                        lastValueEnd = hasTrailingComma ? lastValueEnd : end;
                    }
                }

                i = end;
            }

            return null;
        }

        private static int TokenEnd(string json, int start, out bool isComment)
        {
            isComment = json[start] == '/';
            if (isComment)
            {
                var isLine = start + 1 < json.Length && json[start + 1] == '/';
                var end = isLine ? json.IndexOf('\n', start) : json.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2;
                return end < 0 ? json.Length : isLine && json[end - 1] == '\r' ? end - 1 : end;
            }

            if (json[start] != '"')
            {
                return start + 1;
            }

            var i = start + 1;
            while (i < json.Length && json[i] != '"')
            {
                i += json[i] == '\\' ? 2 : 1;
            }

            return Math.Min(i + 1, json.Length);
        }

        private static string IndentationAt(string json, int position)
        {
            var line = json.LastIndexOf('\n', position) + 1;
            var before = json.Substring(line, position - line);
            return before.Trim().Length == 0 ? before : "  ";
        }
    }
}
