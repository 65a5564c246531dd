using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Static and instance methods of IPAddress, IPEndPoint, Dns and Uri.</summary>
internal sealed class NetworkCalls(ValueEvaluator evaluator)
{
    public Value? Of(IInvocationOperation call, ITypeSymbol type, Frame frame)
    {
        switch (call.TargetMethod.Name)
        {
            case "Parse" when type.IsNet("IPAddress") && call.Arguments.Length == 1:
                return AddressFolding.Parse(evaluator.Visit(call.Arguments[0], frame));
            case "Parse" when type.IsNet("IPEndPoint") && call.Arguments.Length == 1:
                return AddressFolding.ParseEndPoint(evaluator.Visit(call.Arguments[0], frame));
            case "MapToIPv6" or "MapToIPv4" when type.IsNet("IPAddress"):
                return AddressFolding.MapFamily(evaluator.Visit(call.Instance, frame), call.TargetMethod.Name == "MapToIPv6");
            case "GetHostAddresses" or "GetHostAddressesAsync" or "GetHostEntry" or "GetHostEntryAsync" or "GetHostByName" or "Resolve"
                when type.IsNet("Dns") && call.Arguments.Length > 0:
                return Resolved(call, frame);
            case "GetLeftPart" when type.IsUri() && call.Arguments.Length == 1:
                return LeftPart(call, frame);
            default:
                return null;
        }
    }

    private Value Resolved(IInvocationOperation call, Frame frame)
    {
        var unknown = Value.NotKnown(Reasons.ResultOf($"Dns.{call.TargetMethod.Name}"));
        return evaluator.Visit(call.Arguments[0], frame).Map(atom => atom switch
        {
            TextAtom host when AddressFolding.Resolve(host.Text, host.Origin) is { } addresses => Sequence(addresses, host.Origin),
            AddressAtom => Sequence(Value.Of(atom), atom.Origin),
            _ => unknown,
        });
    }

    private static Value Sequence(Value element, Origin origin) =>
        Value.Of(new SequenceAtom(ImmutableArray.Create(element), IsComplete: true, origin));

    private Value LeftPart(IInvocationOperation call, Frame frame)
    {
        var part = (call.Arguments[0].Value as IFieldReferenceOperation)?.Field.Name;
        return TextFolding.MapTexts(evaluator.Visit(call.Instance, frame), text => UriText.Parse(text) is { } uri
            ? part switch
            {
                "Scheme" => uri.Scheme + "://",
                "Authority" => uri.LeftPart,
                _ => null,
            }
            : null);
    }
}
