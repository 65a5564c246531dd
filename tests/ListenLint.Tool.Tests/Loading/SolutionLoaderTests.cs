using ListenLint.Tool.Loading;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Tool.Tests.Loading;

public sealed class SolutionLoaderTests
{
    [Fact]
    public async Task Analyzers_are_handed_each_configuration_file_once_with_properties_and_options_as_the_package_would()
    {
        using var folder = new TemporaryFolder()
            .Add("App.csproj", TemporaryFolder.LibraryProject.Replace("</Project>", """
                <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
                <ItemGroup><AdditionalFiles Include="appsettings.json" /></ItemGroup></Project>
                """, StringComparison.Ordinal))
            .Add("Program.cs", "System.Console.WriteLine();")
            .Add("appsettings.json", "{}")
            .Add("Dockerfile", "FROM scratch")
            .Add("compose.yaml", "services:")
            .Add("bin/Debug/appsettings.json", "{}")
            .Add(".editorconfig", "root = true\n[*.json]\nlistenlint.loopback_intended = true\n");

        var target = await new TargetResolver(folder.Path).ResolveAsync(null, TestContext.Current.CancellationToken);
        using var loaded = await new SolutionLoader(new LoadOptions(), _ => { }).LoadAsync(target, TestContext.Current.CancellationToken);

        var project = loaded.Solution.GetProject(Assert.Single(loaded.Requested))!;
        var options = project.AnalyzerOptions;
        Assert.Equal(
            [folder["Dockerfile"], folder["appsettings.json"], folder["compose.yaml"]],
            options.AdditionalFiles.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("Exe", Value(options.AnalyzerConfigOptionsProvider.GlobalOptions, "build_property.OutputType"));
        Assert.Equal("true", Value(
            options.AnalyzerConfigOptionsProvider.GetOptions(options.AdditionalFiles.Single(file => file.Path.EndsWith(".json", StringComparison.Ordinal))),
            "listenlint.loopback_intended"));
        Assert.Empty(loaded.Problems);
        Assert.Empty(loaded.Notes);
        Assert.Equal("net10.0", TargetFrameworks.Of(project));
    }

    private static string? Value(Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value : null;
}
