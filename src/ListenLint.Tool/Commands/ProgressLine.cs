using Spectre.Console;

namespace ListenLint.Tool.Commands;

/// <summary>Shows what is going on, on a terminal's error stream only.</summary>
internal static class ProgressLine
{
    public static Task<T> RunAsync<T>(ToolEnvironment environment, Func<Action<string>, Task<T>> work)
    {
        if (!environment.ErrorIsTerminal)
            return work(_ => { });
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(environment.Error) });
        return terminal.Status().StartAsync("Starting", status => work(step => status.Status(Markup.Escape(step))));
    }
}
