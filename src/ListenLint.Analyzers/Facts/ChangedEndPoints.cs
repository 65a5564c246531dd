using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// Whether the program writes to an IPEndPoint after it was made. Its Address and Port can be set by anyone who holds it,
/// so that from then on only an end point that is made in the very argument is known.
/// </summary>
internal sealed class ChangedEndPoints(SourceOccurrences occurrences, Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
{
    private bool? _exist;

    public bool Exist => _exist ??= occurrences.Of("Address").Concat(occurrences.Of("Port")).Any(IsWritten);

    private bool IsWritten(SyntaxNode name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access
        && assignment.Left == access
        && access.Name == name
        && models(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol is IPropertySymbol { ContainingType: { Name: "IPEndPoint", ContainingNamespace.Name: "Net" } };
}
