using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

public sealed class UnusableListenAddressFixTests
{
    private const string Rule = "LL1003";

    [Theory]
    [InlineData("WebApplication.Create(args).Run(\"0.0.0.0:5000\");", "WebApplication.Create(args).Run(\"http://0.0.0.0:5000\");")]
    [InlineData("WebApplication.Create(args).Run(\"ws://*:5000\");", "WebApplication.Create(args).Run(\"http://*:5000\");")]
    [InlineData("WebApplication.Create(args).Run($\"*:{args.Length}\");", "WebApplication.Create(args).Run($\"http://*:{args.Length}\");")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080\"); l.Start();", "var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080/\"); l.Start();")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://0.0.0.0:8080/\"); l.Start();", "var l = new HttpListener(); l.Prefixes.Add(\"http://+:8080/\"); l.Start();")]
    [InlineData("await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(\"0.0.0.0\", 5000);", "await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(IPAddress.Any, 5000);")]
    [InlineData("await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(\"10.0.0.1\", 5000);", "await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(IPAddress.Parse(\"10.0.0.1\"), 5000);")]
    [InlineData("new DotNetty.Transport.Bootstrapping.ServerBootstrap().LocalAddress(\"::\", 5000);", "new DotNetty.Transport.Bootstrapping.ServerBootstrap().LocalAddress(IPAddress.IPv6Any, 5000);")]
    public Task The_address_is_written_as_it_was_meant(string code, string mended) =>
        Mended.CodeAsync(Rule, UnusableListenAddressFix.CorrectKey, code, mended);

    [Fact]
    public async Task The_title_says_the_new_text()
    {
        var action = Assert.Single(await LightBulb.Over("WebApplication.Create(args).Run($\"*:{args.Length}\");").ActionsAsync(Rule));
        Assert.Equal("Correct the address to 'http://*:{…}'", action.Title);
    }

    [Fact]
    public async Task A_type_that_is_not_imported_is_written_in_full()
    {
        const string Code = "internal static class P { public static object Go() => new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(\"0.0.0.0\", 5000); }";
        var after = await LightBulb.Over(Code, usings: "").OneByOneAsync(Rule, UnusableListenAddressFix.CorrectKey);
        Assert.Equal(Code.Replace("\"0.0.0.0\"", "System.Net.IPAddress.Any"), after.Text());
        Assert.Empty(await after.FindingsAsync(Rule));
    }

    [Theory]
    [InlineData("await new DotNetty.Transport.Bootstrapping.ServerBootstrap().BindAsync(\"example.com\", 5000);")]
    [InlineData("WebApplication.Create(args).Run(\"http://*:5000;http://*:5001\");")]
    public Task What_was_meant_is_not_guessed(string code) =>
        Mended.NotOfferedAsync(Rule, UnusableListenAddressFix.CorrectKey, code);
}
