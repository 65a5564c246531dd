using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.Tool.Analysis;

/// <summary>The fixes offered for a diagnostic, in the order of their registration, as a light bulb would list them.</summary>
internal sealed class FixFinder(AnalyzerSet set)
{
    public async Task<ImmutableArray<CodeAction>> FindAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (DocumentOf(project, diagnostic.Location) is not { } document)
            return [];

        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var fix in set.Fixes)
        {
            if (!fix.Mends(diagnostic.Id, document))
                continue;
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.AddRange(Flatten(action)), cancellationToken);
            await fix.Provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        return actions.ToImmutable();
    }

    public static TextDocument? DocumentOf(Project project, Location location)
    {
        if (location.SourceTree is { } tree)
            return project.GetDocument(tree) is { } document and not SourceGeneratedDocument ? document : null;
        if (location.Kind != LocationKind.ExternalFile)
            return null;
        var path = location.GetLineSpan().Path;
        return project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path);
    }

    private static IEnumerable<CodeAction> Flatten(CodeAction action) =>
        action.NestedActions.IsDefaultOrEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
}
