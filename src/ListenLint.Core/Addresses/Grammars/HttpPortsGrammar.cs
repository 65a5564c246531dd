using System.Globalization;

namespace ListenLint.Core.Addresses.Grammars;

/// <summary>ASP.NET Core puts <c>http://*:</c> before each entry and hands it to Kestrel: so does this.</summary>
internal sealed class HttpPortsGrammar : ListenGrammar
{
    private const string Before = "http://*:";

    private static readonly KestrelUrlGrammar s_kestrel = new(isList: false);

    public override string? OpenHost => null;

    public override IEnumerable<TextPart> Split(TextPart text) => text.SplitAt(';').Where(entry => entry.Trim().Length > 0);

    public override ListenAddress? Read(TextPart entry)
    {
        var port = PortText.Read(entry);
        if (port.Form is PortForm.NoNumber && s_kestrel.Read(new TextPart(Before + entry)) is { } read)
        {
            var fault = read.Fault == ListenFault.None ? ListenFault.None : ListenFault.PortOutOfRange;
            return Unknown(entry) with
            {
                Kind = read.Kind,
                Port = read.Port,
                Fault = fault,
                PortRange = read.PortRange?.Shift(entry.Range.Start - Before.Length),
            };
        }

        return Address(
            entry, null, new Authority(null, port), HostKind.AnyBoth, null, port.Form is PortForm.OutOfRange ? ListenFault.PortOutOfRange : ListenFault.None);
    }

    public override HostReading ReadHost(string host) => HostKind.AnyBoth;

    public override string? Correct(ListenAddress address)
    {
        var text = address.Text;
        if (s_kestrel.Read(new TextPart(text)) is { Kind: HostKind.AnyBoth, Scheme: "http", Fault: ListenFault.None, Port: { } port })
        {
            return port.ToString(CultureInfo.InvariantCulture);
        }

        var ports = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return ports.Length > 1 && ports.All(each => each.All(c => c is >= '0' and <= '9')) ? string.Join(";", ports) : null;
    }
}
