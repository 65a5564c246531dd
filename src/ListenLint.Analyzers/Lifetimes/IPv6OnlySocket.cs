using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Lifetimes;

/// <summary>
/// Whether a socket that is bound to [::] takes IPv6 alone. DualMode throws once the socket is bound (measured), so that
/// only what happens before the bind counts.
/// </summary>
internal sealed class IPv6OnlySocket(Func<SyntaxTree, SemanticModel> models, CancellationToken cancellationToken)
{
    private readonly ObjectUses _uses = new(models, cancellationToken);

    public bool Is(ApiRow row, IOperation operation, IOperation? receiver)
    {
        if (KnowsOfFamilies(operation.Syntax))
        {
            return false;
        }

        return operation switch
        {
            IObjectCreationOperation { Type.Name: "UdpClient" } when row.IPv6AnyIsIPv6Only => true,
            IObjectCreationOperation creation when row.IPv6AnyIsIPv6Only => IsUntouchedUntilStart(creation, row),
            IInvocationOperation { TargetMethod: { Name: "Bind", ContainingType.Name: "Socket" } } bind when receiver is not null => IsBoundToOneFamily(bind, receiver),
            _ => false,
        };
    }

    /// <summary>Code that speaks of DualMode, or binds IPv4 beside it, has made its choice.</summary>
    private bool KnowsOfFamilies(SyntaxNode node)
    {
        foreach (var part in PartsAround(node))
        {
            foreach (var name in part.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText is "DualMode" or "IPv6Only" or "AllowNatTraversal"
                    || (name.Identifier.ValueText == "Any" && !IsCalled(name))
                    || IsOptionByNumber(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IEnumerable<SyntaxNode> PartsAround(SyntaxNode node)
    {
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is not null && models(node.SyntaxTree).GetDeclaredSymbol(type, cancellationToken) is { } symbol
            ? symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))
            : [node.SyntaxTree.GetRoot(cancellationToken)];
    }

    private static bool IsCalled(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) is InvocationExpressionSyntax call
        && (call.Expression == name || call.Expression == name.Parent);

    /// <summary><c>(SocketOptionName)27</c>, as it is written where the name was missing.</summary>
    private static bool IsOptionByNumber(SimpleNameSyntax name) =>
        name.Identifier.ValueText == "SocketOptionName"
        && name.FirstAncestorOrSelf<CastExpressionSyntax>() is { } cast
        && cast.Type.Span.Contains(name.Span)
        && cast.Expression.ToString() == "27";

    private bool IsUntouchedUntilStart(IObjectCreationOperation creation, ApiRow row)
    {
        if (ObjectHolder.OfCreated(creation) is not { } holder)
        {
            return false;
        }

        var uses = _uses.Of(holder);
        var escapes = uses.Where(use => use.Kind == ObjectUseKind.Escapes).ToArray();
        return escapes.Length == 0
            || (holder.IsLocal
                && uses.FirstOrDefault(use => use.IsCallOf(row.Starts)) is { } start
                && escapes.All(escape => ComesBefore(start.Place, escape.Place)));
    }

    private bool IsBoundToOneFamily(IInvocationOperation bind, IOperation receiver)
    {
        if (ObjectHolder.OfReference(receiver) is not { } holder)
        {
            return false;
        }

        var uses = _uses.Of(holder);
        return uses.Where(use => use.Kind == ObjectUseKind.Escapes).All(use => holder.IsLocal && ComesBefore(bind.Syntax, use.Place))
            && uses.Any(use => use.Kind == ObjectUseKind.Assigned)
            && uses.Where(use => use.Kind == ObjectUseKind.Assigned).All(use => IsOfOneFamily(use.Value));
    }

    /// <summary>Made for a family. Where the family is the endpoint's own, it is IPv6: else the bind would throw.</summary>
    private static bool IsOfOneFamily(IOperation? value) =>
        value is IObjectCreationOperation { Type.Name: "Socket", Arguments: { Length: 3 } arguments, Initializer: null }
        && arguments.FirstOrDefault(argument => argument.Parameter is { Ordinal: 0, Type.Name: "AddressFamily" })?.Value is { } family
        && (family.ConstantValue is { HasValue: true, Value: (int)System.Net.Sockets.AddressFamily.InterNetworkV6 }
            || family is IPropertyReferenceOperation { Property.Name: "AddressFamily" });

    /// <summary>In the same run of statements, so that the text's order is the order of events.</summary>
    private static bool ComesBefore(SyntaxNode first, SyntaxNode second)
    {
        var statement = first.FirstAncestorOrSelf<StatementSyntax>();
        var block = statement?.Parent is GlobalStatementSyntax global ? global.Parent : statement?.Parent;
        return block is BlockSyntax or CompilationUnitSyntax && block.Contains(second) && statement!.Span.End <= second.SpanStart;
    }
}
