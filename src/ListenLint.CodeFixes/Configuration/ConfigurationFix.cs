using System.Collections.Immutable;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>One action of a light bulb in a configuration file.</summary>
/// <param name="Key">Names the action, never the place: equal for all findings that it mends.</param>
internal sealed record ConfigurationAction(string Title, string Key, Func<CancellationToken, Task<Solution>> Apply)
{
    /// <summary>The action that leaves <paramref name="edited"/>; none where there is no such text.</summary>
    public static IReadOnlyList<ConfigurationAction> For(string title, string key, ConfigurationSource? edited) =>
        edited is null ? [] : [new ConfigurationAction(title, key, _ => Task.FromResult(edited.Solution))];
}

/// <summary>
/// What all fixes of configuration files share: the file is read again, what was reported is found by its range, and an
/// action is offered only when its result is known to be sound. There is no Fix All: hosts have none for such files, so
/// that each action that opens a listener is one person's decision.
/// </summary>
public abstract class ConfigurationFix : CodeFixProvider
{
    private protected ConfigurationFix(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider? GetFixAllProvider() => null;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.TextDocument is not AdditionalDocument document
            || await ConfigurationSource.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } source)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            var reported = new TextRange(span.Start, span.Length);
            foreach (var action in await ProposeAsync(source, reported, diagnostic.Properties, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(action.Title, action.Apply, action.Key), diagnostic);
            }
        }
    }

    /// <summary>The actions in the order of the light bulb.</summary>
    private protected abstract Task<IReadOnlyList<ConfigurationAction>> ProposeAsync(
        ConfigurationSource source, TextRange reported, ImmutableDictionary<string, string?> properties, CancellationToken cancellationToken);
}
