using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

public sealed class IntendedLoopbackMarkTests
{
    private const string Key = "suppress:LL1001:intended";
    private const string Settings = """{ "Urls": "http://localhost:5000" }""";

    [Theory]
    [InlineData("", "[appsettings.json]\nlistenlint.loopback_intended = true\n")]
    [InlineData("root = true", "root = true\n\n[appsettings.json]\nlistenlint.loopback_intended = true\n")]
    [InlineData("root = true\n\n[*.cs]\nindent_size = 4\n", "root = true\n\n[*.cs]\nindent_size = 4\n\n[appsettings.json]\nlistenlint.loopback_intended = true\n")]
    [InlineData("root = true\r\n[*.cs]\r\nindent_size = 4\r\n", "root = true\r\n[*.cs]\r\nindent_size = 4\r\n\r\n[appsettings.json]\r\nlistenlint.loopback_intended = true\r\n")]
    [InlineData(
        "[appsettings.json]\nindent_size = 2\n\n[*.cs]\nindent_size = 4\n",
        "[appsettings.json]\nindent_size = 2\nlistenlint.loopback_intended = true\n\n[*.cs]\nindent_size = 4\n")]
    [InlineData("[appsettings.json]\nlistenlint.loopback_intended = false", "[appsettings.json]\nlistenlint.loopback_intended = false\nlistenlint.loopback_intended = true")]
    public async Task Marks_the_file_in_the_nearest_editorconfig(string config, string marked)
    {
        var title = await Mending.Check(Key, ConfiguredProject.Plain, ".editorconfig", marked, (".editorconfig", config), ("appsettings.json", Settings), ("../.editorconfig", "root = true\n"));
        Assert.Equal("Keep loopback and mark as intended", title);
    }

    [Fact]
    public Task Marks_a_file_of_the_repository_where_it_lies() => Mending.Check(
        Key,
        ConfiguredProject.Plain,
        "../.editorconfig",
        "root = true\n\n[docker-compose.yml]\nlistenlint.loopback_intended = true\n",
        (".editorconfig", ""),
        ("../.editorconfig", "root = true\n"),
        ("Dockerfile", ConfiguredProject.BareDockerfile),
        ("../docker-compose.yml", "services:\n  app:\n    build: ./App\n    environment:\n      ASPNETCORE_URLS: http://localhost:5000\n    ports:\n      - \"5000:5000\"\n"));

    [Fact]
    public Task Marks_a_file_of_a_folder_below_by_its_path() => Mending.Check(
        Key,
        ConfiguredProject.Plain,
        "../.editorconfig",
        "root = true\n\n[App/appsettings.json]\nlistenlint.loopback_intended = true\n",
        ("../.editorconfig", "root = true\n"),
        ("appsettings.json", Settings));

    [Fact]
    public async Task Makes_an_editorconfig_where_there_is_none()
    {
        var before = ConfiguredProject.Of(ConfiguredProject.Plain, [("appsettings.json", Settings)]);
        var after = await before.AfterAsync((await before.ActionsAsync(Key)).Single());
        Assert.Equal("[appsettings.json]\nlistenlint.loopback_intended = true\n", await after.TextAsync(".editorconfig"));
        Assert.Empty(await after.FindingsAsync());
    }

    [Fact]
    public async Task Withheld_where_the_workspace_cannot_write_it()
    {
        using var workspace = new ReadOnlyWorkspace();
        var project = ConfiguredProject.Of(ConfiguredProject.Plain, [("appsettings.json", Settings)], workspace: workspace);
        Assert.NotEmpty(await project.FindingsAsync("LL1001"));
        Assert.Empty(await project.ActionsAsync(Key));
        Assert.NotEmpty(await project.ActionsAsync("expose:LL1001"));
    }

    [Fact]
    public async Task Opening_comes_first_and_the_mark_second()
    {
        var project = ConfiguredProject.Of(ConfiguredProject.Plain, [("appsettings.json", Settings)]);
        var finding = Assert.Single(await project.FindingsAsync());
        Assert.Equal(["expose:LL1001", Key], (await project.ActionsAsync(finding)).Select(action => action.EquivalenceKey));
    }

    private sealed class ReadOnlyWorkspace() : Workspace(MefHostServices.DefaultHost, "ReadOnly")
    {
        public override bool CanApplyChange(ApplyChangesKind feature) => false;
    }
}
