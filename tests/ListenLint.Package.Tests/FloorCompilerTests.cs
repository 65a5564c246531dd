using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ListenLint.Package.Tests;

/// <summary>The packed dlls, loaded as a compiler loads them, by the oldest compiler that we promise.</summary>
public sealed class FloorCompilerTests(PackedPackage package)
{
    [Fact]
    public void This_host_is_the_floor() =>
        Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);

    [Fact]
    public void Every_dll_loads_without_a_complaint()
    {
        var failures = new List<string>();
        LoadAnalyzers(failures);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task The_floor_compiler_reports_a_loopback_listener()
    {
        const string Source = """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Hosting;

            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://localhost:5000");
            builder.Build().Run();
            """;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop.Api",
            [CSharpSyntaxTree.ParseText(Source, path: "Program.cs", cancellationToken: cancellation)],
            TargetingPacks(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        ImmutableArray<Diagnostic> findings = await compilation
            .WithAnalyzers(LoadAnalyzers([]))
            .GetAnalyzerDiagnosticsAsync(cancellation);

        Diagnostic finding = Assert.Single(findings);
        Assert.Equal("LL1001", finding.Id);
        Assert.Equal(4, finding.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Every_quick_fix_can_be_created_and_fixes_something()
    {
        var loader = new PackageLoader(package.AnalyzerFolder);
        Assembly fixes = loader.LoadFromPath(Path.Combine(package.AnalyzerFolder, "ListenLint.CodeFixes.dll"));
        List<CodeFixProvider> providers = [.. fixes.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

        Assert.NotEmpty(providers);
        Assert.All(providers, provider => Assert.NotEmpty(provider.FixableDiagnosticIds));
    }

    private ImmutableArray<DiagnosticAnalyzer> LoadAnalyzers(List<string> failures)
    {
        var loader = new PackageLoader(package.AnalyzerFolder);
        var analyzers = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
        foreach (string dll in Directory.GetFiles(package.AnalyzerFolder, "*.dll"))
        {
            var reference = new AnalyzerFileReference(dll, loader);
            reference.AnalyzerLoadFailed += (_, failure) =>
            {
                // Core and CodeFixes hold no analyzer, which the compiler does not mind either.
                if (failure.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
                    failures.Add($"{Path.GetFileName(dll)}: {failure.ErrorCode} {failure.Message}");
            };
            analyzers.AddRange(reference.GetAnalyzers(LanguageNames.CSharp));
        }
        Assert.NotEmpty(analyzers);
        return analyzers.ToImmutable();
    }

    private static IEnumerable<MetadataReference> TargetingPacks()
    {
        string packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs"));
        return new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
            .Select(pack => Directory.GetDirectories(Path.Combine(packs, pack), "10.*").Order(StringComparer.Ordinal).Last())
            .SelectMany(pack => Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll"))
            .Select(dll => MetadataReference.CreateFromFile(dll));
    }

    /// <summary>Siblings come from the package's folder, all else from the host, as in the compiler.</summary>
    private sealed class PackageLoader(string folder) : IAnalyzerAssemblyLoader
    {
        private readonly FolderContext _context = new(folder);

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);

        private sealed class FolderContext(string folder) : AssemblyLoadContext("package")
        {
            protected override Assembly? Load(AssemblyName assemblyName)
            {
                string sibling = Path.Combine(folder, $"{assemblyName.Name}.dll");
                return File.Exists(sibling) ? LoadFromAssemblyPath(sibling) : null;
            }
        }
    }
}
