using System.Diagnostics;
using ListenLint.Core.Configuration;
using Xunit;

namespace ListenLint.Core.Tests.Configuration;

/// <summary>No text makes a reader throw or dawdle, and no place lies outside of the text.</summary>
public sealed class HostileTextTests
{
    // Linear work takes a fraction of a second, work that grows with the square of the text minutes; the limit lies between
    // them, far enough from both for a busy machine.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(40);

    public static TheoryData<string> Paths => new(SampleFiles.All().Select(sample => sample.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_beginning_of_a_file_is_read(string path)
    {
        string text = SampleFiles.All().Single(sample => sample.Path == path).Text;
        for (int length = 0; length <= text.Length; length++)
            Check(path, text[..length]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_damaged_file_is_read(string path)
    {
        string sample = SampleFiles.All().Single(sample => sample.Path == path).Text;
        foreach (string text in Damage.Of(sample, seed: 3, count: 5000))
            Check(path, text);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_of_another_kind_is_read(string path)
    {
        foreach (var (_, text) in SampleFiles.All())
        {
            Check(path, text);
            Check(path, text.Replace("\n", "\r\n"));
            Check(path, "\uFEFF" + text);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Line_ends_of_Windows_change_nothing(string path)
    {
        string text = SampleFiles.All().Single(sample => sample.Path == path).Text;

        Assert.Equal(Said(text), Said(text.Replace("\n", "\r\n")).Select(line => line.Replace("\r", "")));

        IEnumerable<string> Said(string text)
        {
            var file = ReadFile.Of(path, text);
            return
            [
                .. file.Settings(file.Facts.Addresses),
                .. file.Settings(file.Facts.Image?.Addresses ?? []),
                .. file.Ports(file.Facts.Image?.Exposed ?? []),
                .. file.Facts.Services.SelectMany(service => file.Settings(service.Addresses).Concat(file.Ports(service.Ports)).Append(file.At(service.NameRange))),
                .. file.Targets(),
            ];
        }
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("Properties/launchSettings.json")]
    public void Half_a_JSON_file_is_no_evidence(string path)
    {
        string text = SampleFiles.All().Single(sample => sample.Path == path).Text.TrimEnd();
        for (int length = 0; length < text.Length; length++)
            Assert.Empty(Check(path, text[..length]).Addresses);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_huge_file_is_answered_at_once(string path)
    {
        string[] pieces =
        [
            "[", "{", "{\"a\":", "\"", "\\", "\\\n", "$", "${", "${A:-", "#\n", "# ", "- ", "-\n", "a:\n", "a: ", "a ", "\n", "\0", "'", "\"a\" ", "\\ ", "x", " ",
            "RUN <<A\n", "RUN <<A ", "FROM a AS a\n", "FROM a\nENV A=$A$A\n", "ENV A=$A$A$A\n", "EXPOSE 0-999\n", "reverse_proxy {\n", "upstream {", "proxy_pass a;",
            "ProxyPass / http://a:1/\n", "/*", "//\n", "&a ", "*a ", "[a, ", "{a: ", "|\n", "\t", "? ", "\uFFFC", ".csproj", "COPY a.csproj\n", "\u2028",
        ];
        foreach (string piece in pieces)
        {
            foreach (string start in BeginningsOf(path))
            {
                string text = start + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
                var clock = Stopwatch.StartNew();
                Check(path, text);
                Assert.True(clock.Elapsed < Quick, $"{start}{piece} took {clock.Elapsed}");
            }
        }
    }

    [Fact]
    public void Distinct_names_in_great_number_are_read_at_once()
    {
        var clock = Stopwatch.StartNew();
        Check("Dockerfile", "FROM a\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"ENV A{i}=1\n")));
        Check("Dockerfile", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"FROM s{i - 1} AS s{i}\nENV A{i}=1\n")));
        Check("Dockerfile", "FROM a\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"COPY p{i}.csproj .\n")));
        Check("docker-compose.yml", "services:\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  s{i}: {{ image: a }}\n")));
        Check("docker-compose.yml", "services:\n  s:\n    ports:\n" + string.Concat(Enumerable.Range(0, 100_000).Select(_ => "      - 1-999:1-999\n")));
        Check("appsettings.json", "{ \"Kestrel\": {" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"e{i}\": \"x\",")) + "} }");
        Check("appsettings.json", "{ \"urls\": \"" + string.Concat(Enumerable.Repeat("http://localhost:5000;", 20_000)) + "\" }");

        Assert.True(clock.Elapsed < Quick + Quick, clock.Elapsed.ToString());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_beyond_every_measure_says_nothing(string path)
    {
        string sample = SampleFiles.All().Single(sample => sample.Path == path).Text;
        string text = sample + new string('\n', 11_000_000);

        var clock = Stopwatch.StartNew();
        var file = Check(path, text);

        Assert.Empty(RangesOf(file));
        Assert.NotEmpty(RangesOf(Check(path, sample)));
        Assert.True(clock.Elapsed < Quick, clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"Urls\": \"http://localhost:5000\"", "it is no complete JSON")]
    [InlineData("appsettings.json", "\0\0\0", "it holds NUL characters and is no text")]
    [InlineData("docker-compose.yml", "services:\n\tapp:\n", "it is no YAML that is read here (a tab, a key twice, an alias without its anchor?)")]
    [InlineData("appsettings.json", "{}", null)]
    [InlineData("docker-compose.yml", "", null)]
    public void A_file_that_cannot_be_read_says_why(string path, string text, string? reason) =>
        Assert.Equal(reason, ConfigurationFileReader.Read(path, text)!.Unread);

    private static string[] BeginningsOf(string path) => ConfigurationFiles.KindOf(path) switch
    {
        ConfigurationFileKind.AppSettings => ["", "{ \"urls\": ", "{ \"urls\": \""],
        ConfigurationFileKind.LaunchSettings => ["{ \"profiles\": { \"a\": { \"commandName\": \"Project\", \"commandLineArgs\": \""],
        ConfigurationFileKind.Dockerfile => ["", "FROM a\n", "FROM a\nENV URLS=", "FROM a\nCMD "],
        ConfigurationFileKind.Compose => ["", "services:\n  a:\n    ports: ", "services:\n  a:\n    command: \""],
        _ => ["", "server "],
    };

    private static ConfigurationFile Check(string path, string text)
    {
        var file = ConfigurationFileReader.Read(path, text);
        Assert.NotNull(file);
        foreach (var range in RangesOf(file))
            Assert.True(range.Start >= 0 && range.Length >= 0 && range.End <= text.Length, $"{range} in {text.Length} characters");

        return file;
    }

    private static IEnumerable<TextRange> RangesOf(ConfigurationFile file)
    {
        var ports = file.Services.SelectMany(service => service.Ports.Concat(service.Exposed)).Concat(file.Image?.Exposed ?? []);
        var settings = file.Addresses.Concat(file.Image?.Addresses ?? []).Concat(file.Services.SelectMany(service => service.Addresses));
        var variables = file.Services.SelectMany(service => service.Environment).Concat(file.Image?.Environment ?? []);
        TextRange?[] image = file.Image is { } built ? [built.BaseImageRange, new(built.InsertionPoint, 0)] : [];
        return settings.SelectMany(setting => setting.Addresses
                .SelectMany(address => new TextRange?[] { address.Range, address.HostRange, address.PortRange })
                .Append(setting.Place.Range))
            .Concat(ports.SelectMany(port => new[] { port.ContainerPortRange, port.Range, port.HostAddressRange }))
            .Concat(variables.Select(variable => (TextRange?)variable.Range))
            .Concat(file.ProxyTargets.Select(target => (TextRange?)target.Range))
            .Concat(file.Services.Select(service => (TextRange?)service.NameRange))
            .Concat(image)
            .OfType<TextRange>();
    }
}
