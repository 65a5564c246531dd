namespace ListenLint.Tool.Commands;

internal static class ExitCode
{
    public const int Clean = 0;

    public const int Findings = 1;

    /// <summary>Wrong input, or something asked for could not be read, judged or written.</summary>
    public const int Failure = 2;

    /// <summary>Stopped by Ctrl-C, as a shell counts it.</summary>
    public const int Interrupted = 130;
}
