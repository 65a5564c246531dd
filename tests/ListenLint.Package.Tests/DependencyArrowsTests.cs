using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ListenLint.Package.Tests;

/// <summary>Who may know whom: between the dlls as they are shipped, and between the folders inside the analyzers.</summary>
public sealed class DependencyArrowsTests(PackedPackage package)
{
    private static readonly string[] Compiler = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    private static readonly string[] BaseLibrary = ["netstandard", "System.Collections.Immutable", "System.Memory"];

    /// <summary>The folders of the analyzers, each with those of its siblings that it may use.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Catalog"] = [],
        ["Evaluation"] = [],
        ["Facts"] = ["Catalog", "Evaluation", "Lifetimes"],
        ["Lifetimes"] = ["Catalog", "Evaluation", "Facts"],
        ["Rules"] = ["Catalog", "Evaluation", "Facts", "Lifetimes"],
    };

    [Fact]
    public void Core_knows_the_base_library_alone() =>
        AssertReferences("ListenLint.Core.dll", BaseLibrary);

    [Fact]
    public void Analyzers_know_Core_and_the_compiler_but_no_workspace() =>
        AssertReferences("ListenLint.Analyzers.dll", [.. BaseLibrary, .. Compiler, "ListenLint.Core"]);

    [Fact]
    public void Fixes_know_the_analyzers_and_the_workspace() =>
        AssertReferences("ListenLint.CodeFixes.dll",
        [
            .. BaseLibrary, .. Compiler, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces",
            "System.Composition.AttributedModel", "ListenLint.Core", "ListenLint.Analyzers",
        ]);

    [Fact]
    public void A_folder_of_the_analyzers_uses_only_the_siblings_it_may()
    {
        var wrong = new List<string>();
        foreach (SourceFile file in SourceFile.AllOf("ListenLint.Analyzers").Where(file => file.TopFolder is not null))
        {
            Assert.True(MayUse.ContainsKey(file.TopFolder!), $"{file.Path}: say here which folders {file.TopFolder} may use");
            IEnumerable<string> forbidden = MayUse.Keys.Except(MayUse[file.TopFolder!]).Where(folder => folder != file.TopFolder);
            wrong.AddRange(forbidden.Where(file.Names).Select(folder => $"{file.Path} uses {folder}"));
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_folders_do_not_know_the_layers_above() =>
        Assert.Empty(SourceFile.AllOf("ListenLint.Core").Where(file => MayUse.Keys.Any(file.Names)).Select(file => file.Path));

    [Fact]
    public void Rules_look_up_no_symbol_and_evaluators_report_nothing()
    {
        string[] lookUps = ["GetTypeByMetadataName", "GetTypesByMetadataName", "DocumentationCommentId"];
        string[] reports = ["ReportDiagnostic", "Diagnostic", "DiagnosticDescriptor"];

        Assert.Empty(
            from file in SourceFile.AllOf("ListenLint.Analyzers")
            from word in file.TopFolder switch { "Rules" => lookUps, "Evaluation" => reports, _ => [] }
            where file.Words.Contains(word)
            select $"{file.Path} says {word}");
    }

    [Theory]
    [InlineData("ListenLint.Core")]
    [InlineData("ListenLint.Analyzers")]
    [InlineData("ListenLint.CodeFixes")]
    public void A_namespace_follows_its_folder(string project) =>
        Assert.Empty(SourceFile.AllOf(project)
            .Where(file => file.Namespace is not null && file.Namespace != file.ExpectedNamespace)
            .Select(file => $"{file.Path}: {file.Namespace}, not {file.ExpectedNamespace}"));

    [Theory]
    [InlineData("using ListenLint.Analyzers.Rules.Listening;", true)]
    [InlineData("using static ListenLint.Analyzers.Rules.Listening.Loopback;", true)]
    [InlineData("using L = ListenLint.Analyzers.Rules.Listening.Loopback;", true)]
    [InlineData("class C { Rules.Listening.Loopback? field; }", true)]
    [InlineData("class C { object o = new Rules.Listening.Loopback(); }", true)]
    [InlineData("// see Rules.Listening", false)]
    [InlineData("class C { string s = \"Rules.Listening\"; }", false)]
    [InlineData("class C { int Rules; int M(C c) => c.Rules.GetHashCode(); }", false)]
    public void A_use_is_seen_however_it_is_written(string source, bool uses) =>
        Assert.Equal(uses, new SourceFile("Evaluation/Sample.cs", "ListenLint.Analyzers", source).Names("Rules"));

    private void AssertReferences(string dll, string[] allowed) => Assert.Empty(
        PackageContentTests.AssemblyReferences(Path.Combine(package.AnalyzerFolder, dll)).Select(reference => reference.Name).Except(allowed));

    /// <summary>A source file as a row of tokens, so that comments and strings do not count.</summary>
    private sealed class SourceFile
    {
        private readonly string _project;
        private readonly List<string> _tokens;

        public SourceFile(string path, string project, string text)
        {
            Path = path;
            _project = project;
            _tokens = [.. SyntaxFactory.ParseTokens(text).Select(token => token.Text)];
            Words = [.. _tokens];
        }

        public string Path { get; }

        public HashSet<string> Words { get; }

        public string? TopFolder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : null;

        public string ExpectedNamespace => string.Join('.', Path.Split('/')[..^1].Prepend(_project));

        public string? Namespace
        {
            get
            {
                int start = _tokens.IndexOf("namespace");
                return start < 0 ? null : string.Concat(_tokens.Skip(start + 1).TakeWhile(token => token is not (";" or "{")));
            }
        }

        public static IEnumerable<SourceFile> AllOf(string project)
        {
            string root = System.IO.Path.Combine(PackedPackage.RepositoryRoot, "src", project);
            return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, project, File.ReadAllText(System.IO.Path.Combine(root, path))));
        }

        /// <summary>Whether it writes <c>Folder.Something</c>, bare or behind ListenLint.Analyzers.</summary>
        public bool Names(string folder) => Enumerable.Range(0, _tokens.Count).Any(at =>
            _tokens[at] == folder
            && _tokens.ElementAtOrDefault(at + 1) is "." or ";"
            && (at == 0 || _tokens[at - 1] is not "." || _tokens.ElementAtOrDefault(at - 2) == "Analyzers")
            && (_tokens.ElementAtOrDefault(at + 1) is "." || _tokens.ElementAtOrDefault(at - 1) is "."));
    }
}
