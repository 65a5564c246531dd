using System.Text.Json;
using ListenLint.Core.Configuration.Json;
using Xunit;

namespace ListenLint.Core.Tests.Configuration;

public sealed class JsonReaderTests
{
    private static readonly JsonDocumentOptions AsConfigurationReads = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void Entries_have_paths_and_places()
    {
        const string Text = """{ "a": [ { "b:c": "x" }, 12 ], "D": { "e": true, "f": null, }, "g\n": "q\"\u0041" }""";

        var entries = JsonReader.Read(Text);

        Assert.NotNull(entries);
        Assert.Equal(
            ["a:0:b:c=x [b:c] [x]", "a:1=12 [] [12]", "D:e=true [e] [true]", "D:f=null [f] [null]", "g\n=q\"A [g\\n] [q\\\"\\u0041]"],
            entries.Select(entry => $"{entry.Key.Path()}={entry.Value.Text} [{At(Text, entry.Key.Range)}] [{At(Text, entry.Value.Range)}]"));
        Assert.Equal(["a", "0", "b:c"], entries[0].Key.Names());
        Assert.Equal(@"\u0041", At(Text, entries[4].Value.Map(new(2, 1))));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Nesting_is_bounded_where_the_program_bounds_it(int depth, bool isRead)
    {
        Assert.Equal(isRead, JsonReader.Read(new string('[', depth) + new string(']', depth)) is not null);
        if (depth < 1000)
            Assert.Equal(isRead, Leaves(new string('[', depth) + new string(']', depth)) is not null);
    }

    [Fact]
    public void A_path_that_no_setting_has_is_empty()
    {
        var entries = JsonReader.Read($$"""{ "urls": { "{{new string('x', 5000)}}": 1 } }""");

        Assert.NotNull(entries);
        Assert.Equal("", Assert.Single(entries).Key.Path());
    }

    /// <summary>Our reader must read what System.Text.Json reads, with the same values, however a text is damaged.</summary>
    [Fact]
    public void Damaged_texts_are_read_as_the_program_reads_them()
    {
        int read = 0;
        foreach (string sample in new[] { SampleFiles.AppSettings, SampleFiles.LaunchSettings })
        {
            foreach (string text in Damage.Of(sample, seed: 1, count: 6000))
            {
                if (Leaves(text) is not { } expected)
                    continue;

                read++;
                var entries = JsonReader.Read(text);
                Assert.True(entries is not null, text);
                Assert.Equal(expected, entries.Select(entry => $"{string.Join('|', entry.Key.Names())}={entry.Value.Text}"));
            }
        }

        Assert.True(read > 1000, $"Only {read} damaged texts were still JSON.");
    }

    private static string At(string text, TextRange range) => text.Substring(range.Start, range.Length);

    private static List<string>? Leaves(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, AsConfigurationReads);
            var leaves = new List<string>();
            Collect(document.RootElement, "", leaves);
            return leaves;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // A surrogate without its partner: not text at all.
            return null;
        }
    }

    private static void Collect(JsonElement element, string path, List<string> leaves)
    {
        string prefix = path.Length == 0 ? "" : path + "|";
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Collect(property.Value, prefix + property.Name, leaves);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (var item in element.EnumerateArray())
                    Collect(item, prefix + index++, leaves);
                break;
            case JsonValueKind.String:
                leaves.Add($"{path}={element.GetString()}");
                break;
            default:
                leaves.Add($"{path}={element.GetRawText()}");
                break;
        }
    }
}
