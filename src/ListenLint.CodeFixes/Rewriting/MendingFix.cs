using System.Collections.Immutable;
using ListenLint.CodeFixes.Exposure;
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

    public sealed override FixAllProvider GetFixAllProvider() => new ExposingFixAllProvider(OneAfterAnotherFixAllProvider.Instance);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FoundListener.AtAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } found)
            {
                continue;
            }

            foreach (var mending in await MendingsAsync(found, key: null).ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(mending.Title, token => mending.Edits.ApplyToAsync(solution, token), mending.Key), diagnostic);
            }
        }
    }

    /// <summary>The actions that hold what they promise; with a key, that one alone.</summary>
    internal async Task<IReadOnlyList<Mending>> MendingsAsync(FoundListener found, string? key)
    {
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
