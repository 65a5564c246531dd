namespace ListenLint.Core.Addresses.Grammars;

/// <summary><c>IPEndPoint.Parse</c>: without a port it is port 0, and an IPv6 literal with a port wants brackets.</summary>
internal sealed class IPEndPointGrammar : IPAddressGrammar
{
    public override ListenAddress? Read(TextPart entry)
    {
        var colon = entry.LastIndexOf(':');
        var hasPort = colon > 0 && (entry[colon - 1] == ']' || entry[..colon].IndexOf(':') < 0);
        if (!hasPort)
        {
            var whole = new Authority(entry.HasHole ? null : entry, entry.HasHole ? PortText.Unknown : PortText.Absent);
            return Address(entry, null, whole, ReadHost(whole), 0);
        }

        var host = entry[..colon];
        var digits = entry[(colon + 1)..];
        var authority = new Authority(host.HasHole ? null : host, PortText.Read(digits));
        var reading = ReadHost(authority);
        var isPort = authority.Port.Form is PortForm.Unknown
            || (authority.Port.Form is PortForm.Number && digits.IsOnly(c => c is >= '0' and <= '9'));
        return Address(entry, null, authority, reading, null, reading.Fault == ListenFault.None && !isPort ? ListenFault.PortOutOfRange : reading.Fault);
    }
}
