using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using ListenLint.Tool.Analysis;

namespace ListenLint.Tool.Fixing;

/// <param name="Action">Null when there is none that may be applied.</param>
/// <param name="IsGated">There is a fix, but it opens the listener and nobody has allowed that.</param>
internal readonly record struct FixChoice(CodeAction? Action, bool IsGated)
{
    public bool Exposes => Action?.EquivalenceKey?.StartsWith(FixChooser.ExposePrefix, StringComparison.Ordinal) == true;
}

/// <summary>
/// Takes the first registered fix that may be applied unseen. Opening a listener is a security decision: it takes the
/// command line's word, or that of the file's own .editorconfig. Suppressing a finding never mends it.
/// </summary>
internal sealed class FixChooser(FixFinder finder, bool allowExposure)
{
    public const string ExposePrefix = "expose:";
    private const string SuppressPrefix = "suppress:";
    private const string MayExpose = "listenlint.fix_may_expose";

    public async Task<FixChoice> ChooseAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Choose(project, diagnostic, await finder.FindAsync(project, diagnostic, cancellationToken).ConfigureAwait(false));

    /// <param name="actions">All that are offered for the diagnostic, in order.</param>
    public FixChoice Choose(Project project, Diagnostic diagnostic, IEnumerable<CodeAction> actions)
    {
        var mayExpose = allowExposure || MayExposeIn(project, diagnostic.Location);
        foreach (var action in actions)
        {
            var key = action.EquivalenceKey ?? "";
            if (key.StartsWith(SuppressPrefix, StringComparison.Ordinal))
                continue;

            // A refused fix is not replaced by the next one, which does something else: dotnet format keeps to that too.
            return key.StartsWith(ExposePrefix, StringComparison.Ordinal) && !mayExpose ? new FixChoice(null, true) : new FixChoice(action, false);
        }

        return new FixChoice(null, false);
    }

    private static bool MayExposeIn(Project project, Location location)
    {
        var provider = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var path = location.GetLineSpan().Path;
        var options = location.SourceTree is { } tree
            ? provider.GetOptions(tree)
            : project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(file => file.Path == path) is { } file ? provider.GetOptions(file) : provider.GlobalOptions;
        return options.TryGetValue(MayExpose, out var value) && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
    }
}
