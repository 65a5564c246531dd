using ListenLint.Core;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Catalog;

/// <summary>Reads an API file. A bad line costs only itself; no text makes it throw.</summary>
internal static class ApiRowParser
{
    public const int LongestLine = 4_096;

    public const int MostLines = 20_000;

    private static readonly string[] Roles = ["listen", "connect", "owns"];

    public static ParsedApiRows Parse(string text)
    {
        var rows = new List<ApiRow>();
        var errors = new List<ApiRowError>();
        var count = 0;
        foreach (var line in Lines(text))
        {
            if (++count > MostLines)
            {
                errors.Add(new ApiRowError(line, line, $"An API file holds at most {MostLines} lines; the rest is not read"));
                break;
            }

            if (line.Length > LongestLine)
            {
                errors.Add(new ApiRowError(line, line, $"A line holds at most {LongestLine} characters"));
                continue;
            }

            var words = Words(text, line);
            if (words.Count > 0)
            {
                var before = errors.Count;
                var row = new ApiRowReader(line, words, errors).Read();
                if (row is not null && errors.Count == before)
                {
                    rows.Add(row);
                }
            }
        }

        return new ParsedApiRows(rows, errors);
    }

    private static IEnumerable<TextRange> Lines(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (start < text.Length)
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            yield return new TextRange(start, end - start);
            start = end + 1;
        }
    }

    // A # inside a word is no comment: constructors are called #ctor.
    private static List<Word> Words(string text, TextRange line)
    {
        var words = new List<Word>();
        var position = line.Start;
        while (position < line.End)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            if (text[position] == '#')
            {
                break;
            }

            var start = position;
            while (position < line.End && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            words.Add(new Word(text.Substring(start, position - start), new TextRange(start, position - start)));
        }

        return words;
    }

    private readonly record struct Word(string Text, TextRange Range);

    /// <summary>Reads the words of one line.</summary>
    private sealed class ApiRowReader(TextRange line, List<Word> words, List<ApiRowError> errors)
    {
        public ApiRow? Read()
        {
            if (ReadRole(words[0]) is not { } role)
            {
                return null;
            }

            if (words.Count == 1)
            {
                Report(words[0], $"'{words[0].Text}' is followed by a documentation-comment id, such as M:Acme.Server.Start(System.Int32)");
                return null;
            }

            // The words behind a broken id are mostly its own rest, cut off by a blank.
            if (DocumentationId.Parse(words[1].Text, out var problem) is not { } id)
            {
                Report(words[1], $"'{words[1].Text}' {problem}");
                return null;
            }

            var before = errors.Count;
            var row = ReadPairs(new ApiRow(role, words[1].Text));
            if (errors.Count > before)
            {
                return null;
            }

            foreach (var (key, message) in ApiRowRules.Broken(row, id))
            {
                Report(WordOfKey(key), message);
            }

            return row;
        }

        private ApiRole? ReadRole(Word word)
        {
            var index = Array.IndexOf(Roles, word.Text);
            if (index < 0)
            {
                Report(word, $"'{word.Text}' is not a role: a line begins with listen, connect or owns{Suggestion(word.Text, Roles)}");
                return null;
            }

            return (ApiRole)index;
        }

        private ApiRow ReadPairs(ApiRow row)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in words.Skip(2))
            {
                var equals = word.Text.IndexOf('=');
                if (equals <= 0 || equals == word.Text.Length - 1)
                {
                    Report(word, $"'{word.Text}' is not key=value, without blanks around the equals sign");
                    break;
                }

                var name = word.Text.Substring(0, equals);
                var value = word.Text.Substring(equals + 1);
                var nameWord = new Word(name, new TextRange(word.Range.Start, equals));
                if (ApiRowKey.Find(name) is not { } key)
                {
                    Report(nameWord, $"'{name}' is not a key{Suggestion(name, ApiRowKey.Names)}");
                }
                else if (!seen.Add(name))
                {
                    Report(nameWord, $"'{name}' is given twice: a row takes each key once");
                }
                else if (key.ListenOnly && row.Role != ApiRole.Listen)
                {
                    Report(nameWord, $"'{name}' is a key of listen rows only");
                }
                else if (key.Read(row, value) is { } read)
                {
                    row = read;
                }
                else
                {
                    Report(new Word(value, word.Range.Shift(equals + 1) with { Length = value.Length }), $"'{value}' is no value of '{name}', which takes {key.Takes}");
                }
            }

            return seen.Contains("grammar") ? row : row with { Grammar = DefaultGrammar(row) };
        }

        private static AddressGrammar DefaultGrammar(ApiRow row) => row switch
        {
            { Uri: not null } => AddressGrammar.Url,
            { Prefix: not null } => AddressGrammar.HttpListenerPrefix,
            { Ports: not null } => AddressGrammar.HttpPorts,
            { Endpoint: not null } => AddressGrammar.IPEndPoint,
            _ => AddressGrammar.Host,
        };

        private Word WordOfKey(string? key)
        {
            foreach (var word in words)
            {
                if (key is not null && word.Text.StartsWith(key + "=", StringComparison.Ordinal))
                {
                    return word;
                }
            }

            return words[1];
        }

        private static string Suggestion(string word, IReadOnlyList<string> candidates) =>
            NearestWord.To(word, candidates) is { } nearest
                ? $"; did you mean '{nearest}'?"
                : candidates == Roles ? "" : ": allowed are " + string.Join(", ", candidates);

        private void Report(Word word, string message) => errors.Add(new ApiRowError(line, word.Range, message));
    }
}
