namespace ListenLint.Tool.Tests;

/// <summary>A folder with the given files, gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public const string LibraryProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    // The real path: on some systems the temporary folder is a link, and MSBuild names what it points to.
    public string Path { get; } = new DirectoryInfo(Directory.CreateTempSubdirectory("listenlint-").FullName).FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public TemporaryFolder Add(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this;
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
