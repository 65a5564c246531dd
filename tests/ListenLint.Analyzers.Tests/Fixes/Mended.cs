using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>What holds for every action: it compiles, the finding is gone, nothing new is found, and it has nothing left to do.</summary>
internal static class Mended
{
    private const string Consent = "[*.cs]\nlistenlint.fix_may_expose = true\n";

    public static async Task CodeAsync(string rule, string key, string code, string mended, params (string Path, string Text)[] more)
    {
        var bulb = LightBulb.Over(code, more, Consent, enabled: rule == "LL1009" ? [rule] : []);
        Assert.Empty(await bulb.CompilerErrorsAsync());
        var after = await bulb.OneByOneAsync(rule, key);
        Assert.Equal(mended, after.Text());
        Assert.Empty(await after.CompilerErrorsAsync());
        Assert.Empty(await after.FindingsAsync(rule));
        if (!key.StartsWith("suppress:", StringComparison.Ordinal))
        {
            Assert.Equal(mended, (await bulb.AllAtOnceAsync(rule, key))?.Text());
        }
    }

    public static async Task NotOfferedAsync(string rule, string key, string code, params (string Path, string Text)[] more)
    {
        var bulb = LightBulb.Over(code, more, Consent, enabled: rule == "LL1009" ? [rule] : []);
        Assert.Empty(await bulb.CompilerErrorsAsync());
        Assert.DoesNotContain(key, (await bulb.ActionsAsync(rule)).Select(action => action.EquivalenceKey));
        Assert.Null(await bulb.AllAtOnceAsync(rule, key));
    }

    /// <summary>Judges one action by what it does, whatever it is.</summary>
    public static async Task IsSoundAsync(LightBulb before, Diagnostic finding, CodeAction action)
    {
        var after = await before.AfterAsync(action);
        Assert.Empty(await after.CompilerErrorsAsync());
        var left = (await after.FindingsAsync()).Select(left => left.Id).ToList();
        var were = (await before.FindingsAsync()).Select(were => were.Id).ToList();
        Assert.True(were.Remove(finding.Id));
        foreach (var id in left)
        {
            Assert.True(were.Remove(id), $"'{action.Title}' leaves or brings {id}\n{after.Text()}");
        }
    }
}
