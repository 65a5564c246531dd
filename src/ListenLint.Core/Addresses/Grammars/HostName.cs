namespace ListenLint.Core.Addresses.Grammars;

internal static class HostName
{
    /// <summary>A name that a resolver can be asked for; anything else is not understood.</summary>
    public static HostKind Read(string text) => IsName(text) ? HostKind.HostName : HostKind.Unknown;

    public static bool IsName(string text) =>
        text.Length is > 0 and <= 253 && text[0] != '.' && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');

    public static bool IsLocalhost(string text) =>
        text.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IsName(text) && text.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));
}
