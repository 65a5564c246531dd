using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What one question may still cost, and which symbols are being looked at, so that it ends.</summary>
internal sealed class Effort
{
    private const int MaximumDepth = 48;

    private readonly HashSet<(ISymbol, Frame)> _inProgress = new(new Comparer());
    private int _steps = 400;
    private int _bindings = 400;
    private int _depth;

    /// <summary>How often something was cut short: a value computed meanwhile may not be kept for other questions.</summary>
    public int Cuts { get; private set; }

    public bool TryDescend()
    {
        if (_steps == 0 || _depth == MaximumDepth)
        {
            Cuts++;
            return false;
        }

        _steps--;
        _depth++;
        return true;
    }

    public void Ascend() => _depth--;

    /// <summary>Asked before a syntax is bound only to learn whether it matters.</summary>
    public bool TryBind()
    {
        if (_bindings == 0)
        {
            Cuts++;
            return false;
        }

        _bindings--;
        return true;
    }

    public bool TryBegin(ISymbol symbol, Frame frame)
    {
        if (_inProgress.Add((symbol, frame)))
        {
            return true;
        }

        Cuts++;
        return false;
    }

    public void End(ISymbol symbol, Frame frame) => _inProgress.Remove((symbol, frame));

    private sealed class Comparer : IEqualityComparer<(ISymbol Symbol, Frame Frame)>
    {
        public bool Equals((ISymbol Symbol, Frame Frame) x, (ISymbol Symbol, Frame Frame) y) =>
            ReferenceEquals(x.Frame, y.Frame) && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

        public int GetHashCode((ISymbol Symbol, Frame Frame) key) => SymbolEqualityComparer.Default.GetHashCode(key.Symbol);
    }
}
