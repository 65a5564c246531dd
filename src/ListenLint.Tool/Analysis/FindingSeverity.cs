using Microsoft.CodeAnalysis;

namespace ListenLint.Tool.Analysis;

internal enum FindingSeverity
{
    Info,
    Warning,
    Error,
}

internal static class FindingSeverities
{
    public static FindingSeverity? From(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => FindingSeverity.Error,
        DiagnosticSeverity.Warning => FindingSeverity.Warning,
        DiagnosticSeverity.Info => FindingSeverity.Info,
        _ => null,
    };

    public static string Name(this FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
