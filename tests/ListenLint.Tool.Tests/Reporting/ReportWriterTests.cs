using ListenLint.Tool.Reporting;
using Xunit;

namespace ListenLint.Tool.Tests.Reporting;

public sealed class ReportWriterTests
{
    private static readonly string s_long = string.Join(' ', Enumerable.Repeat("listener", 30));

    [Fact]
    public void Redirected_lines_are_never_wrapped() => Assert.Equal($"    {s_long}\n\nend\n", Written(isTerminal: false));

    [Fact]
    public void Lines_on_a_terminal_are_left_to_it_to_wrap_and_bear_no_padding() => Assert.Equal($"    {s_long}\n\nend\n", Written(isTerminal: true));

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
