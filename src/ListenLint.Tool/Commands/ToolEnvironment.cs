using System.Reflection;
using System.Text;
using ListenLint.Tool.Analysis;

namespace ListenLint.Tool.Commands;

/// <summary>What a run takes from outside: where it writes, where it stands, which rules it has.</summary>
internal sealed record ToolEnvironment(TextWriter Out, TextWriter Error, string CurrentFolder, AnalyzerSet Rules, ISiteCensus? Census)
{
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public static string Version { get; } =
        typeof(ToolEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public static ToolEnvironment OfThisProcess()
    {
        // Without a byte order mark: the output is often piped or parsed.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ToolEnvironment(Console.Out, Console.Error, Environment.CurrentDirectory, AnalyzerSet.Packaged(), new ListenerCensus())
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }
}
