using ListenLint.Analyzers.Facts;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>What becomes of the listen sites that an action mends.</summary>
internal enum Outcome
{
    /// <summary>They stay as they are; only what is said of them changes.</summary>
    Same,

    /// <summary>Every address that was loopback is open to all.</summary>
    Open,

    /// <summary>Every address that was open to all is loopback.</summary>
    Closed,

    /// <summary>Every address can be bound.</summary>
    Usable,

    /// <summary>They are gone.</summary>
    Removed,
}

/// <summary>Tries an action out: the code compiles as before, the engine reads the outcome from it, and no other listener has changed.</summary>
internal static class MendingCheck
{
    public static async Task<bool> IsSoundAsync(FoundListener found, Mending mending)
    {
        if (mending.Edits.IsEmpty)
        {
            return false;
        }

        var solution = await mending.Edits.ApplyToAsync(found.Solution, found.CancellationToken).ConfigureAwait(false);
        foreach (var file in mending.Edits.Changes.Select(change => change.File).Distinct())
        {
            if (solution.GetDocument(file) is { } after
                && !await CompilesAsBeforeAsync(found.Solution.GetDocument(file)!, after, found.CancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        var project = solution.GetProject(found.Document.Project.Id)!;
        var compilation = await project.GetCompilationAsync(found.CancellationToken).ConfigureAwait(false);
        return compilation is not null && HasOutcome(found, mending.Outcome, ProjectFacts.For(compilation, project.AnalyzerOptions, found.CancellationToken));
    }

    private static async Task<bool> CompilesAsBeforeAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var was = await ComplaintsAsync(before, cancellationToken).ConfigureAwait(false);
        var becomes = await ComplaintsAsync(after, cancellationToken).ConfigureAwait(false);
        return becomes.All(complaint => was.TryGetValue(complaint.Key, out var count) && complaint.Value <= count);
    }

    /// <summary>Warnings count: a local that a fix leaves unused breaks the build of whoever treats warnings as errors.</summary>
    private static async Task<Dictionary<string, int>> ComplaintsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(null, cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(diagnostic => diagnostic.Id)
            .ToDictionary(group => group.Key, group => group.Count());
    }

    private static bool HasOutcome(FoundListener found, Outcome outcome, ProjectFacts facts)
    {
        var before = found.Facts.Source.Sites;
        var after = facts.Source.Sites;
        var expected = outcome == Outcome.Removed ? before.RemoveRange(found.Sites) : before;
        if (after.Length != expected.Length)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            var isMended = found.Sites.Contains(expected[i]);
            if (isMended ? !Holds(outcome, expected[i], after[i]) : !SaysTheSame(expected[i], after[i]))
            {
                return false;
            }

            if (isMended && outcome == Outcome.Open && Collides(after[i], after))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Outcome outcome, ListenSite before, ListenSite after) => outcome switch
    {
        Outcome.Same => SaysTheSame(before, after),
        Outcome.Open => IsUsable(after) && after.Addresses.Any(address => address.Address.Kind.IsOpenToAll())
            && after.Addresses.All(address => !address.Address.Kind.IsLoopback()),
        Outcome.Closed => IsUsable(after) && after.HasLoopback && after.Addresses.All(address => !address.Address.Kind.IsOpenToAll()),
        Outcome.Usable => IsUsable(after),
        _ => false,
    };

    private static bool IsUsable(ListenSite site) =>
        !site.Addresses.IsEmpty && site.Row.Throws is null && site.Addresses.All(address => address.Address.Fault == ListenFault.None);

    private static bool SaysTheSame(ListenSite before, ListenSite after) =>
        before.Row.Id == after.Row.Id
        && before.Addresses.Select(address => address.Address.Text).SequenceEqual(after.Addresses.Select(address => address.Address.Text));

    /// <summary>Kestrel does not start when a port that it opens to all is opened again for another address.</summary>
    private static bool Collides(ListenSite open, IEnumerable<ListenSite> sites)
    {
        if (open.Row.Source is null)
        {
            return false;
        }

        var ports = open.Addresses.Where(address => !address.IsAlternative && address.Address.Port is > 0).Select(address => address.Address.Port).ToArray();
        return ports.Distinct().Count() < ports.Length
            || sites.Any(site => !ReferenceEquals(site, open) && site.Row.Source == open.Row.Source && site.Server == open.Server
                && site.Addresses.Any(address => ports.Contains(address.Address.Port)));
    }
}
