using System.Text;
using ListenLint.Tool.Fixing;
using ListenLint.Tool.Loading;
using Xunit;

namespace ListenLint.Tool.Tests.Fixing;

public sealed class FileWriterTests
{
    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", "Grüße\r\n"u8.ToArray() },
        { "UTF-8 with a mark", [.. Encoding.UTF8.GetPreamble(), .. "Grüße\r\n"u8] },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Grüße\r\n")] },
        { "UTF-16 the other way round", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("Grüße\r\n")] },
        { "Latin 1", Encoding.Latin1.GetBytes("Grüße\r\n") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_and_the_mark_stay(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.cs"], bytes);

        Write(new FileChange(folder["a.cs"], "Grüße\r\n", "Große\r\n", Encoding.Latin1));

        var changed = File.ReadAllBytes(folder["a.cs"]);
        var (from, to) = name.StartsWith("UTF-16", StringComparison.Ordinal) || name == "Latin 1" ? ((byte)0xFC, (byte)0x6F) : ((byte)0xBC, (byte)0);
        Assert.Equal(name.StartsWith("UTF-8", StringComparison.Ordinal) ? bytes.Length - 1 : bytes.Length, changed.Length);
        Assert.Contains(from, bytes);
        if (to != 0)
            Assert.Equal(bytes.Select(b => b == from ? to : b), changed);
    }

    [Fact]
    public void A_file_that_changed_since_it_was_read_stops_all_writing()
    {
        using var folder = new TemporaryFolder().Add("a.cs", "old a").Add("b.cs", "edited meanwhile");

        var exception = Assert.Throws<InputException>(() => Write(
            new FileChange(folder["a.cs"], "old a", "new a", null), new FileChange(folder["b.cs"], "old b", "new b", null)));

        Assert.Contains("b.cs' has changed since it was read", exception.Message, StringComparison.Ordinal);
        Assert.Equal("old a", folder.Read("a.cs"));
        Assert.Equal("edited meanwhile", folder.Read("b.cs"));
    }

    [Fact]
    public void When_one_file_cannot_be_put_into_place_none_is_changed()
    {
        using var folder = new TemporaryFolder().Add("a.cs", "old a");
        var writer = new FileWriter();
        writer.Prepare([new FileChange(folder["a.cs"], "old a", "new a", null), new FileChange(folder["new.json"], null, "{}", null)]);
        Directory.CreateDirectory(folder["new.json"]);

        Assert.Throws<InputException>(writer.Commit);

        Assert.Equal("old a", folder.Read("a.cs"));
        Assert.Equal([folder["a.cs"]], Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void A_link_stays_a_link_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a privilege on Windows, and files have no mode.");
            return;
        }

        using var folder = new TemporaryFolder().Add("real.cs", "old");
        File.CreateSymbolicLink(folder["link.cs"], folder["real.cs"]);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(folder["real.cs"], mode);

        Write(new FileChange(folder["link.cs"], "old", "new", null));

        Assert.Equal("new", folder.Read("real.cs"));
        Assert.NotNull(new FileInfo(folder["link.cs"]).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(folder["real.cs"]));
    }

    private static void Write(params FileChange[] changes)
    {
        var writer = new FileWriter();
        writer.Prepare(changes);
        writer.Commit();
    }
}
