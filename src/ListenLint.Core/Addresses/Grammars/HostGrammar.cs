namespace ListenLint.Core.Addresses.Grammars;

/// <summary>A host alone: an IP literal, <c>*</c> or <c>+</c> for all, or a name. No text is a fault, as APIs differ in what they take.</summary>
internal class HostGrammar : ListenGrammar
{
    public override ListenAddress? Read(TextPart entry)
    {
        var authority = new Authority(entry.HasHole ? null : entry, PortText.Unknown);
        return Address(entry, null, authority, ReadHost(authority), null);
    }

    public override HostReading ReadHost(string host)
    {
        if (host is "*" or "+")
        {
            return HostKind.AnyBoth;
        }

        if (HostName.IsLocalhost(host))
        {
            return HostKind.LoopbackName;
        }

        return IPLiteral.TryRead(host, out var literal) ? literal.Kind : HostName.Read(host);
    }
}
