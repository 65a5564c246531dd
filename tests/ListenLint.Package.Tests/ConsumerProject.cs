using System.Text.RegularExpressions;

namespace ListenLint.Package.Tests;

/// <summary>A stranger's folder: its own NuGet configuration, nothing inherited from above, and the package in a local feed.</summary>
internal sealed partial class ConsumerProject
{
    private readonly Dictionary<string, string> _environment;

    public ConsumerProject(PackedPackage package)
    {
        Folder = package.NewFolder();
        _environment = new() { ["NUGET_PACKAGES"] = package.PackagesFolder };
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write(".editorconfig", "root = true");
        PackageReference = $"""<PackageReference Include="ListenLint" Version="{package.Version}" />""";
    }

    public string Folder { get; }

    public string PackageReference { get; }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public ConsumerProject Write(string path, string text)
    {
        string file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
        return this;
    }

    /// <summary>The project of the tests: a web program whose only address is loopback, in a container that publishes the port.</summary>
    public ConsumerProject WriteLoopbackServer() => this
        .WriteProject("Shop.csproj", "<TargetFramework>net10.0</TargetFramework>", PackageReference)
        .Write("Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://localhost:5000");
            var app = builder.Build();
            app.MapGet("/", () => "ok");
            app.Run();
            """)
        .Write("Dockerfile", """
            FROM mcr.microsoft.com/dotnet/aspnet:10.0
            COPY publish /app
            EXPOSE 5000
            ENTRYPOINT ["dotnet", "/app/Shop.dll"]
            """);

    /// <summary>A program that is open to all in code says nothing of itself, and is bound to loopback by its configuration file.</summary>
    public ConsumerProject WriteLoopbackConfiguration(string frameworks) => this
        .WriteProject("Shop.csproj", frameworks, PackageReference)
        .Write("Program.cs", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", () => "ok");
            app.Run();
            """)
        .Write("appsettings.json", """
            {
              "Urls": "http://localhost:5000"
            }
            """);

    public ConsumerProject WriteProject(string path, string properties, string items, string sdk = "Microsoft.NET.Sdk.Web") => Write(path, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            {properties}
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    public async Task<Build> Build(params string[] arguments)
    {
        Dotnet.Result result = await Run(["build", "-nologo", "-tl:off", .. arguments]);
        return new Build(result, Folder);
    }

    public Task<Dotnet.Result> Run(params string[] arguments) => Dotnet.Run(Folder, _environment, arguments);

    internal sealed partial record Finding(string Id, string Severity, string File, int Line)
    {
        [GeneratedRegex(@"^\s*(?<file>[^\n(]+)\((?<line>\d+),\d+\): (?<severity>warning|error) (?<id>LL\d{4}): ", RegexOptions.Multiline)]
        public static partial Regex Pattern();
    }
}

/// <summary>What a build printed, read as a person would: one finding a line, files named from the consumer's folder.</summary>
internal sealed class Build(Dotnet.Result result, string folder)
{
    public int ExitCode => result.ExitCode;

    public string Output => result.Output;

    public IReadOnlyList<ConsumerProject.Finding> Findings { get; } =
    [
        .. ConsumerProject.Finding.Pattern().Matches(BeforeSummary(result.Output)).Select(match => new ConsumerProject.Finding(
            match.Groups["id"].Value,
            match.Groups["severity"].Value,
            Path.GetRelativePath(folder, match.Groups["file"].Value),
            int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture)))
    ];

    public Build Succeeded()
    {
        result.Succeeded();
        return this;
    }

    /// <summary>The summary at the end repeats every warning.</summary>
    private static string BeforeSummary(string output)
    {
        int summary = Math.Max(
            output.IndexOf("\nBuild succeeded.", StringComparison.Ordinal),
            output.IndexOf("\nBuild FAILED.", StringComparison.Ordinal));
        return summary < 0 ? output : output[..summary];
    }
}
