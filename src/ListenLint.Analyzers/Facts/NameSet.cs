using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// The names that are worth a look, and for each tree that was asked about where it writes them. Equal sets are one
/// object, so that trees are scanned once a set: trees are shared by compilations whose sets differ.
/// </summary>
internal sealed class NameSet
{
    private const int MaximumInterned = 512;

    private static readonly ConcurrentDictionary<string, NameSet> Interned = new(StringComparer.Ordinal);

    private readonly ImmutableHashSet<string> _names;
    private readonly ImmutableHashSet<string> _literals;
    private readonly HashSet<int> _hashes;
    private readonly ConditionalWeakTable<SyntaxTree, Candidates> _byTree = new();

    private NameSet(IEnumerable<string> names, IEnumerable<string> literals)
    {
        _names = names.ToImmutableHashSet(StringComparer.Ordinal);
        _literals = literals.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        _hashes = new HashSet<int>(_names.Select(IdentifierHash.Of));
        _hashes.UnionWith(_literals.Select(IdentifierHash.Of));
    }

    /// <summary>The set of these names.</summary>
    /// <param name="literals">Words that count at the beginning of a string literal too, in any case: configuration keys.</param>
    public static NameSet Of(IEnumerable<string> names, IEnumerable<string>? literals = null)
    {
        var sortedNames = names.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var sortedLiterals = (literals ?? []).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var key = string.Join("\n", sortedNames) + "\n\n" + string.Join("\n", sortedLiterals);
        if (Interned.TryGetValue(key, out var known))
        {
            return known;
        }

        var created = new NameSet(sortedNames, sortedLiterals);

        // A question about one name of a user's program is asked again after each keystroke, but names come and go: past
        // the bound a set lives with its asker only.
        return Interned.Count < MaximumInterned ? Interned.GetOrAdd(key, created) : created;
    }

    public NameSet With(IEnumerable<string> names) => Of(_names.Union(names), _literals);

    /// <summary>Where the tree writes one of the names. Scanned at the first question.</summary>
    public Candidates In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (_byTree.TryGetValue(tree, out var known))
        {
            return known;
        }

        var scanned = CandidateScan.Of(tree, this, cancellationToken);
        return _byTree.GetValue(tree, _ => scanned);
    }

    internal bool MayContain(int hash) => _hashes.Contains(hash);

    internal bool ContainsName(string text) => _names.Contains(text);

    internal bool ContainsLiteral(string text) => _literals.Contains(text);
}

/// <summary>Positions in one tree; no nodes, so that a tree that nobody asks for is not held.</summary>
/// <param name="Names">Of simple names and of string literals that begin with a word of the set, in order.</param>
/// <param name="ImplicitCreations">Of the <c>new</c> of each <c>new(</c>, not yet confirmed to be one.</param>
internal sealed record Candidates(ImmutableArray<int> Names, ImmutableArray<int> ImplicitCreations);

/// <summary>FNV-1a over the lower-cased identifier: literals are matched in any case.</summary>
internal static class IdentifierHash
{
    public const int Start = unchecked((int)2166136261);

    public static int Next(int hash, char c) => unchecked((hash ^ (c is >= 'A' and <= 'Z' ? c | 0x20 : c)) * 16777619);

    public static int Of(string text) => text.Aggregate(Start, Next);
}
