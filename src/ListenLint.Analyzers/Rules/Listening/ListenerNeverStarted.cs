using System.Collections.Immutable;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Facts;
using ListenLint.Analyzers.Lifetimes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>LL1005: a listener that nothing starts, or that nothing keeps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListenerNeverStarted() : ListenLintAnalyzer(Rule)
{
    /// <summary>The member that starts it; absent where the listener is started and then lost.</summary>
    internal const string MissingStart = "Start";

    private static readonly DiagnosticDescriptor Rule = Describe(
        RuleIds.ListenerNeverStarted,
        "The listener does not listen",
        "The listener '{0}' {1}",
        DiagnosticSeverity.Warning,
        "A TcpListener, HttpListener or bound Socket takes connections only once it is started, and a TcpListener only as long as something refers to it. Until then, and from then on, every client is refused.");

    private protected override IEnumerable<Finding> Inspect(ProjectFacts facts)
    {
        // An HttpListener is met once for each of its prefixes.
        var seen = new HashSet<Origin>();
        foreach (var site in facts.Source.Sites)
        {
            if (site.Listener is { } listener && !IsPortSearch(site) && seen.Add(listener.Creation))
            {
                yield return listener.FirstNeed is { } need ? NeverStarted(listener, need) : Dropped(listener);
            }
        }
    }

    private static Finding NeverStarted(CreatedListener listener, Origin need) =>
        new(
            Rule,
            FindingPlace.Of(listener.Creation),
            listener.Name,
            $"is never started: {listener.NeedingMember} throws and clients are refused; call {listener.Start}() first")
        {
            Related = ImmutableArray.Create(FindingPlace.Of(need)),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(MissingStart, listener.Start),
        };

    private static Finding Dropped(CreatedListener listener) =>
        new(
            Rule,
            FindingPlace.Of(listener.Creation),
            listener.Name,
            "is started, and then nothing refers to it: the garbage collector closes its port; keep it in a field and accept from it");

    /// <summary>Who starts a listener on port 0 and forgets it wanted the number of a free port.</summary>
    private static bool IsPortSearch(ListenSite site) =>
        site.Lifecycle == Lifecycle.StartedAndDropped && !site.Addresses.IsEmpty && site.Addresses.All(address => address.Address.Port == 0);
}
