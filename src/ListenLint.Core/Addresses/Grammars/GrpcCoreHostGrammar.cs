namespace ListenLint.Core.Addresses.Grammars;

/// <summary>
/// The host of <c>Grpc.Core.ServerPort</c>, which is put before the port with a colon between: a bare IPv6 literal fails.
/// The wildcard addresses of both families open a socket of both.
/// </summary>
internal sealed class GrpcCoreHostGrammar : HostGrammar
{
    public override HostReading ReadHost(string host)
    {
        if (host.StartsWith("unix:", StringComparison.Ordinal))
        {
            return HostKind.NotNetwork;
        }

        if (host == "*")
        {
            return HostKind.AnyBoth;
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return HostKind.LoopbackName;
        }

        if (!IPLiteral.TryRead(host, out var literal))
        {
            return HostName.Read(host);
        }

        if (literal.IsIPv6 && host[0] != '[')
        {
            return ListenFault.IPv6FormNotAllowed;
        }

        return literal.Kind.IsOpenToAll() ? HostKind.AnyBoth : literal.Kind;
    }

    public override string? Correct(ListenAddress address) =>
        address.Fault == ListenFault.IPv6FormNotAllowed ? "[" + address.Text + "]" : null;
}
