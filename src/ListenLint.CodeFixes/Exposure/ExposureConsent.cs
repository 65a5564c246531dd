using Microsoft.CodeAnalysis;

namespace ListenLint.CodeFixes.Exposure;

/// <summary>Whether the owner of a file allows a listener in it to be opened without somebody looking at it.</summary>
internal static class ExposureConsent
{
    public const string EditorConfigKey = "listenlint.fix_may_expose";

    public static async Task<bool> IsGivenInAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
        && document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(EditorConfigKey, out var value)
        && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
