using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Package.Tests;

/// <summary>The profiles as the compiler reads them.</summary>
public sealed class ProfileTests(PackedPackage package)
{
    [Theory]
    [InlineData("audit", "listenlint.hints")]
    [InlineData("audit", "listenlint.include_tests")]
    [InlineData("audit", "listenlint.report_default_loopback")]
    [InlineData("containers", "listenlint.report_default_loopback")]
    [InlineData("desktop", "listenlint.loopback_intended")]
    public void A_profile_speaks_for_every_file_and_yields_to_the_users_own_word(string profile, string key)
    {
        AnalyzerConfig fromPackage = Read(profile);
        AnalyzerConfig editorConfig = AnalyzerConfig.Parse($"root = true\n[*.cs]\n{key} = false\n", "/shop/.editorconfig");
        AnalyzerConfig globalConfig = AnalyzerConfig.Parse($"is_global = true\n{key} = false\n", "/shop/shop.globalconfig");

        Assert.Equal("true", Value(key, fromPackage));
        Assert.Equal("false", Value(key, fromPackage, editorConfig));
        Assert.Equal("false", Value(key, fromPackage, globalConfig));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("containers")]
    [InlineData("desktop")]
    public void A_profile_sets_no_severity(string profile)
    {
        AnalyzerConfigOptionsResult options = Combine(Read(profile)).GetOptionsForSourcePath("/shop/Program.cs");

        Assert.Empty(options.TreeOptions);
        Assert.All(options.AnalyzerOptions.Keys, key => Assert.StartsWith("listenlint.", key, StringComparison.Ordinal));
    }

    private static string? Value(string key, params AnalyzerConfig[] configs) =>
        Combine(configs).GetOptionsForSourcePath("/shop/Program.cs").AnalyzerOptions.GetValueOrDefault(key);

    private static AnalyzerConfigSet Combine(params AnalyzerConfig[] configs)
    {
        var set = AnalyzerConfigSet.Create(configs, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return set;
    }

    private AnalyzerConfig Read(string profile)
    {
        string file = Path.Combine(package.Content, "profiles", $"{profile}.globalconfig");
        return AnalyzerConfig.Parse(File.ReadAllText(file), file);
    }
}
