using ListenLint.Analyzers.Evaluation;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>The listener whose life is remarkable. A value: it reaches no compilation.</summary>
/// <param name="Creation">The expression that makes it.</param>
/// <param name="Name">Of the variable that holds it, or of its type.</param>
/// <param name="Start">The member that would start it.</param>
internal sealed record CreatedListener(Origin Creation, string Name, string Start)
{
    /// <summary>The first use that a start must come before; null when it is started.</summary>
    public Origin? FirstNeed { get; init; }

    /// <summary>That use's member: <c>AcceptTcpClientAsync</c>.</summary>
    public string? NeedingMember { get; init; }
}
