namespace ListenLint.Core.Addresses.Grammars;

/// <summary>One address cut into the parts that the grammars judge.</summary>
/// <param name="Host">Null when a hole may hold a part of it.</param>
internal readonly record struct Authority(TextPart? Host, PortText Port)
{
    /// <summary>Cuts at the last colon if a number follows it, as Kestrel, HTTP.sys and NetMQ do.</summary>
    public static Authority CutAtLastColon(TextPart text)
    {
        var colon = text.LastIndexOf(':');
        if (colon >= 0)
        {
            var host = text[..colon];
            var port = PortText.Read(text[(colon + 1)..]);
            if (port.Form is PortForm.Number or PortForm.OutOfRange)
            {
                return new Authority(host.HasHole ? null : host, port);
            }

            if (port.Form is PortForm.Unknown)
            {
                return new Authority(IsWholeHost(host) ? host : null, port);
            }
        }

        if (text.HasHole)
        {
            return new Authority(null, PortText.Unknown);
        }

        return colon < 0 || IPLiteral.TryRead(text.ToString(), out _)
            ? new Authority(text, PortText.Absent)
            : new Authority(text, new PortText(PortForm.NoNumber, null, null));
    }

    /// <summary>Whether a colon behind this text can only be the one before a port, and not one inside an IPv6 literal.</summary>
    private static bool IsWholeHost(TextPart host) =>
        host.Length > 0 && !host.HasHole && (host[0] == '[' ? host[host.Length - 1] == ']' : host.IndexOf(':') < 0);
}
