using ListenLint.CodeFixes.Listening;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.Analyzers.Tests.Fixes;

/// <summary>Who may open listeners without looking at each of them.</summary>
public sealed class ExposureGateTests
{
    private const string Rule = "LL1001";
    private const string Code = "internal sealed class A { public void Run() => new TcpListener(IPAddress.Loopback, 5000).Start(); }";
    private static readonly string Opened = Code.Replace("Loopback", "Any");
    private static readonly (string, string) Other = ("sub/Other.cs", Code.Replace("class A", "class B"));

    [Fact]
    public async Task Without_consent_there_is_no_fix_all()
    {
        var bulb = LightBulb.Over(Code, [Other]);
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            Assert.Null(await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey, scope));
        }
    }

    [Fact]
    public async Task Without_consent_the_light_bulb_still_opens_one()
    {
        var bulb = LightBulb.Over(Code, [Other]);
        var action = (await bulb.ActionsAsync(Rule)).Single(action => action.EquivalenceKey == LoopbackListenerFix.OpenKey);
        var after = await bulb.AfterAsync(action);
        Assert.Equal(Opened, after.Text());
        Assert.Equal(bulb.Text("sub/Other.cs"), after.Text("sub/Other.cs"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True ", true)]
    [InlineData("false", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    public async Task Consent_is_the_word_true(string value, bool isGiven)
    {
        var after = await LightBulb.Over(Code, [Other], $"[*.cs]\nlistenlint.fix_may_expose = {value}\n").AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey);
        Assert.Equal(isGiven ? Opened : null, after?.Text());
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Consent_of_one_folder_is_for_that_folder(FixAllScope scope)
    {
        var bulb = LightBulb.Over(Code, [Other], "[sub/*.cs]\nlistenlint.fix_may_expose = true\n");
        var after = (await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey, scope))!;
        Assert.Equal(Code, after.Text());
        Assert.Equal(Opened.Replace("class A", "class B"), after.Text("sub/Other.cs"));
        Assert.Null(await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey, FixAllScope.Document));
        Assert.NotNull(await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey, FixAllScope.Document, "sub/Other.cs"));
    }

    [Fact]
    public async Task Consent_can_stand_in_a_global_config()
    {
        var after = await LightBulb.Over(Code, [Other, (".globalconfig", "is_global = true\nlistenlint.fix_may_expose = true\n")])
            .AllAtOnceAsync(Rule, LoopbackListenerFix.OpenKey);
        Assert.Equal(Opened, after?.Text());
    }

    [Fact]
    public async Task An_intent_is_written_down_for_one_file_at_a_time()
    {
        var bulb = LightBulb.Over(Code, [Other]);
        Assert.Null(await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.IntendKey, FixAllScope.Solution));
        Assert.Null(await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.IntendKey, FixAllScope.Project));
        var after = (await bulb.AllAtOnceAsync(Rule, LoopbackListenerFix.IntendKey, FixAllScope.Document))!;
        Assert.Equal("/repo/App/sub/Other.cs", (await after.FindingsAsync(Rule)).Single().Location.SourceTree!.FilePath);
    }

    [Fact]
    public async Task What_exposes_nothing_needs_no_consent()
    {
        var after = await LightBulb.Over("new TcpListener(IPAddress.Any, 5000).Start();", enabled: "LL1009").AllAtOnceAsync("LL1009", ListenerOpenToAllFix.CloseKey);
        Assert.Equal("new TcpListener(IPAddress.Loopback, 5000).Start();", after?.Text());
    }
}
