using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>System.UriBuilder: the constructor's text, changed by the properties that are set afterwards.</summary>
internal sealed class UriBuilderValues(ValueEvaluator evaluator)
{
    private sealed record Parts(Value Scheme, Value Host, Value? Port, Value? Path);

    public Value Text(IOperation? builder, Frame frame) =>
        PartsOf(builder, frame) is { } parts ? Print(parts, ValueEvaluator.OriginOf(builder!)) : Value.NotKnown(Reasons.ObjectOf("UriBuilder"));

    public Value Property(string name, IOperation builder, Frame frame)
    {
        if (name == "Uri")
        {
            return UriMembers.Canonical(Text(builder, frame));
        }

        var parts = PartsOf(builder, frame);
        return name switch
        {
            "Scheme" => parts?.Scheme,
            "Host" => parts?.Host,
            "Port" => parts?.Port,
            "Path" => parts?.Path,
            _ => null,
        } ?? Value.NotKnown(Reasons.ObjectOf("UriBuilder"));
    }

    private Parts? PartsOf(IOperation? builder, Frame frame) => builder switch
    {
        IConversionOperation { OperatorMethod: null } conversion => PartsOf(conversion.Operand, frame),
        IObjectCreationOperation creation => Created(creation, frame),
        ILocalReferenceOperation { Local: var local } => Held(local, frame),
        _ => null,
    };

    private Parts? Held(ILocalSymbol local, Frame frame)
    {
        if (evaluator.DeclarationOf(local) is not VariableDeclaratorSyntax { Initializer: { } initializer } declaration
            || evaluator.OperationOf(initializer) is not IVariableInitializerOperation { Value: IOperation and not ILocalReferenceOperation and var made }
            || PartsOf(made, frame) is not { } parts)
        {
            return null;
        }

        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in evaluator.NamesIn.Of(local.Name, NameIndex.ScopeOf(declaration)))
        {
            if (Write.At(name) is not null)
            {
                return null;
            }

            if (name.Parent is not MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access
                || access.Expression != name || assignment.Left != access || evaluator.Denotes(name, local) == false)
            {
                continue;
            }

            // Set twice, or only sometimes: what it holds at the end is not settled.
            if (!set.Add(access.Name.Identifier.ValueText) || assignment.Parent is not ExpressionStatementSyntax
                || evaluator.OperationOf(assignment) is not ISimpleAssignmentOperation operation)
            {
                return null;
            }

            parts = With(parts, access.Name.Identifier.ValueText, operation.Value, frame, isSometimes: assignment.Ancestors().Any(a => a is IfStatementSyntax));
        }

        return parts;
    }

    private Parts? Created(IObjectCreationOperation creation, Frame frame)
    {
        var origin = ValueEvaluator.OriginOf(creation);
        var parts = new Parts(TextFolding.Literal("http", origin), TextFolding.Literal("localhost", origin), null, null);
        if (creation.Arguments is [{ Parameter.Name: "uri" } whole])
        {
            if (evaluator.Visit(whole, frame) is not { IsComplete: true, Atoms: [TextAtom text] })
            {
                return null;
            }

            parts = Split(text, origin);
        }
        else
        {
            foreach (var argument in creation.Arguments)
            {
                var name = argument.Parameter?.Name ?? "";
                parts = With(parts, name switch
                {
                    "scheme" or "schemeName" => "Scheme",
                    "host" or "hostName" => "Host",
                    "port" or "portNumber" => "Port",
                    "path" or "pathValue" => "Path",
                    _ => name,
                }, argument.Value, frame, isSometimes: false);
            }
        }

        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? Enumerable.Empty<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                parts = With(parts, name, assignment.Value, frame, isSometimes: false);
            }
        }

        return parts;
    }

    private static Parts Split(TextAtom text, Origin origin)
    {
        var uri = UriText.Parse(text.Text) ?? UriText.Parse("http://" + text.Text);
        return uri is null
            ? new(Value.NotKnown(Reasons.OtherExpression), Value.NotKnown(Reasons.OtherExpression), null, null)
            : new(
                TextFolding.Text(uri.Scheme, text.Origin),
                TextFolding.Text(uri.Host, text.Origin),
                uri.Port is null ? null : NumberFolding.Parse(TextFolding.Text(uri.Port, text.Origin)),
                uri.Rest.Length == 0 ? null : TextFolding.Literal(uri.Rest, origin));
    }

    private Parts With(Parts parts, string property, IOperation value, Frame frame, bool isSometimes)
    {
        var set = property is "Scheme" or "Host" or "Port" or "Path" ? evaluator.Visit(value, frame).OrNotKnown(Reasons.NeverSet) : null;
        if (set is null)
        {
            return parts;
        }

        Value Changed(Value? before) => isSometimes ? set.Or(before ?? Value.NotKnown(Reasons.ChangedInSteps)) : set;
        return property switch
        {
            "Scheme" => parts with { Scheme = Changed(parts.Scheme) },
            "Host" => parts with { Host = Changed(parts.Host) },
            "Port" => parts with { Port = Changed(parts.Port) },
            _ => parts with { Path = Changed(parts.Path) },
        };
    }

    private static Value Print(Parts parts, Origin origin)
    {
        var texts = new List<Value> { parts.Scheme, TextFolding.Literal("://", origin), Bracketed(parts.Host) };
        if (parts.Port is not null and not { Atoms: [NumberAtom { Number: -1 }] })
        {
            texts.Add(TextFolding.Literal(":", origin));
            texts.Add(parts.Port);
        }

        texts.Add(parts.Path is null ? TextFolding.Literal("/", origin) : Rooted(parts.Path));
        return TextFolding.Concat(texts, origin);
    }

    private static Value Bracketed(Value host) => TextFolding.MapTexts(
        TextFolding.ToText(host), text => text.IndexOf(':') >= 0 && !text.StartsWith("[", StringComparison.Ordinal) ? $"[{text}]" : text);

    private static Value Rooted(Value path) => TextFolding.MapTexts(
        path, text => text.StartsWith("/", StringComparison.Ordinal) ? text : "/" + text);
}
