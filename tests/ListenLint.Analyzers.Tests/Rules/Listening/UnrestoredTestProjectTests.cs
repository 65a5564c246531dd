using ListenLint.Analyzers.Tests.Verification;

namespace ListenLint.Analyzers.Tests.Rules.Listening;

/// <summary>A test project is one before its packages are there too.</summary>
public sealed class UnrestoredTestProjectTests
{
    [Theory]
    [InlineData("using NUnit.Framework;")]
    [InlineData("using Xunit;")]
    [InlineData("global using Microsoft.VisualStudio.TestTools.UnitTesting;")]
    public async Task Silent_where_the_source_uses_a_test_framework(string directive) => Assert.Empty(await FindingsOf(directive));

    [Theory]
    [InlineData("using Xunit.Abstract.Art;")]
    [InlineData("// using Xunit;")]
    public async Task Reports_where_another_package_is_missing(string directive) =>
        Assert.Equal(["Program.cs:3 LL1001 warning"], await FindingsOf(directive));

    private static Task<IReadOnlyList<string>> FindingsOf(string directive) => new ProjectRun
    {
        Code = directive + """

            using System.Net; using System.Net.Sockets;
            var server = new TcpListener(IPAddress.Loopback, 5000);
            server.Start();
            while (true) server.AcceptTcpClient();
            """,
        MustCompile = false,
    }.Findings();
}
