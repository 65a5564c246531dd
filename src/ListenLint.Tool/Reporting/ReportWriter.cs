using Spectre.Console;

namespace ListenLint.Tool.Reporting;

internal readonly record struct StyledText(string Text, Style Style)
{
    public static implicit operator StyledText(string text) => new(text, Style.Plain);
}

/// <summary>Writes lines: wrapped and coloured on a terminal, as they are everywhere else.</summary>
internal sealed class ReportWriter(TextWriter writer, bool isTerminal)
{
    private readonly IAnsiConsole? _terminal = isTerminal
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) })
        : null;

    public void Line(int indent = 0, params ReadOnlySpan<StyledText> parts)
    {
        if (_terminal is null)
        {
            var line = new string(' ', indent);
            foreach (var part in parts)
                line += PlainText.Clean(part.Text);
            writer.WriteLine(line.TrimEnd());
            return;
        }

        var paragraph = new Paragraph();
        foreach (var part in parts)
            paragraph.Append(PlainText.Clean(part.Text), part.Style);
        _terminal.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        if (parts.IsEmpty)
            _terminal.WriteLine();
    }

    /// <summary>A line for a program to read, to the last character; on a terminal it is made safe as all others.</summary>
    public void Exact(string line, Style style)
    {
        if (_terminal is null)
            writer.Write(line + "\n");
        else
            _terminal.WriteLine(PlainText.Clean(line.TrimEnd('\r')), style);
    }

    /// <summary>A line of source or what stands below it: cut at the edge of a terminal, since wrapped it would point at the wrong place.</summary>
    public void Source(int indent, string margin, StyledText text)
    {
        var clean = PlainText.Clean(text.Text);
        if (_terminal is not null)
        {
            var room = _terminal.Profile.Width - indent - margin.Length - 1;
            while (clean.Length > 0 && clean.GetCellWidth() > room)
                clean = clean[..^1];
        }

        Line(indent, new StyledText(margin, new Style(Color.Grey)), text with { Text = clean });
    }
}
