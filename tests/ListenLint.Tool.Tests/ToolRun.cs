using ListenLint.Tool.Analysis;
using ListenLint.Tool.Commands;
using ListenLint.Tool.Tests.SampleRules;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Tests;

/// <summary>One run of the whole tool in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public static AnalyzerSet Samples(params DiagnosticAnalyzer[] more) =>
        new([new SampleRule(), .. more], [new SampleFix(), new SampleFileFix()]);

    public static async Task<ToolRun> Of(string folder, params string[] arguments) => await Of(folder, Samples(), null, arguments);

    public static async Task<ToolRun> Of(string folder, AnalyzerSet rules, ISiteCensus? census, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await new ListenLintCommand(new ToolEnvironment(output, error, folder, rules, census))
            .RunAsync(arguments, Xunit.TestContext.Current.CancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
