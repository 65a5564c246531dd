using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace ListenLint.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    /// <summary>What the compiler of .NET SDK 8.0.100 and Visual Studio 2022 17.8 has beside it.</summary>
    private static readonly Dictionary<string, Version> FloorCarries = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Composition.AttributedModel"] = new(7, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
    };

    [Fact]
    public void The_package_holds_these_entries_and_no_others()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        IEnumerable<string> entries = archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/services/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "ListenLint.nuspec",
                "README.md",
                "analyzers/dotnet/cs/ListenLint.Analyzers.dll",
                "analyzers/dotnet/cs/ListenLint.CodeFixes.dll",
                "analyzers/dotnet/cs/ListenLint.Core.dll",
                "build/ListenLint.targets",
                "buildTransitive/ListenLint.Facts.targets",
                "buildTransitive/ListenLint.targets",
                "icon.png",
                "profiles/audit.globalconfig",
                "profiles/containers.globalconfig",
                "profiles/desktop.globalconfig",
            ],
            entries);
    }

    [Fact]
    public void The_nuspec_says_development_dependency_and_depends_on_nothing()
    {
        XElement metadata = XDocument.Load(Path.Combine(package.Content, "ListenLint.nuspec")).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("ListenLint", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("dependencies"));
    }

    [Fact]
    public void The_package_stays_under_500_KB() =>
        Assert.InRange(new FileInfo(package.PackageFile).Length, 1, 500 * 1024);

    [Fact]
    public void The_icon_is_a_png_of_128_by_128()
    {
        byte[] icon = File.ReadAllBytes(Path.Combine(package.Content, "icon.png"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
    }

    [Theory]
    [InlineData("ListenLint.Core.dll")]
    [InlineData("ListenLint.Analyzers.dll")]
    [InlineData("ListenLint.CodeFixes.dll")]
    public void A_dll_asks_for_nothing_newer_than_the_floor_carries(string dll)
    {
        IEnumerable<(string Name, Version Version)> foreign = AssemblyReferences(Path.Combine(package.AnalyzerFolder, dll))
            .Where(reference => !reference.Name.StartsWith("ListenLint.", StringComparison.Ordinal));
        Assert.All(foreign, reference =>
        {
            Version newest = FloorCarries.GetValueOrDefault(reference.Name, new Version(0, 0));
            Assert.True(reference.Version <= newest, $"{dll} references {reference.Name} {reference.Version}; the floor carries {newest}");
        });
    }

    internal static IReadOnlyList<(string Name, Version Version)> AssemblyReferences(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences
            .Select(reader.GetAssemblyReference)
            .Select(reference => (reader.GetString(reference.Name), reference.Version))];
    }
}
