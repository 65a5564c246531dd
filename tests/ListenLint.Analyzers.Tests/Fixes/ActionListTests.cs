using ListenLint.CodeFixes.Listening;
using Microsoft.CodeAnalysis.CodeActions;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>Which actions a light bulb lists, and in which order: <c>dotnet format</c> takes the first.</summary>
public sealed class ActionListTests
{
    private static readonly (string, string) Settings = ("appsettings.json", "{\n  \"AllowedHosts\": \"*\"\n}\n");

    [Fact]
    public Task A_url_can_be_opened_moved_or_kept() => Lists(
        "var app = WebApplication.Create(args);\napp.Run(\"http://localhost:5000\");",
        (LoopbackListenerFix.OpenTitle, "expose:LL1001"),
        (LoopbackListenerFix.ConfigureTitle, "configure:LL1001"),
        (LoopbackListenerFix.IntendTitle, "suppress:LL1001:intended"));

    [Fact]
    public Task An_endpoint_of_Kestrel_can_be_opened_or_kept() => Lists(
        "var builder = WebApplication.CreateBuilder(args);\nbuilder.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000));\nbuilder.Build().Run();",
        (LoopbackListenerFix.OpenTitle, "expose:LL1001"),
        (LoopbackListenerFix.IntendTitle, "suppress:LL1001:intended"));

    [Fact]
    public Task A_prefix_is_opened_last_and_with_a_warning() => Lists(
        "var l = new HttpListener();\nl.Prefixes.Add(\"http://localhost:8080/\");\nl.Start();",
        (LoopbackListenerFix.IntendTitle, "suppress:LL1001:intended"),
        (LoopbackListenerFix.ReservedTitle, "expose:LL1001"));

    private static async Task Lists(string code, params (string Title, string Key)[] expected)
    {
        var actions = await LightBulb.Over(code, [Settings]).ActionsAsync("LL1001");
        Assert.Equal(expected, actions.Select(action => (action.Title, action.EquivalenceKey!)));

        // An action that only groups others has no change of its own.
        foreach (var action in actions)
        {
            Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>());
        }
    }
}
