using System.Collections.Immutable;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>How the values of several places become the value of one.</summary>
internal static class Alternatives
{
    private const int MaximumAtoms = 32;

    /// <summary>No value at all: what a throw yields, or a symbol that is set from itself.</summary>
    public static Value Nothing { get; } = new(ImmutableArray<Atom>.Empty, null);

    public static bool IsNothing(this Value value) => value.Atoms.IsEmpty && value.IsComplete;

    public static bool HasNull(this Value value) => value.Atoms.Any(atom => atom is NullAtom);

    /// <summary>A part that is computed with must be there: nothing becomes not known.</summary>
    public static Value OrNotKnown(this Value value, string reason) => value.IsNothing() ? Value.NotKnown(reason) : value;

    public static Value AsFallback(this Value value) =>
        new(value.Atoms.Select(AsFallback).ToImmutableArray(), value.Unknown);

    public static Atom AsFallback(Atom atom) =>
        atom.Certainty == Certainty.Fallback ? atom : atom with { Certainty = Certainty.Fallback };

    public static Value WithoutNull(this Value value) =>
        value.HasNull() ? new(value.Atoms.RemoveAll(atom => atom is NullAtom), value.Unknown) : value;

    public static Value AndUnknown(this Value value, string reason) =>
        value.IsComplete ? value with { Unknown = reason } : value;

    /// <summary>Any of them. One that comes from outside makes fallbacks of the others.</summary>
    public static Value Join(IEnumerable<Value> values)
    {
        var joined = Nothing;
        var outside = false;
        foreach (var value in values)
        {
            joined = joined.Or(value);
            outside |= Reasons.IsFromOutside(value.Unknown);
            if (joined.Atoms.Length > MaximumAtoms)
            {
                return new(joined.Atoms.RemoveRange(MaximumAtoms, joined.Atoms.Length - MaximumAtoms), joined.Unknown ?? Reasons.TooComplex);
            }
        }

        return outside ? joined.AsFallback() : joined;
    }

    public static Value Join(params Value[] values) => Join((IEnumerable<Value>)values);

    /// <summary><c>first ?? otherwise</c>.</summary>
    public static Value Coalesce(Value first, Value otherwise)
    {
        if (!first.IsComplete)
        {
            return first.WithoutNull().Or(otherwise.AsFallback());
        }

        return first.IsNothing() || first.HasNull() ? first.WithoutNull().Or(otherwise) : first;
    }

    /// <summary>Each atom replaced; what it becomes is no surer than it was.</summary>
    public static Value Map(this Value value, Func<Atom, Value> map)
    {
        var mapped = value.Atoms.Select(atom =>
            atom.Certainty == Certainty.Fallback ? map(atom).AsFallback() : map(atom));
        var result = mapped.Aggregate(Nothing, (all, one) => all.Or(one));
        return value.IsComplete ? result : result with { Unknown = value.Unknown };
    }
}
