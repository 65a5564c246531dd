using ListenLint.Core.Addresses;

namespace ListenLint.Analyzers.Rules.Listening;

/// <summary>What is wrong with an address, and what to write instead, in the half sentence that ends a message.</summary>
internal static class ListenFaults
{
    public static string Reason(ListenFault fault) => fault switch
    {
        ListenFault.MissingScheme => "it has no scheme; write http:// or https:// before the host",
        ListenFault.UnsupportedScheme => "this server takes http:// and https:// only, a WebSocket endpoint included",
        ListenFault.PathNotAllowed => "a listen address takes no path; call UsePathBase for it",
        ListenFault.LeadingBlank => "a blank stands before the scheme; divide addresses by ';' alone",
        ListenFault.NotOneUrl => "it is taken as one address; divide addresses by ';' where a list is allowed",
        ListenFault.DynamicPortOnLocalhost => "localhost is two sockets, for which there is no one free port; write 127.0.0.1:0",
        ListenFault.DynamicPort => "port 0 is not taken here; name a port",
        ListenFault.MissingTrailingSlash => "a prefix ends in '/'",
        ListenFault.AnyAddressNotAllowed => "write '+' or '*' for all addresses",
        ListenFault.IPv6FormNotAllowed => "an IPv6 address is not taken in this form",
        ListenFault.NameNotAllowed => "a name is not taken here; write an IP address",
        ListenFault.PortOutOfRange => "a port is a number from 0 to 65535",
        ListenFault.UnbindableAddress => "this address cannot be bound",
        ListenFault.MissingHost => "it has no host; write '*' for all addresses",
        _ => "it cannot be read",
    };
}
