using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Lifetimes;

internal enum ObjectUseKind
{
    /// <summary>Compared, named, closed by a using: nothing that matters here.</summary>
    Idle,

    /// <summary>A method of the object, called or taken as a delegate.</summary>
    Called,

    /// <summary>A property of the object, read or written, that hands out nothing by which it could be started.</summary>
    Property,

    /// <summary>A new object is put into the variable, or null.</summary>
    Assigned,

    /// <summary>Somebody else gets hold of the object, or it cannot be seen what happens.</summary>
    Escapes,
}

/// <summary>One place that names the variable of an object.</summary>
/// <param name="Member">Of the object: <c>Start</c>; of its socket: <c>Server.Listen</c>.</param>
/// <param name="Place">The call, the property reference, or the name itself.</param>
/// <param name="Value">What is assigned.</param>
internal sealed record ObjectUse(ObjectUseKind Kind, SyntaxNode Place, string Member = "", IOperation? Value = null)
{
    public bool IsCallOf(IReadOnlyCollection<string> members) => Kind == ObjectUseKind.Called && members.Contains(Member);
}
