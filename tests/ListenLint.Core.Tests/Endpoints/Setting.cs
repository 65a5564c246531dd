using ListenLint.Core.Addresses;
using ListenLint.Core.Endpoints;

namespace ListenLint.Core.Tests.Endpoints;

/// <summary>Settings as the readers and the analyzers hand them over.</summary>
internal static class Setting
{
    public static AddressSetting Of(AddressSource source, string text, string? key = null)
    {
        var written = text.Replace('␣', ListenAddress.Hole);
        return new AddressSetting(source, key ?? KeyOf(source), written, ListenAddressParser.Parse(written, GrammarOf(source)), new Place("file", default));
    }

    /// <summary>A value that is not known at all.</summary>
    public static AddressSetting Unknown(AddressSource source, string? key = null) =>
        new(source, key ?? KeyOf(source), "value", [], new Place("file", default));

    public static AddressSetting Listen(string host, int port) =>
        new(AddressSource.ListenCall, "Listen", host, [ListenAddressParser.FromHostAndPort(host, port, AddressGrammar.IPAddress)], new Place("file", default));

    /// <summary>Some value that the source takes.</summary>
    public static AddressSetting Any(AddressSource source) => source switch
    {
        AddressSource.ListenCall => Listen("127.0.0.1", 5000),
        _ => Of(source, IsPorts(source) ? "8080" : "http://localhost:5000"),
    };

    public static bool IsPorts(AddressSource source) => source is >= AddressSource.CodePorts and <= AddressSource.AspNetCorePorts;

    private static string KeyOf(AddressSource source) => source switch
    {
        AddressSource.KestrelEndpoint => "kestrel:endpoints:http:url",
        AddressSource.RunUrl => "Run",
        AddressSource.UrlsCollection => "Urls.Add",
        AddressSource.UseUrls => "UseUrls",
        _ => IsPorts(source) ? "http_ports" : "urls",
    };

    private static AddressGrammar GrammarOf(AddressSource source) => source switch
    {
        AddressSource.ListenCall => AddressGrammar.IPAddress,
        AddressSource.KestrelEndpoint or AddressSource.RunUrl or AddressSource.UrlsCollection => AddressGrammar.KestrelSingleUrl,
        _ => IsPorts(source) ? AddressGrammar.HttpPorts : AddressGrammar.KestrelUrl,
    };
}
