using System.Globalization;
using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Proxies;

/// <summary>Reads <c>[scheme://]host[:port][/path]</c>, the form in which all proxies name what they forward to.</summary>
internal static class ProxyAddress
{
    private const int LongestAddress = 1024;

    /// <summary>The target, its range the host with its port; null when the text names no host.</summary>
    public static ProxyTarget? Read(PlacedText value)
    {
        string text = value.Text;
        if (text.Length > LongestAddress || text.StartsWith("unix", StringComparison.OrdinalIgnoreCase))
            return null;

        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = text.IndexOf('/', start);
        end = end < 0 ? text.Length : end;
        int bracket = start < text.Length && text[start] == '[' ? text.IndexOf(']', start, end - start) : start;
        if (end <= start || bracket < 0)
            return null;

        int colon = text.IndexOf(':', bracket, end - bracket);
        string host = text.Substring(start, (colon < 0 ? end : colon) - start);
        string port = colon < 0 ? "" : text.Substring(colon + 1, end - colon - 1);
        return IsHost(host) ? new(host, PortOf(port), value.Map(new(start, end - start))) : null;
    }

    public static int? PortOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535 ? port : null;

    private static bool IsHost(string host)
    {
        foreach (char character in host)
        {
            if (character is '$' or '{' or '}' or '%' or '!' or '(' or ')' or '"' or ListenAddress.Hole || char.IsWhiteSpace(character))
                return false;
        }

        return host.Length > 0;
    }
}
