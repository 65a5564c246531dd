using System.Text;
using ListenLint.Core.Configuration.Yaml;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ListenLint.Core.Tests.Configuration;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: 1\nb:\n  c: x y # comment\n  d:\n")]
    [InlineData("- a\n- - b\n  - c\n-\n  d: e\n- f: g\n  h: i\n")]
    [InlineData("a:\n- b\n- c\nd:\n  - e\n")]
    [InlineData("a: [b, 'c, d', \"e\", [f], {g: h, i: , \"j\": [k]}, ]\n")]
    [InlineData("a: [\n  b, # one\n  c\n  ]\nd: e\n")]
    [InlineData("a: 'it''s'\nb: \"tab\\tquote\\\"\\u0041\"\n'c d': e\n\"f\" : g\n")]
    [InlineData("a: \"b \\\n   c\\\r\n  d\n  e\"\n")]
    [InlineData("a: one\n  two\n  three\nb: x\n")]
    [InlineData("a: http://localhost:5000/#x\nb: 8080:80\nc: a#b\n")]
    [InlineData("a: &x\n  b: c\nd: *x\ne: &y text\nf: [*y, *x]\n")]
    [InlineData("a: !!str 5\nb: !tag [c]\n")]
    [InlineData("%YAML 1.2\n---\na: b\n---\nc: d\n")]
    [InlineData("a: b\n...\nrubbish: [\n")]
    [InlineData("# comment\n\na: b\n")]
    [InlineData("a: b\r\nc:\r\n  - d\r\n  - e\r\n")]
    [InlineData("- # nothing\n- a\n")]
    [InlineData("text\n")]
    [InlineData("a: -1\nb: --\n")]
    [InlineData("a: ?x\nb: :x\nc: -x\n")]
    [InlineData("a:   \n\n\n  b: c\n# end")]
    public void A_text_is_read_as_YamlDotNet_reads_it(string text)
    {
        string? expected = Other(text);
        var node = YamlReader.Read(text);

        Assert.Equal(expected, node is null ? null : Print(node));
    }

    [Theory]
    [InlineData("a: |\n  one\n   two\n\n  three\nb: c\n", "{a:one\n two\n\nthree\n,b:c}")]
    [InlineData("- >-\n  one\n  two\n- b\n", "[one\ntwo\n,b]")]
    public void A_block_is_kept_line_by_line(string text, string expected) => Assert.Equal(expected, Print(YamlReader.Read(text)!));

    [Fact]
    public void A_byte_order_mark_is_no_text() => Assert.Equal("{a:{b:c}}", Print(YamlReader.Read("\uFEFFa:\n  b: c\n")!));

    [Theory]
    [InlineData("x: &x { a: 1, b: 2 }\ny:\n  <<: *x\n  b: 3\n", "{b:3,a:1}")]
    [InlineData("x: &x { a: 1 }\nz: &z { a: 2, c: 3 }\ny:\n  <<: [*x, *z]\n", "{a:1,c:3}")]
    public void A_merge_key_adds_what_is_not_there(string text, string expected) => Assert.Equal(expected, Print(YamlReader.Read(text)!.Get("y")!));

    [Theory]
    [InlineData("a:\n\tb: c\n")]
    [InlineData("a: *nobody\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: [b\n")]
    [InlineData("a: 'b\n")]
    [InlineData("a: b\n  c: d\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: b\rc: d\n")]
    [InlineData("a:\n  <<: text\n")]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void A_text_that_is_not_understood_has_no_answer(string text) => Assert.Null(YamlReader.Read(text));

    [Fact]
    public void Aliases_that_multiply_are_not_followed_to_the_end()
    {
        var text = new StringBuilder("a0: &a0 { ");
        for (int i = 0; i < 200; i++)
            text.Append("k").Append(i).Append(": v, ");
        text.Append("}\n");
        for (int i = 1; i < 40; i++)
            text.Append($"a{i}: &a{i}\n  <<: [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");

        Assert.Null(YamlReader.Read(text.ToString()));
    }

    /// <summary>Where both readers understand a damaged text, they must understand the same.</summary>
    [Fact]
    public void Damaged_texts_are_read_as_YamlDotNet_reads_them()
    {
        int compared = 0;
        foreach (string sample in new[] { SampleFiles.Compose, SampleFiles.DaprRunFile })
        {
            // The second opinion knows no merge keys and folds blocks.
            string plain = sample.Replace("<<: *defaults", "merged: *defaults").Replace("command: >", "command: x");
            foreach (string text in Damage.Of(plain, seed: 2, count: 5000))
            {
                if (text.AsSpan().IndexOfAny("|>!\0") >= 0 || YamlReader.Read(text) is not { } node || Other(text) is not { } expected)
                    continue;

                compared++;
                Assert.True(Words(expected) == Words(Print(node)), $"{text}\n--- expected\n{expected}\n--- actual\n{Print(node)}");
            }
        }

        Assert.True(compared > 1000, $"Only {compared} damaged texts were still YAML.");
    }

    private static string Print(ListenLint.Core.Configuration.Yaml.YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value.Text,
        YamlSequence sequence => "[" + string.Join(",", sequence.Items.Select(Print)) + "]",
        YamlMapping mapping => "{" + string.Join(",", mapping.Entries.Select(entry => $"{entry.Key.Text}:{Print(entry.Value)}")) + "}",
        _ => throw new InvalidOperationException(),
    };

    // An empty line between the lines of a scalar is one blank to us, whoever reads it divides it into words.
    private static string Words(string text) => text.Replace('\n', ' ');

    private static string? Other(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : Print(stream.Documents[0].RootNode);
        }
        catch (YamlException)
        {
            // Only the first document counts here; a fault behind it is none of ours.
            int end = text.IndexOf("\n...", StringComparison.Ordinal);
            return end > 0 && end < text.Length - 5 ? Other(text[..(end + 1)]) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Print(YamlDotNet.RepresentationModel.YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode sequence => "[" + string.Join(",", sequence.Children.Select(Print)) + "]",
        YamlMappingNode mapping => "{" + string.Join(",", mapping.Children.Select(pair => $"{Print(pair.Key)}:{Print(pair.Value)}")) + "}",
        _ => throw new InvalidOperationException(),
    };
}
