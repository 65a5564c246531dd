using ListenLint.CodeFixes.Listening;

namespace ListenLint.Analyzers.Tests.Fixes;

public sealed class OverriddenAddressFixTests
{
    private const string Rule = "LL1006";

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000\");\n", "")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000\", \"http://*:5001\"); // old\n", "// old\n")]
    [InlineData("builder.WebHost.UseSetting(\"urls\", \"http://*:5000\").UseSockets();\n", "builder.WebHost.UseSockets();\n")]
    [InlineData("builder.Configuration[\"urls\"] = \"http://*:5000\";\n", "")]
    [InlineData("builder.WebHost.UseUrls($\"http://*:{args.Length}\");\n", "")]
    public Task The_dead_address_goes(string dead, string left) => Mended.CodeAsync(
        Rule, OverriddenAddressFix.RemoveKey, Host(dead, "app.Run(\"http://*:80\");"), Host(left, "app.Run(\"http://*:80\");"));

    [Theory]
    [InlineData("app.Run(\"http://*:5000\");", "app.Run();")]
    [InlineData("app.Urls.Add(\"http://*:5000\");\napp.Run();", "app.Run();")]
    public Task Endpoints_of_Kestrel_make_urls_dead(string dead, string left) => Mended.CodeAsync(
        Rule,
        OverriddenAddressFix.RemoveKey,
        Host("builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(80));\n", dead),
        Host("builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(80));\n", left));

    [Theory]
    [InlineData("builder.WebHost.UseUrls(Next());\n")]
    [InlineData("var url = \"http://*:5000\";\nbuilder.WebHost.UseUrls(url);\n")]
    [InlineData("if (args.Length >= 0) builder.WebHost.UseUrls(\"http://*:5000\");\n")]
    public async Task What_does_more_than_give_an_address_stays(string dead)
    {
        var bulb = LightBulb.Over(Host(dead, "app.Run(\"http://*:80\");") + "\nstatic string Next() { Console.WriteLine(); return \"http://*:5000\"; }");
        foreach (var finding in await bulb.FindingsAsync(Rule))
        {
            Assert.Empty(await bulb.ActionsAsync(finding));
        }

        Assert.NotEmpty(await bulb.FindingsAsync(Rule));
    }

    private static string Host(string first, string last) => $"var builder = WebApplication.CreateBuilder(args);\n{first}var app = builder.Build();\n{last}\n";
}
