namespace ListenLint.Core.Addresses.Grammars;

/// <summary><c>IPAddress.Parse</c>: every text but an IP literal throws.</summary>
internal class IPAddressGrammar : HostGrammar
{
    public override HostReading ReadHost(string host) =>
        IPLiteral.TryRead(host, out var literal) ? literal.Kind : ListenFault.NameNotAllowed;

    public override string? Correct(ListenAddress address) =>
        address is { Fault: ListenFault.NameNotAllowed, Host: { } host, HostRange: { } range } && LiteralFor(host) is { } literal
            ? TextEdit.Replace(address.Text, range.Shift(-address.Range.Start), literal)
            : null;

    /// <summary>The literal that means what this name or wildcard means elsewhere.</summary>
    internal static string? LiteralFor(string host) => host switch
    {
        "*" or "+" => "0.0.0.0",
        _ when host.Equals("localhost", StringComparison.OrdinalIgnoreCase) => "127.0.0.1",
        _ => null,
    };
}
