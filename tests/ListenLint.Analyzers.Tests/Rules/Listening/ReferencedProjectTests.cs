using ListenLint.Analyzers.Tests.Verification;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

/// <summary>An editor and the tool hand referenced projects over as source: their trees are no part of the compilation that is judged.</summary>
public sealed class ReferencedProjectTests
{
    [Theory]
    [InlineData("public static class Shared { public static string Host { get; } = \"127.0.0.1\"; }", "IPAddress.Parse(Shared.Host), 5000")]
    [InlineData("public static class Shared { public static string Host => \"127.0.0.1\"; }", "IPAddress.Parse(Shared.Host), 5000")]
    [InlineData("public static class Shared { public static readonly string Host = \"127.0.0.1\"; }", "IPAddress.Parse(Shared.Host), 5000")]
    [InlineData("public static class Shared { public static string Host() => \"127.0.0.1\"; }", "IPAddress.Parse(Shared.Host()), 5000")]
    [InlineData("public static class Shared { public static System.Net.IPAddress Pick(bool isOpen = false) { return System.Net.IPAddress.Loopback; } }", "Shared.Pick(), 5000")]
    [InlineData("public record Shared(string Host) { public Shared() : this(\"127.0.0.1\") { } }", "IPAddress.Parse(new Shared().Host), 5000")]
    [InlineData("public class Shared { public System.Collections.Generic.List<string> Hosts { get; } = new() { \"127.0.0.1\" }; }", "IPAddress.Parse(new Shared().Hosts[0]), 5000")]
    public async Task Address_of_a_referenced_project_is_unknown_as_in_a_build(string referenced, string arguments) =>
        Assert.Empty(await FindingsOf(referenced, arguments));

    [Fact]
    public async Task Constant_of_a_referenced_project_is_known() =>
        Assert.Equal(
            ["Program.cs:4 LL1001 warning"],
            await FindingsOf("public static class Shared { public const string Host = \"127.0.0.1\"; public const int Port = 5000; }", "IPAddress.Parse(Shared.Host), Shared.Port"));

    [Fact]
    public async Task Port_of_a_referenced_project_hides_no_loopback_address() =>
        Assert.Equal(
            ["Program.cs:4 LL1001 warning"],
            await FindingsOf("public class Shared { public int Port { get; set; } = 5000; }", "IPAddress.Loopback, new Shared().Port"));

    private static Task<IReadOnlyList<string>> FindingsOf(string referenced, string arguments) => new ProjectRun
    {
        ReferencedCode = referenced,
        Code = $$"""
            using System.Net;
            using System.Net.Sockets;

            var server = new TcpListener({{arguments}});
            server.Start();
            while (true)
            {
                using var client = server.AcceptTcpClient();
            }
            """,
    }.Findings();
}
