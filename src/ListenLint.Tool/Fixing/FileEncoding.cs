using System.Text;

namespace ListenLint.Tool.Fixing;

/// <summary>How a file's bytes spell its text, byte order mark included.</summary>
internal sealed record FileEncoding(Encoding Encoding, bool HasMark)
{
    private static readonly Encoding[] s_marked = [new UTF8Encoding(true, true), new UTF32Encoding(false, true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];

    /// <summary>Null when the text cannot have come from these bytes: the file has changed, or its encoding is beyond us.</summary>
    public static FileEncoding? Of(byte[] bytes, string text, Encoding? asRead)
    {
        foreach (var encoding in s_marked)
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
                return Verified(new FileEncoding(encoding, true), bytes, text);
        }

        return Verified(new FileEncoding(new UTF8Encoding(false, true), false), bytes, text)
            ?? (asRead is null ? null : Verified(new FileEncoding(asRead, false), bytes, text));
    }

    public byte[] Bytes(string text) => HasMark ? [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text)] : Encoding.GetBytes(text);

    private static FileEncoding? Verified(FileEncoding encoding, byte[] bytes, string text)
    {
        try
        {
            return encoding.Bytes(text).AsSpan().SequenceEqual(bytes) ? encoding : null;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
