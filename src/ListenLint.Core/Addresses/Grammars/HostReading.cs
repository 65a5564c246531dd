namespace ListenLint.Core.Addresses.Grammars;

/// <summary>What a grammar makes of a host.</summary>
internal readonly record struct HostReading(HostKind Kind, ListenFault Fault = ListenFault.None)
{
    public static implicit operator HostReading(HostKind kind) => new(kind);

    public static implicit operator HostReading(ListenFault fault) => new(HostKind.Invalid, fault);
}
