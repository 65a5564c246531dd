using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>
/// Rewrites the addresses of a listener where they are written. What something else reads too is left alone; the listener
/// then gets an address of its own at the call.
/// </summary>
internal sealed class AddressRewriter(FoundListener found, AddressChange change)
{
    private readonly ValuePath _paths = new(found);
    private readonly ValueEvaluator _evaluator = new(
        found.Model.Compilation, found.ModelOf, new SourceOccurrences(found.Model.Compilation, NameSet.Of([]), found.CancellationToken), found.CancellationToken);

    /// <summary>Null when one of the addresses cannot be rewritten.</summary>
    public async Task<SolutionEdits?> EditsAsync()
    {
        var edits = SolutionEdits.None;
        var origins = found.Sites.SelectMany(site => site.Addresses).Where(change.Concerns).Select(address => address.Origin).Distinct();
        foreach (var origin in origins)
        {
            if (origin.Tree.GetRoot(found.CancellationToken).FindNode(origin.Span, getInnermostNodeForTie: true) is not ExpressionSyntax written)
            {
                return null;
            }

            var edit = await _paths.ReachOfAsync(written).ConfigureAwait(false) switch
            {
                ValueReach.ListenerOnly => await WhereWrittenAsync(written).ConfigureAwait(false),
                ValueReach.Shared => AtTheCall(written),
                _ => null,
            };
            if (edit is null || !edit.GoesWith(edits))
            {
                return null;
            }

            edits = edits.And(edit);
        }

        return edits;
    }

    /// <summary>The new text, for a title; null when it is not one text alone.</summary>
    public string? NewText()
    {
        var origins = found.Sites.SelectMany(site => site.Addresses).Where(change.Concerns).Select(address => address.Origin).Distinct().ToArray();
        return origins.Length == 1
            && origins[0].Tree.GetRoot(found.CancellationToken).FindNode(origins[0].Span, getInnermostNodeForTie: true) is ExpressionSyntax written
            && WrittenText.Of(written, Evaluate) is { } text && change.InText(text.Text) is { } replacements
            ? Replaced(text.Text, replacements)
            : null;
    }

    private async Task<SolutionEdits?> WhereWrittenAsync(ExpressionSyntax written)
    {
        if (IPAddressField(written) is { } field)
        {
            return change.InPlaceOf(field.ValueText) is { } name ? In(written, new TextChange(field.Span, name)) : null;
        }

        if (IPAddressCreation(written) is { } creation)
        {
            return FieldFor(creation) is { } name ? In(creation, new TextChange(creation.Span, name)) : null;
        }

        if (WrittenText.Of(written, Evaluate) is not { } text || change.InText(text.Text) is not { } replacements)
        {
            return null;
        }

        var edits = SolutionEdits.None;
        foreach (var replacement in replacements)
        {
            if (await InTextAsync(text, replacement).ConfigureAwait(false) is not { } edit)
            {
                return null;
            }

            edits = edits.And(edit);
        }

        return edits;
    }

    private async Task<SolutionEdits?> InTextAsync(WrittenText text, TextReplacement replacement)
    {
        if (text.Holding(replacement.Range) is not { } stretch)
        {
            return null;
        }

        var within = replacement.Range.Shift(-stretch.Range.Start);
        if (stretch.Letters is { } letters)
        {
            return In(stretch.Node, new TextChange(new TextSpan(letters.Start + within.Start, within.Length), replacement.NewText));
        }

        // A hole is not known, and IPAddress.Loopback in an interpolation is written there.
        var known = text.Text.Substring(stretch.Range.Start, stretch.Range.Length);
        if (stretch.Source is { } source
            && WrittenText.Of(source, Evaluate) is { } inner && inner.Text == known
            && await _paths.ReachOfAsync(source).ConfigureAwait(false) == ValueReach.ListenerOnly
            && await InTextAsync(inner, replacement with { Range = within }).ConfigureAwait(false) is { } edit)
        {
            return edit;
        }

        // Letters that stand there in another form, escaped or indented, are not put in order; nor is a call whose result has the host somewhere in it.
        var isWhole = within.Start == 0 && within.Length == known.Length;
        if (stretch.Node is LiteralExpressionSyntax or InterpolatedStringTextSyntax
            || (!isWhole && (text.HasHole || stretch.Node is not (NameSyntax or MemberAccessExpressionSyntax))))
        {
            return null;
        }

        var own = Replaced(known, [replacement with { Range = within }]);
        return In(stretch.Node, new TextChange(stretch.Node.Span, stretch.Node is InterpolationSyntax ? own : SymbolDisplay.FormatLiteral(own, quote: true)));
    }

    /// <summary>The one name in the argument that stands for the value becomes the new value itself.</summary>
    private SolutionEdits? AtTheCall(ExpressionSyntax written)
    {
        var origin = new Origin(written.SyntaxTree, written.Span);
        var names = found.Root.DescendantNodes(found.Site.Argument.Span)
            .OfType<ExpressionSyntax>()
            .Where(name => found.Site.Argument.Span.Contains(name.Span)
                && name is IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax } or MemberAccessExpressionSyntax
                && Evaluate(name) is { IsComplete: true, Atoms: { Length: 1 } atoms } && atoms[0].Origin == origin)
            .ToArray();
        if (names.Length != 1)
        {
            return null;
        }

        var type = found.Model.GetTypeInfo(names[0], found.CancellationToken).Type;
        if (type is { SpecialType: SpecialType.System_String }
            && WrittenText.Of(written, Evaluate) is { HasHole: false } text && change.InText(text.Text) is { } replacements)
        {
            return In(names[0], new TextChange(names[0].Span, SymbolDisplay.FormatLiteral(Replaced(text.Text, replacements), quote: true)));
        }

        return type is { Name: "IPAddress" } && IPAddressField(written) is { } field && change.InPlaceOf(field.ValueText) is { } other
            ? In(names[0], new TextChange(names[0].Span, NameOf(type, names[0].SpanStart) + "." + other))
            : null;
    }

    private SyntaxToken? IPAddressField(ExpressionSyntax expression) =>
        found.ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, found.CancellationToken).Symbol is IFieldSymbol { ContainingType: { Name: "IPAddress", ContainingNamespace.Name: "Net" } }
            ? expression switch
            {
                IdentifierNameSyntax name => name.Identifier,
                MemberAccessExpressionSyntax access => access.Name.Identifier,
                _ => null,
            }
            : null;

    private BaseObjectCreationExpressionSyntax? IPAddressCreation(ExpressionSyntax expression) =>
        expression.AncestorsAndSelf()
            .TakeWhile(node => node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InitializerExpressionSyntax)
            .OfType<BaseObjectCreationExpressionSyntax>()
            .FirstOrDefault(creation => found.ModelOf(creation.SyntaxTree).GetTypeInfo(creation, found.CancellationToken).Type is { Name: "IPAddress" });

    private string? FieldFor(BaseObjectCreationExpressionSyntax creation)
    {
        var field = Evaluate(creation) is { IsComplete: true, Atoms: { Length: 1 } atoms } && atoms[0] is AddressAtom address
            ? address.Text switch
            {
                "0.0.0.0" => "Any",
                "::" => "IPv6Any",
                var text when System.Net.IPAddress.TryParse(text, out var parsed) && System.Net.IPAddress.IsLoopback(parsed) =>
                    parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IPv6Loopback" : "Loopback",
                _ => null,
            }
            : null;
        return field is not null && change.InPlaceOf(field) is { } other
            && found.ModelOf(creation.SyntaxTree).GetTypeInfo(creation, found.CancellationToken).Type is { } type
            ? (creation is ObjectCreationExpressionSyntax named ? named.Type.ToString() : NameOf(type, creation.SpanStart, creation.SyntaxTree)) + "." + other
            : null;
    }

    private string NameOf(ITypeSymbol type, int position, SyntaxTree? tree = null) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(tree is null ? found.Model : found.ModelOf(tree), position);

    private SolutionEdits? In(SyntaxNode node, TextChange textChange) =>
        found.Solution.GetDocumentId(node.SyntaxTree) is { } file ? SolutionEdits.In(file, textChange) : null;

    private Value Evaluate(ExpressionSyntax expression) =>
        found.ModelOf(expression.SyntaxTree).GetOperation(expression, found.CancellationToken) is { } operation
            ? _evaluator.Evaluate(operation)
            : Value.NotKnown("no operation");

    private static string Replaced(string text, IEnumerable<TextReplacement> replacements)
    {
        foreach (var replacement in replacements.OrderByDescending(replacement => replacement.Range.Start))
        {
            text = text.Substring(0, replacement.Range.Start) + replacement.NewText + text.Substring(replacement.Range.End);
        }

        return text;
    }
}
