using ListenLint.Tool.Reporting;
using Xunit;

namespace ListenLint.Tool.Tests.Reporting;

public sealed class ReportWriterTests
{
    private static readonly string s_long = string.Join(' ', Enumerable.Repeat("listener", 30));

    [Fact]
    public void Redirected_lines_are_never_wrapped() => Assert.Equal($"    {s_long}\n\nend\n", Written(isTerminal: false));

    [Fact]
    public void On_a_terminal_long_lines_wrap_at_words_below_their_indent()
    {
        var lines = Written(isTerminal: true).Split('\n').Select(line => line.TrimEnd()).ToArray();

        Assert.All(lines[..^3], line => Assert.StartsWith("    listener", line, StringComparison.Ordinal));
        Assert.True(lines.Length > 5, "It did not wrap.");
        Assert.Equal(["", "end", ""], lines[^3..]);
        Assert.Equal(s_long, string.Join(' ', lines[..^3].Select(line => line.Trim())));
    }

    private static string Written(bool isTerminal)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new ReportWriter(text, isTerminal);
        writer.Line(4, s_long);
        writer.Line();
        writer.Line(0, "end");
        return text.ToString().Replace("\r", "", StringComparison.Ordinal);
    }
}
