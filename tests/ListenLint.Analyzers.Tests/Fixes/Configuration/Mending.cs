using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

/// <summary>What each test of a fix in files checks.</summary>
internal static class Mending
{
    /// <summary>The first action with the key gives exactly this text, touches no other, silences the rule, and is not offered again.</summary>
    public static async Task<string> Check(string key, string code, string path, string mended, params (string Path, string Text)[] files)
    {
        var before = ConfiguredProject.Of(code, files);
        var actions = await before.ActionsAsync(key);
        Assert.NotEmpty(actions);
        var after = await before.AfterAsync(actions[0]);
        Assert.Equal(mended, await after.TextAsync(path));
        var changed = (await after.TextsAsync()).Except(await before.TextsAsync()).Select(text => text.Key);
        Assert.Equal([after.Document(path).FilePath!], changed);
        Assert.Empty(await after.FindingsAsync(key.Split(':')[1]));
        Assert.Empty(await after.ActionsAsync(key));
        return actions[0].Title;
    }

    /// <summary>The rule speaks in a file, and the action is not offered.</summary>
    public static async Task Withheld(string key, string code, params (string Path, string Text)[] files)
    {
        var project = ConfiguredProject.Of(code, files);
        Assert.Contains(await project.FindingsAsync(key.Split(':')[1]), finding => finding.Location.Kind == LocationKind.ExternalFile);
        Assert.Empty(await project.ActionsAsync(key));
    }
}
