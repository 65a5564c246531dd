using System.Net;
using System.Net.Sockets;
using ListenLint.Analyzers.Catalog;
using ListenLint.Analyzers.Facts;
using ListenLint.Core;
using ListenLint.Core.Addresses;

namespace ListenLint.CodeFixes.Rewriting;

/// <summary>What takes the place of a stretch of a text.</summary>
internal sealed record TextReplacement(TextRange Range, string NewText)
{
    /// <summary>The one stretch in which two texts differ.</summary>
    public static TextReplacement Between(string before, string after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
        {
            end++;
        }

        return new(new TextRange(start, before.Length - start - end), after.Substring(start, after.Length - start - end));
    }
}

/// <summary>How one address becomes another, in each form in which source code writes it.</summary>
internal abstract record AddressChange(ApiRow Row)
{
    /// <summary>Whether the text is the host alone; else it is a URL, a prefix or a list of them.</summary>
    protected bool IsHostAlone => Row.Uri is null && Row.Prefix is null && Row.Endpoint is null;

    public abstract bool Concerns(SiteAddress address);

    /// <summary>Null when there is no safe change.</summary>
    public abstract IReadOnlyList<TextReplacement>? InText(string text);

    /// <summary>The static field of IPAddress that takes the place of another one; null when none does.</summary>
    public abstract string? InPlaceOf(string field);

    protected IReadOnlyList<ListenAddress> Read(string text) =>
        IsHostAlone ? [ListenAddressParser.FromHostAndPort(text, null, Row.Grammar)] : ListenAddressParser.Parse(text, Row.Grammar);

    /// <summary>The text of an IP address, or of an end point, that IPAddress.Parse or IPEndPoint.Parse takes.</summary>
    protected static IReadOnlyList<TextReplacement>? InLiteral(string text, Func<ListenAddress, bool> concerns, string forIPv4, string forIPv6)
    {
        if (IPAddress.TryParse(text, out var literal) && text.IndexOf('[') < 0)
        {
            return [new(new TextRange(0, text.Length), literal.AddressFamily == AddressFamily.InterNetworkV6 ? forIPv6 : forIPv4)];
        }

        var hosts = ListenAddressParser.Parse(text, AddressGrammar.IPEndPoint).Where(address => concerns(address) && address.HostRange is not null).ToArray();
        return hosts.Length == 1
            ? [new(hosts[0].HostRange!.Value, hosts[0].Host!.StartsWith("[", StringComparison.Ordinal) ? $"[{forIPv6}]" : forIPv4)]
            : null;
    }
}

/// <summary>Loopback becomes every address, in the words of the row's <c>open=</c>.</summary>
internal sealed record OpenedAddress(ApiRow Row) : AddressChange(Row)
{
    private const string HostPrefix = "host:";

    private string? OpenHost =>
        Row.Open?.StartsWith(HostPrefix, StringComparison.Ordinal) == true ? Row.Open.Substring(HostPrefix.Length) : null;

    public override bool Concerns(SiteAddress address) => address.Address.Kind.IsLoopback();

    public override string? InPlaceOf(string field) => field switch
    {
        "Loopback" => "Any",
        "IPv6Loopback" => "IPv6Any",
        _ => null,
    };

    public override IReadOnlyList<TextReplacement>? InText(string text)
    {
        if (OpenHost is not { } open)
        {
            return InLiteral(text, address => address.Kind.IsLoopback(), "0.0.0.0", "::");
        }

        var addresses = Read(text);
        if (ListenAddressRewriter.OpenToAll(text, Row.Grammar, addresses) is not { } opened)
        {
            return null;
        }

        // Two entries that become the same one are one: the hosts alone do not say so.
        if (!IsHostAlone && ListenAddressParser.Parse(opened, Row.Grammar).Count != addresses.Count)
        {
            return [TextReplacement.Between(text, opened)];
        }

        return addresses
            .Where(address => address.Kind.IsLoopback() && address.HostRange is not null)
            .Select(address => new TextReplacement(address.HostRange!.Value, open))
            .ToArray();
    }
}

/// <summary>Every address becomes loopback.</summary>
internal sealed record ClosedAddress(ApiRow Row) : AddressChange(Row)
{
    public override bool Concerns(SiteAddress address) => address.Address.Kind.IsOpenToAll();

    public override string? InPlaceOf(string field) => field switch
    {
        "Any" => "Loopback",
        "IPv6Any" => "IPv6Loopback",
        _ => null,
    };

    public override IReadOnlyList<TextReplacement>? InText(string text)
    {
        if (Row.Grammar is AddressGrammar.IPAddress or AddressGrammar.IPEndPoint)
        {
            return InLiteral(text, address => address.Kind.IsOpenToAll(), "127.0.0.1", "::1");
        }

        return Read(text)
            .Where(address => address.Kind.IsOpenToAll() && address.HostRange is not null)
            .Select(address => new TextReplacement(address.HostRange!.Value, Row.Grammar == AddressGrammar.IPUrl ? "127.0.0.1" : "localhost"))
            .ToArray() is { Length: > 0 } closed ? closed : null;
    }
}

/// <summary>An address that cannot be bound becomes the one that was meant.</summary>
internal sealed record CorrectedAddress(ApiRow Row, AddressGrammar Grammar) : AddressChange(Row)
{
    public override bool Concerns(SiteAddress address) => address.Address.Fault != ListenFault.None;

    public override string? InPlaceOf(string field) => null;

    public override IReadOnlyList<TextReplacement>? InText(string text) =>
        ListenAddressRewriter.Correct(text, Grammar) is { } corrected ? [TextReplacement.Between(text, corrected)] : null;
}
