using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Tests.Verification;

/// <summary>Compiles test sources against the reference assemblies that the SDK carries: no restore, no network.</summary>
internal static class ReferencePacks
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Loaded = new(Load);

    /// <summary>What the SDK imports by itself into a web project.</summary>
    private static readonly string[] WebUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
        "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>Every reference assembly of .NET and ASP.NET Core.</summary>
    public static ImmutableArray<MetadataReference> References => Loaded.Value;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static SyntaxTree ImplicitUsings { get; } = CSharpSyntaxTree.ParseText(
        string.Concat(WebUsings.Select(name => $"global using {name};\n")), ParseOptions, "obj/GlobalUsings.g.cs");

    public static CSharpCompilation Compile(OutputKind kind, params IEnumerable<string> sources)
    {
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{index + 1}.cs"));
        return CSharpCompilation.Create(
            "Subject",
            [ImplicitUsings, .. trees],
            References,
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A program, or a library where there is neither a Main nor a top-level statement.</summary>
    public static CSharpCompilation Compile(params string[] sources)
    {
        var compilation = Compile(OutputKind.ConsoleApplication, sources);
        var isProgram = compilation.SyntaxTrees.Any(tree => tree.GetRoot().DescendantNodes().Any(node =>
            node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Main" }));
        return isProgram ? compilation : compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary));
    }

    private static ImmutableArray<MetadataReference> Load()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return [.. Pack(dotnet, "Microsoft.NETCore.App.Ref"), .. Pack(dotnet, "Microsoft.AspNetCore.App.Ref")];
    }

    private static IEnumerable<MetadataReference> Pack(string dotnet, string name)
    {
        var newest = Directory.GetDirectories(Path.Combine(dotnet, "packs", name))
            .OrderBy(folder => Version.TryParse(Path.GetFileName(folder), out var version) ? version : new Version())
            .Last();
        var framework = Directory.GetDirectories(Path.Combine(newest, "ref")).Single();
        return Directory.GetFiles(framework, "*.dll").Select(file => MetadataReference.CreateFromFile(file));
    }
}
