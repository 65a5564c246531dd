using Microsoft.CodeAnalysis;

namespace ListenLint.Tool.Loading;

internal static class TargetFrameworks
{
    /// <summary>The moniker, such as net10.0; null for projects of the old format.</summary>
    public static string? Of(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.TargetFramework", out var framework) && framework.Length > 0
            ? framework
            : null;
}
