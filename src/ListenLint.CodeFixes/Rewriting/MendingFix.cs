using System.Collections.Immutable;
using ListenLint.CodeFixes.Exposure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>One action of a light bulb, worked out and checked before it is offered.</summary>
/// <param name="Key">Names the action, never the place: equal for all findings that it mends.</param>
internal sealed record Mending(string Title, string Key, SolutionEdits Edits, Outcome Outcome);

/// <summary>What all fixes of listen sites share: the site is found in the facts, and each action is tried out before anybody sees it.</summary>
public abstract class MendingFix : CodeFixProvider
{
    private protected MendingFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() => new ExposingFixAllProvider(MergedEditsFixAllProvider.Instance);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var mending in await MendingsAsync(context.Document, diagnostic, key: null, context.CancellationToken).ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(mending.Title, token => mending.Edits.ApplyToAsync(solution, token), mending.Key), diagnostic);
            }
        }
    }

    /// <summary>The actions for a finding that hold what they promise; with a key, that one alone.</summary>
    internal async Task<IReadOnlyList<Mending>> MendingsAsync(
        Document document, Diagnostic diagnostic, string? key, CancellationToken cancellationToken)
    {
        if (await FoundListener.AtAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return [];
        }

        var sound = new List<Mending>();
        foreach (var mending in await ProposeAsync(found).ConfigureAwait(false))
        {
            if ((key is null || mending.Key == key) && await MendingCheck.IsSoundAsync(found, mending).ConfigureAwait(false))
            {
                sound.Add(mending);
            }
        }

        return sound;
    }

    /// <summary>The actions in the order of the light bulb.</summary>
    private protected abstract Task<IReadOnlyList<Mending>> ProposeAsync(FoundListener found);
}
