using ListenLint.CodeFixes.Listening;
using ListenLint.CodeFixes.Rewriting;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary><c>configure:</c> The address leaves the code for appsettings.json.</summary>
public sealed class ConfigurationMoveTests
{
    private const string Settings = """
        {
          // who may ask
          "AllowedHosts": "*" // everybody
        }

        """;

    private const string SettingsWithUrl = """
        {
          // who may ask
          "AllowedHosts": "*", // everybody
          "Urls": "http://localhost:5000"
        }

        """;

    [Theory]
    [InlineData("app.Run(\"http://localhost:5000\");", "app.Run();")]
    [InlineData("await app.RunAsync(\"http://localhost:5000\");", "await app.RunAsync();")]
    [InlineData("// clients know the port\napp.Urls.Add(\"http://localhost:5000\");\napp.Run();", "// clients know the port\napp.Run();")]
    [InlineData("app.Urls.Add(\"http://localhost:5000\"); // known\napp.Run();", "// known\napp.Run();")]
    public Task The_call_goes_and_the_setting_comes(string statement, string moved) =>
        Moves("var app = WebApplication.Create(args);\n" + statement, "var app = WebApplication.Create(args);\n" + moved);

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:5000\");\n", "")]
    [InlineData("builder.WebHost.UseKestrel().UseUrls(\"http://localhost:5000\");\n", "builder.WebHost.UseKestrel();\n")]
    [InlineData("builder.WebHost\n    .UseKestrel()\n    .UseUrls(\"http://localhost:5000\")\n    .UseSockets();\n", "builder.WebHost\n    .UseKestrel()\n    .UseSockets();\n")]
    [InlineData("builder.WebHost.UseSetting(\"urls\", \"http://localhost:5000\");\n", "")]
    [InlineData("builder.Configuration[\"urls\"] = \"http://localhost:5000\";\n", "")]
    public Task A_link_of_a_chain_goes_alone(string statement, string moved) => Moves(Host(statement), Host(moved));

    [Fact]
    public async Task LL1004_offers_the_same()
    {
        var bulb = LightBulb.Over("var app = WebApplication.Create(args);\napp.Run(\"http://10.1.2.3:5000\");", [("appsettings.json", Settings)]);
        var action = Assert.Single(await bulb.ActionsAsync("LL1004"));
        Assert.Equal(FixedListenAddressFix.ConfigureKey, action.EquivalenceKey);
        var after = await bulb.AfterAsync(action);
        Assert.Equal("var app = WebApplication.Create(args);\napp.Run();", after.Text());
        Assert.Equal(SettingsWithUrl.Replace("localhost", "10.1.2.3"), after.Text("appsettings.json"));
        Assert.Empty(await after.FindingsAsync("LL1004"));
    }

    [Theory]
    [InlineData("app.Run(\"http://localhost:5000\");")]
    [InlineData("app.Run(\"http://localhost:5000\");", "{ \"Urls\": \"http://*:80\" }")]
    [InlineData("app.Run(\"http://localhost:5000\");", "{ \"Kestrel\": { \"Endpoints\": { \"A\": { \"Protocols\": \"Http1\" } } } }")]
    [InlineData("app.Run(\"http://localhost:5000\");", "{ \"AllowedHosts\": ")]
    [InlineData("app.Run(\"http://localhost:5000\");", "[]")]
    [InlineData("app.Run($\"http://localhost:{args.Length}\");", "{}")]
    [InlineData("app.Urls.Add(\"http://localhost:5000\"); app.Urls.Add(\"http://localhost:5001\"); app.Run();", "{}")]
    [InlineData("if (args.Length > 0) app.Urls.Add(\"http://localhost:5000\"); app.Run();", "{}")]
    public async Task Nothing_is_moved_where_the_setting_would_not_do_the_same(string statement, string? settings = null)
    {
        (string, string)[] files = settings is null ? [] : [("appsettings.json", settings)];
        var bulb = LightBulb.Over("var app = WebApplication.Create(args);\n" + statement, files);
        var inCode = (await bulb.FindingsAsync("LL1001")).Where(finding => finding.Location.IsInSource).ToArray();
        Assert.NotEmpty(inCode);
        foreach (var finding in inCode)
        {
            Assert.DoesNotContain(LoopbackListenerFix.ConfigureKey, (await bulb.ActionsAsync(finding)).Select(action => action.EquivalenceKey));
        }
    }

    [Theory]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseUrls(\"http://localhost:5000\").Configure(app => { }).Build().Run();")]
    [InlineData("new WebHostBuilder().UseUrls(\"http://localhost:5000\").Configure(app => { }).Build().Run();")]
    public async Task A_host_that_does_not_read_the_setting_keeps_its_call(string statement)
    {
        var bulb = LightBulb.Over("#pragma warning disable ASPDEPR004, ASPDEPR008\nusing Microsoft.AspNetCore;\n" + statement, [("appsettings.json", "{}")]);
        var keys = (await bulb.ActionsAsync("LL1001")).Select(action => action.EquivalenceKey).ToArray();
        Assert.Contains(LoopbackListenerFix.OpenKey, keys);
        Assert.DoesNotContain(LoopbackListenerFix.ConfigureKey, keys);
    }

    [Theory]
    [InlineData("{}", "{\n  \"Urls\": \"u\"\n}")]
    [InlineData("{\n}\n", "{\n  \"Urls\": \"u\"\n}\n")]
    [InlineData("{ \"A\": 1 }", "{ \"A\": 1, \"Urls\": \"u\" }")]
    [InlineData("{\r\n    \"A\": { \"B\": [1, 2] }\r\n}\r\n", "{\r\n    \"A\": { \"B\": [1, 2] },\r\n    \"Urls\": \"u\"\r\n}\r\n")]
    [InlineData("{\n\t\"A\": \"}\\\"\",\n}\n", "{\n\t\"A\": \"}\\\"\",\n\t\"Urls\": \"u\"\n}\n")]
    [InlineData("{\n  \"A\": 1 // one\n  /* last { */\n}\n", "{\n  \"A\": 1, // one\n  /* last { */\n  \"Urls\": \"u\"\n}\n")]
    [InlineData("{\n  // nothing yet\n}\n", "{\n  // nothing yet\n  \"Urls\": \"u\"\n}\n")]
    [InlineData("// head\n{\n  \"A\": true // yes\r\n}", "// head\n{\n  \"A\": true, // yes\r\n  \"Urls\": \"u\"\r\n}")]
    public void A_property_is_added_and_nothing_else_changes(string json, string expected)
    {
        var changed = json;
        foreach (var (position, text) in AppSettingsEdit.AddUrls(json, "u")!.Reverse())
        {
            changed = changed.Insert(position, text);
        }

        Assert.Equal(expected, changed);
        Assert.NotNull(Core.Configuration.Json.JsonReader.Read(changed));
        Assert.Null(AppSettingsEdit.AddUrls(changed, "u"));
    }

    private static string Host(string statement) => $"var builder = WebApplication.CreateBuilder(args);\n{statement}builder.Build().Run();\n";

    private static async Task Moves(string code, string moved)
    {
        var bulb = LightBulb.Over(code, [("appsettings.json", Settings)]);
        var action = (await bulb.ActionsAsync("LL1001")).Single(action => action.EquivalenceKey == LoopbackListenerFix.ConfigureKey);
        var after = await bulb.AfterAsync(action);
        Assert.Equal(moved, after.Text());
        Assert.Equal(SettingsWithUrl, after.Text("appsettings.json"));
        Assert.Empty(await after.CompilerErrorsAsync());
        var finding = Assert.Single(await after.FindingsAsync("LL1001"));
        Assert.Equal("/repo/App/appsettings.json", finding.Location.GetLineSpan().Path);
    }
}
