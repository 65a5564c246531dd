using Spectre.Console;

namespace ListenLint.Tool.Reporting;

internal readonly record struct StyledText(string Text, Style Style)
{
    public static implicit operator StyledText(string text) => new(text, Style.Plain);
}

/// <summary>Writes lines, coloured on a terminal. It never wraps them: a terminal does that itself, and what is copied from it stays one line.</summary>
internal sealed class ReportWriter(TextWriter writer, bool isTerminal)
{
    private readonly IAnsiConsole? _terminal = isTerminal
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) })
        : null;

    public void Line(int indent = 0, params ReadOnlySpan<StyledText> parts)
    {
        if (_terminal is null)
        {
            var plain = new string(' ', indent);
            foreach (var part in parts)
                plain += PlainText.Clean(part.Text);
            writer.WriteLine(plain.TrimEnd());
            return;
        }

        var line = new Paragraph();
        line.Append(new string(' ', indent));
        foreach (var part in parts)
            line.Append(PlainText.Clean(part.Text), part.Style);
        WriteUnwrapped(line);
    }

    /// <summary>A line for a program to read, to the last character; on a terminal it is made safe as all others.</summary>
    public void Exact(string line, Style style)
    {
        if (_terminal is null)
            writer.Write(line + "\n");
        else
            WriteUnwrapped(new Paragraph(PlainText.Clean(line.TrimEnd('\r')), style));
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

    private void WriteUnwrapped(Paragraph line)
    {
        var width = _terminal!.Profile.Width;
        _terminal.Profile.Width = int.MaxValue / 2;
        _terminal.Write(line);
        _terminal.Profile.Width = width;
        _terminal.WriteLine();
    }
}
