using System.Globalization;
using System.Text.RegularExpressions;
using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>The parts of a URI text as System.Uri shows them, holes and all.</summary>
/// <param name="Port">As written; null when there is none.</param>
/// <param name="Rest">Path, query and fragment.</param>
internal sealed record UriText(string Scheme, string Host, string? Port, string Rest)
{
    private static readonly Regex Shape = new(
        @"^(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*|\uFFFC)://(?:[^/?#@]*@)?(?<host>\[[^\]/]*\]|[^:/?#]*)(?::(?<port>[^/?#]*))?(?<rest>[/?#].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public static UriText? Parse(string text)
    {
        var match = Shape.Match(text);
        return match.Success
            ? new(
                match.Groups["scheme"].Value.ToLowerInvariant(),
                match.Groups["host"].Value.ToLowerInvariant(),
                match.Groups["port"] is { Success: true, Length: > 0 } port ? port.Value : null,
                match.Groups["rest"].Value)
            : null;
    }

    public string Authority => Port is null || IsDefaultPort ? Host : $"{Host}:{Port}";

    public string LeftPart => $"{Scheme}://{Authority}";

    public string Canonical => LeftPart + (Rest.StartsWith("/", StringComparison.Ordinal) ? "" : "/") + Rest;

    /// <summary>null when the text has a hole there; -1 as System.Uri answers for a scheme without a default.</summary>
    public int? PortNumber =>
        Port is null ? DefaultPort(Scheme)
        : int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private bool IsDefaultPort => PortNumber is { } number and not -1 && number == DefaultPort(Scheme);

    public static int? DefaultPort(string scheme) => scheme switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        "ftp" => 21,
        "net.tcp" => 808,
        _ when scheme.IndexOf(ListenAddress.Hole) >= 0 => null,
        _ => -1,
    };
}
