using ListenLint.Tool.Commands;

return await new ListenLintCommand(ToolEnvironment.OfThisProcess()).RunAsync(args).ConfigureAwait(false);
