using Xunit;

namespace ListenLint.Package.Tests;

/// <summary>What a stranger sees who adds the package to a fresh project. Every folder has a blank in its path.</summary>
public sealed class ConsumerTests(PackedPackage package)
{
    [Fact]
    public async Task A_build_warns_of_a_loopback_listener_and_warnaserror_fails_it()
    {
        ConsumerProject consumer = new ConsumerProject(package).WriteLoopbackServer();

        Build build = (await consumer.Build()).Succeeded();
        Assert.Equal([new("LL1001", "warning", "Program.cs", 2)], build.Findings);

        Build strict = await consumer.Build("--no-restore", "--no-incremental", "-warnaserror:LL1001");
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal([new("LL1001", "error", "Program.cs", 2)], strict.Findings);
    }

    [Fact]
    public async Task Format_opens_a_listener_only_where_fix_may_expose_says_so()
    {
        ConsumerProject consumer = new ConsumerProject(package).WriteLoopbackServer();
        (await consumer.Run("restore")).Succeeded();
        string before = consumer.Read("Program.cs");
        string[] format = ["format", "analyzers", "--diagnostics", "LL1001", "--no-restore"];

        (await consumer.Run(format)).Succeeded();
        Assert.Equal(before, consumer.Read("Program.cs"));

        consumer.Write(".editorconfig", """
            root = true
            [*.cs]
            listenlint.fix_may_expose = true
            """);
        (await consumer.Run(format)).Succeeded();
        Assert.Equal(before.Replace("http://localhost:5000", "http://*:5000", StringComparison.Ordinal), consumer.Read("Program.cs"));
    }

    [Fact]
    public async Task A_finding_in_a_configuration_file_is_told_once_for_all_frameworks()
    {
        ConsumerProject consumer = new ConsumerProject(package)
            .WriteLoopbackConfiguration("""
                <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                """);

        Build build = (await consumer.Build()).Succeeded();

        Assert.Equal([new("LL1001", "warning", "appsettings.json", 2)], build.Findings);
    }

    [Fact]
    public async Task Configuration_files_are_not_read_when_switched_off()
    {
        ConsumerProject consumer = new ConsumerProject(package).WriteLoopbackConfiguration("<TargetFramework>net10.0</TargetFramework>");
        Assert.NotEmpty((await consumer.Build()).Succeeded().Findings);

        Build build = (await consumer.Build("--no-restore", "--no-incremental", "-p:ListenLintReadConfigurationFiles=false")).Succeeded();

        Assert.Empty(build.Findings);
    }

    [Fact]
    public async Task A_project_that_gets_the_package_through_another_is_checked_too()
    {
        ConsumerProject consumer = new ConsumerProject(package);
        string allAssets = consumer.PackageReference.Replace(" />", """ PrivateAssets="none" IncludeAssets="all" />""", StringComparison.Ordinal);
        consumer
            .WriteProject("Library/Library.csproj", "<TargetFramework>net10.0</TargetFramework>", allAssets, "Microsoft.NET.Sdk")
            .WriteProject("Shop/Shop.csproj", "<TargetFramework>net10.0</TargetFramework>", """<ProjectReference Include="../Library/Library.csproj" />""")
            .Write("Shop/Program.cs", "WebApplication.CreateBuilder(args).Build().Run();")
            .Write("Shop/appsettings.json", """{ "Urls": "http://localhost:5000" }""");

        Build build = (await consumer.Build("Shop/Shop.csproj")).Succeeded();

        Assert.Equal([new("LL1001", "warning", Path.Combine("Shop", "appsettings.json"), 1)], build.Findings);
    }
}
