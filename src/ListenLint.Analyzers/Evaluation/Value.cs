using System.Collections.Immutable;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>The expression that a value comes from: what a fix edits and a finding points to. Holds a tree, never a compilation.</summary>
internal sealed record Origin(SyntaxTree Tree, TextSpan Span)
{
    public Location Location => Location.Create(Tree, Span);
}

/// <summary>How sure it is that an alternative is the one in force.</summary>
internal enum Certainty
{
    /// <summary>The only value, or one arm of a choice whose arms are all known.</summary>
    Chosen,

    /// <summary>Taken only when something from outside (configuration, environment, an argument) is not set.</summary>
    Fallback,
}

/// <summary>One concrete thing that an expression can be.</summary>
internal abstract record Atom(Origin Origin)
{
    public Certainty Certainty { get; init; }
}

/// <param name="Text">With <see cref="ListenAddress.Hole"/> for each part that is not known.</param>
internal sealed record TextAtom(string Text, Origin Origin) : Atom(Origin);

internal sealed record NumberAtom(long Number, Origin Origin) : Atom(Origin);

internal sealed record NullAtom(Origin Origin) : Atom(Origin);

/// <summary>A System.Net.IPAddress. <paramref name="Kind"/> is as the address stands: IPv6Any is <see cref="HostKind.AnyIPv6"/>.</summary>
/// <param name="Text">As the address prints: <c>127.0.0.1</c>.</param>
internal sealed record AddressAtom(HostKind Kind, string Text, Origin Origin) : Atom(Origin);

/// <summary>A System.Net.EndPoint. A DnsEndPoint's host is a text; an IPEndPoint's an address.</summary>
internal sealed record EndPointAtom(Value Host, Value Port, bool IsDns, Origin Origin) : Atom(Origin);

/// <summary>An array, list, set or collection expression.</summary>
/// <param name="IsComplete">Whether no other element can be in it.</param>
internal sealed record SequenceAtom(ImmutableArray<Value> Elements, bool IsComplete, Origin Origin) : Atom(Origin);

/// <summary>What reaches an argument: nothing known, one thing, or one of several.</summary>
/// <param name="Atoms">The alternatives that are known.</param>
/// <param name="Unknown">Why there may be others; null when the alternatives are all there are.</param>
internal sealed record Value(ImmutableArray<Atom> Atoms, string? Unknown)
{
    public bool IsComplete => Unknown is null;

    public static Value Of(Atom atom) => new(ImmutableArray.Create(atom), null);

    public static Value NotKnown(string reason) => new(ImmutableArray<Atom>.Empty, reason);

    /// <summary>Either of both, without doubles: what is chosen once is no mere fallback.</summary>
    public Value Or(Value other) =>
        new(
            Atoms.RemoveAll(atom => IsOutdone(atom, other)).AddRange(other.Atoms.Where(atom => !Atoms.Contains(atom) && !IsOutdone(atom, this))),
            Unknown ?? other.Unknown);

    private static bool IsOutdone(Atom atom, Value other) =>
        atom.Certainty == Certainty.Fallback && other.Atoms.Contains(atom with { Certainty = Certainty.Chosen });
}
