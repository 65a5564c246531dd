using System.CommandLine;
using ListenLint.Tool.Loading;
using ListenLint.Tool.Reporting;

namespace ListenLint.Tool.Commands;

/// <summary>The command line as a whole: its commands, and what becomes of what goes wrong in them.</summary>
internal sealed class ListenLintCommand(ToolEnvironment environment)
{
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Finds, over a whole solution, why clients cannot connect to the servers in it.");
        Add(root, new CheckCommand(environment).Create());
        Add(root, new FixCommand(environment).Create());
        Add(root, new RulesCommand(environment).Create());

        var parsed = root.Parse(arguments);
        var invocation = new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
        };
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
            return ExitCode.Failure;
        }

        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            await environment.Error.WriteLineAsync(PlainText.OneLine(exception.Message)).ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            await environment.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            await environment.Error.WriteLineAsync($"listenlint itself failed; please report this: {exception}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
    }

    private static void Add(RootCommand root, Command command) => root.Subcommands.Add(command);
}
