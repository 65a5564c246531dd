using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Rules;

/// <summary>
/// The compiler lifts a lowered finding to the severity that is configured for its rule. A hint must not break a build
/// that way, so that it is dropped where the rule is set to warning or error.
/// </summary>
internal static class HintSeverity
{
    public static bool IsRaised(DiagnosticDescriptor descriptor, Compilation compilation, ProjectOptions options, SyntaxTree? tree)
    {
        if (descriptor.DefaultSeverity <= DiagnosticSeverity.Info && !IsConfigured(descriptor, compilation, tree, out _))
        {
            return false;
        }

        if (IsConfigured(descriptor, compilation, tree, out var configured))
        {
            return configured is ReportDiagnostic.Warn or ReportDiagnostic.Error;
        }

        return tree is not null && options.BulkSeverity(tree, descriptor.Category) is "warning" or "error";
    }

    private static bool IsConfigured(DiagnosticDescriptor descriptor, Compilation compilation, SyntaxTree? tree, out ReportDiagnostic severity)
    {
        var id = descriptor.Id;
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out severity))
        {
            return true;
        }

        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        if (provider is null)
        {
            return false;
        }

        return (tree is not null && provider.TryGetDiagnosticValue(tree, id, default, out severity))
            || provider.TryGetGlobalDiagnosticValue(id, default, out severity);
    }
}
