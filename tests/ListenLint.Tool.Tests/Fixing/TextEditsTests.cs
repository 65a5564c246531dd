using ListenLint.Tool.Fixing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ListenLint.Tool.Tests.Fixing;

public sealed class TextEditsTests
{
    [Theory]
    [InlineData("a\r\nb\r\nc", "a\nB\nnew\nc", "a\r\nB\r\nnew\r\nc")]
    [InlineData("a\nb\r\nc\r\n", "a\nx\nc\n", "a\nx\r\nc\r\n")]
    [InlineData("a\nb\n", "a\r\nb\r\n", "a\nb\n")]
    [InlineData("a", "a\r\nb", "a\r\nb")]
    [InlineData("", "a\nb\n", "a\nb\n")]
    [InlineData("a\rb\r", "a\nx\nb\n", "a\rx\rb\r")]
    public void New_text_takes_the_line_endings_of_the_file(string old, string @new, string expected) =>
        Assert.Equal(expected, SourceText.From(old).WithChanges(TextEdits.Between(old, @new)).ToString());

    [Fact]
    public void A_change_names_no_more_than_it_changes()
    {
        var change = Assert.Single(TextEdits.Between("var s = \"localhost\";\n", "var s = \"*\";\n"));

        Assert.Equal(new TextSpan(9, 9), change.Span);
        Assert.Equal("*", change.NewText);
    }

    [Fact]
    public void Random_edits_are_found_whole_and_their_diff_says_the_same()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var old = RandomText(random);
            var @new = RandomText(random);

            Assert.Equal(@new, SourceText.From(old).WithChanges(TextEdits.Between(old, @new)).ToString());
            Assert.Equal(@new, Patched(old, UnifiedDiff.Lines("f", old, @new)));
        }
    }

    private static string RandomText(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(3)) + "\n"));

    // What patch does: the context and the additions of each block, and whatever lies between blocks.
    private static string Patched(string old, IEnumerable<string> diff)
    {
        var lines = old.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (result, at) = ("", 0);
        foreach (var line in diff.Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var range = line.Split(' ')[1][1..].Split(',');
                var start = int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture) - (range[1] == "0" ? 0 : 1);
                for (; at < start; at++)
                    result += lines[at] + "\n";
                continue;
            }

            if (line[0] != '+')
                Assert.Equal(lines[at++], line[1..]);
            if (line[0] != '-')
                result += line[1..] + "\n";
        }

        for (; at < lines.Length; at++)
            result += lines[at] + "\n";
        return result;
    }
}
