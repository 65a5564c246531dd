using System.Collections.Immutable;
using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Lifetimes;
using ListenLint.Core.Addresses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Facts;

/// <summary>Binds the candidates of a compilation and reads what each of them listens on.</summary>
internal sealed class SiteReader(Compilation compilation, ApiCatalog catalog, NameSet names, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<ListenSite>.Builder _sites = ImmutableArray.CreateBuilder<ListenSite>();
    private readonly LoopbackIntent _intent = new();
    private ChangedEndPoints? _changedEndPoints;
    private readonly HashSet<(SyntaxTree, TextSpan, ApiRow)> _seen = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly ImmutableArray<Mark>.Builder _marks = ImmutableArray.CreateBuilder<Mark>();

    public SourceFacts Read()
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var candidates = names.In(tree, cancellationToken);
            if (candidates.Names.IsEmpty && candidates.ImplicitCreations.IsEmpty)
            {
                continue;
            }

            var root = tree.GetRoot(cancellationToken);
            foreach (var position in candidates.Names.Concat(candidates.ImplicitCreations).OrderBy(position => position))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (root.FindToken(position).Parent is { } node && IsWorthBinding(node))
                {
                    Read(node);
                }
            }
        }

        return new SourceFacts(_sites.ToImmutable(), _marks.ToImmutable());
    }

    /// <summary>Names as common as Run and Start are told apart by their syntax, before a whole method is bound for them.</summary>
    private bool IsWorthBinding(SyntaxNode node)
    {
        if (node is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name
            || access.Name != name
            || ProgramMarks.Names.Contains(name.Identifier.ValueText))
        {
            return true;
        }

        var leftOfDot = access.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };
        return leftOfDot != "Task"
            && catalog.CouldBe(name.Identifier.ValueText, leftOfDot)
            && catalog.CouldBeCalled(name.Identifier.ValueText, call.ArgumentList.Arguments.Count);
    }

    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            _models.Add(tree, model = compilation.GetSemanticModel(tree));
        }

        return model;
    }

    private void Read(SyntaxNode node)
    {
        foreach (var use in ApiUse.At(node, ModelOf(node.SyntaxTree), cancellationToken))
        {
            foreach (var row in catalog.Find(use.Symbol))
            {
                if (row.Role == ApiRole.Listen
                    && KeyAgrees(row, use)
                    && ListeningUse.Is(row, use)
                    && ReceiverAgrees(row, use)
                    && _seen.Add((use.Operation.Syntax.SyntaxTree, use.Operation.Syntax.Span, row)))
                {
                    Add(row, use, node);
                }
            }

            if (ProgramMarks.Of(use) is not Marks.None and var mark)
            {
                _marks.Add(new Mark(mark, OriginOf(use.Operation.Syntax), ServerIdentity.Of(use, ModelOf, cancellationToken)));
            }
        }
    }

    private static Origin OriginOf(SyntaxNode node) => new(node.SyntaxTree, node.Span);

    private static bool KeyAgrees(ApiRow row, ApiUse use) =>
        row.Key is null || (KeyText(use.ValueOf(row.Key)) is { } key && row.AcceptsKey(key));

    private static string? KeyText(IOperation? key) => key switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,

        // Static read-only fields, no constants.
        IFieldReferenceOperation { Field: { ContainingType.Name: "WebHostDefaults", Name: var name } } => name switch
        {
            "ServerUrlsKey" => "urls",
            "HttpPortsKey" => "http_ports",
            "HttpsPortsKey" => "https_ports",
            _ => null,
        },
        _ => null,
    };

    private static bool ReceiverAgrees(ApiRow row, ApiUse use)
    {
        var receiver = use.Receiver is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : use.Receiver;

        // A section's keys are relative to it.
        if (use.Symbol is IPropertySymbol { IsIndexer: true } && receiver?.Type?.Name is "IConfigurationSection" or "ConfigurationSection")
        {
            return false;
        }

        if (row.Receiver is null)
        {
            return true;
        }

        for (var type = receiver?.Type; type is not null; type = type.BaseType)
        {
            if (type.OriginalDefinition.GetDocumentationCommentId() == "T:" + row.Receiver)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ApiRow row, ApiUse use, SyntaxNode name)
    {
        var occurrences = new SourceOccurrences(compilation, names, cancellationToken);
        var evaluator = new ValueEvaluator(compilation, ModelOf, occurrences, cancellationToken);
        var addresses = new SiteAddresses(row);
        if (!Fill(addresses, row, use, evaluator))
        {
            return;
        }

        if (use.ValueOf(row.Endpoint) is { } endPoint
            && !addresses.Addresses.IsEmpty
            && addresses.Addresses.Any(address => address.Origin.Tree != endPoint.Syntax.SyntaxTree || !endPoint.Syntax.Span.Contains(address.Origin.Span))
            && (_changedEndPoints ??= new ChangedEndPoints(occurrences, ModelOf, cancellationToken)).Exist)
        {
            addresses.Note("an end point that is changed after it was made");
        }

        if (addresses.IsEmpty)
        {
            return;
        }

        var argument = ArgumentOf(row, use, name);
        var (intent, reason) = _intent.Of(
            use.Operation.Syntax,
            addresses.Addresses.Select(address => address.Origin.Tree.GetRoot(cancellationToken).FindNode(address.Origin.Span)));
        var (lifecycle, listener) = new ListenerLifecycle(ModelOf, cancellationToken).Of(row, use.Operation, use.Receiver);
        _sites.Add(new ListenSite(row, OriginOf(use.Operation.Syntax), argument)
        {
            Addresses = addresses.Addresses,
            Unknown = addresses.Unknown,
            Server = ServerIdentity.Of(use, ModelOf, cancellationToken),
            Member = MemberOf(use.Operation.Syntax),
            Guard = GuardReader.Of(use.Operation.Syntax),
            Intent = row.LoopbackIsIntended && intent == Intent.None ? Intent.Probable : intent,
            IntentReason = row.LoopbackIsIntended ? reason ?? "the API's own purpose is loopback" : reason,
            Lifecycle = lifecycle,
            Listener = listener,
            IsIPv6Only = IsIPv6Wildcard(addresses) && new IPv6OnlySocket(ModelOf, cancellationToken).Is(row, use.Operation, use.Receiver),
        });
    }

    /// <summary>[::] for certain, and nothing beside it: whoever has a choice here has IPv4 in mind too.</summary>
    private static bool IsIPv6Wildcard(SiteAddresses addresses) =>
        addresses.Unknown is null
        && addresses.Addresses.Length == 1
        && addresses.Addresses[0] is { Certainty: Certainty.Chosen, Address: { Fault: ListenFault.None, Host: "::" or "[::]" } };

    /// <summary>False when this overload fills no slot of the row: another row, or none, speaks of it.</summary>
    private static bool Fill(SiteAddresses addresses, ApiRow row, ApiUse use, ValueEvaluator evaluator)
    {
        if (row.IsNotNetwork)
        {
            addresses.AddOther();
        }
        else if (use.ValueOf(row.OpenWhen)?.ConstantValue is { HasValue: true, Value: true })
        {
            addresses.AddHost(Value.Of(new TextAtom("*", OriginOf(use.Operation.Syntax))), PortOf(row, use, evaluator), AddressGrammar.Host);
        }
        else if (use.ValueOf(row.Uri) is { } uri)
        {
            addresses.AddTexts(evaluator.Evaluate(uri), row.Grammar);
        }
        else if (use.ValueOf(row.Prefix) is { } prefix)
        {
            addresses.AddTexts(evaluator.Evaluate(prefix), row.Grammar);
        }
        else if (use.ValueOf(row.Ports) is { } ports)
        {
            addresses.AddTexts(evaluator.Evaluate(ports), AddressGrammar.HttpPorts);
        }
        else if (use.ValueOf(row.Endpoint) is { } endpoint)
        {
            addresses.AddEndPoints(evaluator.Evaluate(endpoint), row.Grammar);
        }
        else if (use.ValueOf(row.Host) is { } host)
        {
            addresses.AddHost(evaluator.Evaluate(host), PortOf(row, use, evaluator), GrammarOf(row, host));
        }
        else if (row.DefaultHost is { } defaultHost)
        {
            var origin = OriginOf(use.Operation.Syntax);
            addresses.AddHost(Value.Of(new TextAtom(defaultHost, origin)), PortOf(row, use, evaluator), row.Grammar);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>A text that is handed over as an IPAddress went through Parse, which takes no name.</summary>
    private static AddressGrammar GrammarOf(ApiRow row, IOperation host) =>
        host.Type is { Name: "IPAddress" } ? AddressGrammar.IPAddress : row.Grammar;

    private static Value PortOf(ApiRow row, ApiUse use, ValueEvaluator evaluator)
    {
        if (use.ValueOf(row.Port) is { } port)
        {
            return evaluator.Evaluate(port);
        }

        return row.DefaultPort is { } defaultPort
            ? Value.Of(new NumberAtom(defaultPort, OriginOf(use.Operation.Syntax)))
            : Value.NotKnown("no port is named");
    }

    /// <summary>What a finding underlines: the address argument, or the member's name where the name itself says the address.</summary>
    private static Origin ArgumentOf(ApiRow row, ApiUse use, SyntaxNode name)
    {
        var value = use.ValueOf(row.Uri) ?? use.ValueOf(row.Prefix) ?? use.ValueOf(row.Ports) ?? use.ValueOf(row.Endpoint) ?? use.ValueOf(row.Host);
        if (value is null)
        {
            return OriginOf(name is ImplicitObjectCreationExpressionSyntax ? use.Operation.Syntax : name);
        }

        // The array that the compiler makes for `params` has the whole call as its syntax.
        if (value.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray }
            && value is IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements })
        {
            return new Origin(
                value.Syntax.SyntaxTree,
                TextSpan.FromBounds(elements[0].Syntax.SpanStart, elements[elements.Length - 1].Syntax.Span.End));
        }

        return OriginOf(value.Syntax);
    }

    private static string MemberOf(SyntaxNode node)
    {
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(ancestor => ancestor is not GlobalStatementSyntax);
        return node.SyntaxTree.FilePath + "@" + (member?.SpanStart ?? 0);
    }
}

/// <summary>A call that changes what addresses mean.</summary>
internal sealed record Mark(Marks Kind, Origin Call, string? Server);

/// <summary>What the source of one compilation says of listening.</summary>
internal sealed record SourceFacts(ImmutableArray<ListenSite> Sites, ImmutableArray<Mark> Marks)
{
    public bool Has(Marks mark) => Marks.Any(found => (found.Kind & mark) != 0);
}
