using System.Text.Json;
using Xunit;

namespace ListenLint.Package.Tests;

/// <summary>
/// What the packed targets hand to the compiler. The projects take them in as the listenlint tool does, through
/// CustomAfterMicrosoftCommonTargets, so that evaluation alone answers.
/// </summary>
public sealed class TargetsTests(PackedPackage package)
{
    private const string WebProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><AdditionalFiles Include="appsettings.json" /></ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Configuration_files_are_taken_from_the_project_up_to_the_repository_and_no_further()
    {
        string folder = package.NewFolder();
        Write(folder, "repository/.git/HEAD", "ref: refs/heads/main");
        Write(folder, "repository/src/Web/Web.csproj", WebProject);
        string[] expected =
        [
            "Caddyfile", "ListenLint.Apis.txt", "compose.override.yaml", "deploy/nginx/default.conf", "deploy/production/compose.yaml", "docker-compose.yml", "docker/Dockerfile.api",
            "docker/web/Dockerfile",
            "src/Web/Containerfile", "src/Web/Dockerfile", "src/Web/Properties/launchSettings.json", "src/Web/Web.Dockerfile",
            "src/Web/appsettings.Development.json", "src/Web/appsettings.json", "src/Web/listenlint.map.json",
            "src/Web/nginx/conf.d/site.conf", "src/Web/web.config", "src/docker-compose.yaml",
        ];
        string[] others =
        [
            "../docker-compose.yml", "src/Other/Dockerfile", "src/Web/Dockerfile.dockerignore", "docker/web/old/Dockerfile", "src/Web/bin/appsettings.json",
            "src/Web/nginx/mime.types", "src/Web/node_modules/x/Dockerfile", "src/Web/package.json",
        ];
        foreach (string file in expected.Concat(others))
            Write(folder, $"repository/{file}", "");

        JsonElement project = await Evaluate(Path.Combine(folder, "repository/src/Web/Web.csproj"));

        Assert.Equal(expected, Files(project, Path.Combine(folder, "repository")));
        Assert.Equal(Path.Combine(folder, "repository"), Property(project, "ListenLintRoot"));
    }

    [Theory]
    [InlineData(".git", "gitdir: elsewhere")]
    [InlineData("Shop.sln", "")]
    [InlineData("Shop.slnx", "<Solution />")]
    public async Task A_worktree_and_a_folder_with_a_solution_are_roots_too(string marker, string text)
    {
        string folder = package.NewFolder();
        Write(folder, $"shop/{marker}", text);
        Write(folder, "shop/docker-compose.yml", "");
        Write(folder, "docker-compose.yml", "");
        Write(folder, "shop/src/services/Web/Web.csproj", WebProject);
        Write(folder, "shop/src/services/Web/appsettings.json", "{}");

        JsonElement project = await Evaluate(Path.Combine(folder, "shop/src/services/Web/Web.csproj"));

        Assert.Equal(Path.Combine(folder, "shop"), Property(project, "ListenLintRoot"));
        Assert.Equal(["docker-compose.yml", "src/services/Web/appsettings.json"], Files(project, Path.Combine(folder, "shop")));
    }

    [Fact]
    public async Task Without_a_repository_the_project_folder_is_the_root()
    {
        string folder = package.NewFolder();
        Write(folder, "Web/Web.csproj", WebProject);
        Write(folder, "Web/appsettings.json", "{}");
        Write(folder, "docker-compose.yml", "");

        JsonElement project = await Evaluate(Path.Combine(folder, "Web/Web.csproj"));

        Assert.Equal(Path.Combine(folder, "Web"), Property(project, "ListenLintRoot"));
        Assert.Equal(["appsettings.json"], Files(project, Path.Combine(folder, "Web")));
    }

    [Fact]
    public async Task Switched_off_configuration_files_are_not_handed_over_but_a_teams_apis_are()
    {
        string folder = package.NewFolder();
        Write(folder, "Web.csproj", WebProject.Replace("""<AdditionalFiles Include="appsettings.json" />""", "", StringComparison.Ordinal));
        Write(folder, "appsettings.json", "{}");
        Write(folder, "ListenLint.Apis.txt", "");

        JsonElement project = await Evaluate(Path.Combine(folder, "Web.csproj"), "-p:ListenLintReadConfigurationFiles=false");

        Assert.Equal(["ListenLint.Apis.txt"], Files(project, folder));
    }

    [Theory]
    [InlineData("net10.0", "true")]
    [InlineData("net10.0-windows", "false")]
    public async Task The_first_framework_reports_configuration_whatever_the_layout_of_the_list(string framework, string reports)
    {
        string folder = package.NewFolder();
        Write(folder, "Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFrameworks>
                  net10.0 ;
                  net10.0-windows;
                </TargetFrameworks>
              </PropertyGroup>
            </Project>
            """);

        JsonElement project = await Evaluate(Path.Combine(folder, "Web.csproj"), $"-p:TargetFramework={framework}");

        Assert.Equal(reports, Property(project, "ListenLintReportsConfiguration"));
    }

    [Theory]
    [InlineData("Web.fsproj")]
    [InlineData("Web.vbproj")]
    public async Task A_project_of_another_language_is_left_alone(string name)
    {
        string folder = package.NewFolder();
        Write(folder, name, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write(folder, "Dockerfile", "FROM scratch");

        JsonElement project = await Evaluate(Path.Combine(folder, name));

        Assert.Empty(Files(project, folder));
        Assert.Equal("", Property(project, "ListenLintRoot"));
    }

    [Fact]
    public async Task The_package_beside_the_tool_changes_nothing()
    {
        string folder = package.NewFolder();
        string second = Path.Combine(folder, "other version", "ListenLint.targets");
        foreach (string file in Directory.GetFiles(Path.Combine(package.Content, "buildTransitive")))
            Write(folder, $"other version/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Write(folder, "Web.csproj", WebProject.Replace("</Project>", $"""<Import Project="{second}" /></Project>""", StringComparison.Ordinal));
        Write(folder, "appsettings.json", "{}");
        Write(folder, "Dockerfile", "FROM scratch");

        JsonElement project = await Evaluate(Path.Combine(folder, "Web.csproj"));

        Assert.Equal(["Dockerfile", "appsettings.json"], Files(project, folder));
        Assert.Single(project.GetProperty("Items").GetProperty("CompilerVisibleProperty").EnumerateArray(),
            item => item.GetProperty("Identity").GetString() == "ListenLintRoot");
    }

    [Fact]
    public async Task The_compiler_is_told_the_facts_of_the_project_and_the_profile()
    {
        string folder = package.NewFolder();
        string project = Path.Combine(folder, "Shop.Api.csproj");
        Write(folder, "Shop.Api.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ListenLintProfile>containers</ListenLintProfile>
              </PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="8080" Type="tcp" />
                <ContainerPort Include="9090" Type="tcp" />
              </ItemGroup>
            </Project>
            """);
        Write(folder, "Program.cs", "return;");

        Dotnet.Result build = await Dotnet.Run(folder, null, "build", "-nologo", "-tl:off", "-v:d", Injected);

        string file = Directory.GetFiles(Path.Combine(folder, "obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Subset(lines.ToHashSet(), new HashSet<string>
        {
            $"build_property.ListenLintRoot = {folder}",
            "build_property.ListenLintReadConfigurationFiles = true",
            "build_property.ListenLintReportsConfiguration = true",
            "build_property.ListenLintContainerPorts = 8080/tcp,9090/tcp",
            $"build_property.MSBuildProjectDirectory = {folder}",
            "build_property.MSBuildProjectFile = Shop.Api.csproj",
            "build_property.AssemblyName = Shop.Api",
            "build_property.OutputType = Exe",
            "build_property.TargetFramework = net10.0",
            "build_property.UsingMicrosoftNETSdkWeb = true",
            "build_property.IsTestProject = ",
        });
        Assert.Matches(@"/analyzerconfig:.*profiles/containers\.globalconfig", build.Succeeded().Output);
        Assert.DoesNotContain("LL0003", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("LL0004", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_below_the_floor_and_an_unknown_profile_are_told()
    {
        string folder = package.NewFolder();
        Write(folder, "Web.csproj", WebProject);
        Write(folder, "appsettings.json", "{}");
        Write(folder, "Program.cs", "return;");

        Dotnet.Result build = await Dotnet.Run(folder, null, "build", "-nologo", "-tl:off", Injected,
            "-p:ListenLintBuildEngine=17.7.4", "-p:ListenLintProfile=docker");

        Assert.Contains("Web.csproj : warning LL0003: ListenLint does not run here", build.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("Web.csproj : warning LL0004: ListenLintProfile 'docker' is not known", build.Output, StringComparison.Ordinal);
    }

    private string Injected => $"-p:CustomAfterMicrosoftCommonTargets={Path.Combine(package.Content, "build", "ListenLint.targets")}";

    private static void Write(string folder, string path, string text)
    {
        string file = Path.GetFullPath(Path.Combine(folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private async Task<JsonElement> Evaluate(string project, params string[] arguments)
    {
        Dotnet.Result result = await Dotnet.Run(Path.GetDirectoryName(project)!, null,
            ["msbuild", project, Injected, "-getItem:AdditionalFiles,CompilerVisibleProperty",
                "-getProperty:ListenLintRoot,ListenLintReportsConfiguration", .. arguments]);
        return JsonDocument.Parse(result.Succeeded().Output).RootElement;
    }

    private static string? Property(JsonElement project, string name) => project.GetProperty("Properties").GetProperty(name).GetString();

    private static IEnumerable<string> Files(JsonElement project, string root) => project.GetProperty("Items").GetProperty("AdditionalFiles")
        .EnumerateArray()
        .Select(item => Path.GetRelativePath(root, item.GetProperty("FullPath").GetString()!))
        .Order(StringComparer.Ordinal);
}
