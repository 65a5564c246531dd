using System.Collections.Immutable;
using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ListenLint.Analyzers.Tests.Catalog;

/// <summary>The reference assemblies of .NET and ASP.NET Core, and the packages' that the catalog speaks of.</summary>
internal static class RealAssemblies
{
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Pack("Microsoft.NETCore.App.Ref"),
        .. Pack("Microsoft.AspNetCore.App.Ref"),
        .. Assemblies(Path.Combine(AppContext.BaseDirectory, "catalog-references")),
    ];

    public static readonly CSharpCompilation Compilation = Compile("");

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Catalog", [CSharpSyntaxTree.ParseText(source)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The symbols that a row's id names: one, or every overload for <c>(*)</c>.</summary>
    public static IReadOnlyList<ISymbol> Named(string id)
    {
        if (!id.EndsWith(DocumentationId.AllOverloads, StringComparison.Ordinal))
        {
            return DocumentationCommentId.GetSymbolsForDeclarationId(id, Compilation);
        }

        var path = id[2..^DocumentationId.AllOverloads.Length];
        var dot = path.LastIndexOf('.');
        return
        [
            .. DocumentationCommentId.GetSymbolsForDeclarationId("T:" + path[..dot], Compilation)
                .OfType<INamedTypeSymbol>()
                .SelectMany(type => type.GetMembers(path[(dot + 1)..].Replace("#ctor", ".ctor", StringComparison.Ordinal))),
        ];
    }

    private static IEnumerable<MetadataReference> Pack(string name)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var pack = Path.Combine(runtime, "..", "..", "..", "packs", name);
        var newest = Directory.GetDirectories(pack, "10.*").OrderBy(folder => Version.Parse(Path.GetFileName(folder))).Last();
        return Assemblies(Path.Combine(newest, "ref", "net10.0"));
    }

    private static IEnumerable<MetadataReference> Assemblies(string folder) =>
        Directory.GetFiles(folder, "*.dll").Select(file => MetadataReference.CreateFromFile(file));
}
