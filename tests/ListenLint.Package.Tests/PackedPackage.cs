using System.IO.Compression;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(ListenLint.Package.Tests.PackedPackage))]

namespace ListenLint.Package.Tests;

/// <summary>The package, packed once for all tests into a feed of its own, with a version that no cache can know.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public static readonly string RepositoryRoot = typeof(PackedPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("listenlint-package-").FullName;
    private int _consumers;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>Where consumers restore to, so that nothing of ours stays in the user's own cache.</summary>
    public string PackagesFolder => Path.Combine(_folder, "packages");

    /// <summary>The package's content, unpacked.</summary>
    public string Content => Path.Combine(_folder, "content");

    public string PackageFile => Path.Combine(Feed, $"ListenLint.{Version}.nupkg");

    public string AnalyzerFolder => Path.Combine(Content, "analyzers", "dotnet", "cs");

    public async ValueTask InitializeAsync()
    {
        // The package's version alone: a changed assembly version would rebuild what other test projects run on.
        Dotnet.Result result = await Dotnet.Run(RepositoryRoot, null, "pack", "src/ListenLint/ListenLint.csproj", "--no-restore",
            "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}", "-tl:off", "-nologo");
        result.Succeeded();
        ZipFile.ExtractToDirectory(PackageFile, Content);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new folder for a consumer, with a blank in its path.</summary>
    public string NewFolder() =>
        Directory.CreateDirectory(Path.Combine(_folder, $"a consumer {Interlocked.Increment(ref _consumers)}")).FullName;
}
