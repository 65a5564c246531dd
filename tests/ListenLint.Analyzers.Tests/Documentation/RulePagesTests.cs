using System.Text.RegularExpressions;
using ListenLint.Analyzers.Rules;
using ListenLint.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Tests.Documentation;

/// <summary>Each rule has a page that says what its descriptor says, with an example that triggers it and a remedy that does not.</summary>
public sealed class RulePagesTests
{
    // The build copies them here, so that the tests run from any output folder.
    private static readonly string Root = AppContext.BaseDirectory;

    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Descriptors = typeof(ListenLintAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .ToDictionary(descriptor => descriptor.Id);

    private static readonly HashSet<string> Fixed = typeof(CodeFixes.Listening.LoopbackListenerFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
        .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
        .ToHashSet();

    public static TheoryData<string> Ids => [.. Descriptors.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var descriptor = Descriptors[id];
        var page = Page(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}", page, StringComparison.Ordinal);
        Assert.Equal(descriptor.DefaultSeverity.ToString(), Cell(page, "Severity"));
        Assert.Equal(descriptor.Category, Cell(page, "Category"));
        Assert.Equal(descriptor.IsEnabledByDefault ? "Yes" : "No", Cell(page, "Enabled by default"));
        Assert.Equal(Fixed.Contains(id) ? "Yes" : "No", Cell(page, "Code fix"));
        Assert.EndsWith($"docs/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.NotEmpty(descriptor.Description.ToString());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_triggers_the_rule_and_the_remedy_is_silent(string id)
    {
        var page = Page(id);
        Assert.Contains(await Run(page, "Example", id), found => found == id);
        Assert.DoesNotContain(await Run(page, "How to fix", id), found => found == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_readme_has_the_row(string id)
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        var severity = Descriptors[id].IsEnabledByDefault ? Descriptors[id].DefaultSeverity.ToString() : "Off";
        Assert.Contains($"| [{id}](docs/rules/{id}.md) | {Descriptors[id].Title} | {severity} | {(Fixed.Contains(id) ? "Yes" : "No")} |", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_is_without_a_rule() =>
        Assert.Empty(Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "LL*.md").Select(Path.GetFileNameWithoutExtension).Except(Descriptors.Keys));

    /// <summary>Runs the code blocks of a section: C# is the program, every other block the file that its first line or the text above names.</summary>
    private static async Task<IReadOnlyList<string>> Run(string page, string section, string id)
    {
        var body = Regex.Match(page, $@"^## {section}\s*$(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        var blocks = Regex.Matches(body, @"(?:`(?<file>[\w./-]+)`:?\s*\r?\n\s*)?^```(?<language>\w+)\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(blocks.Count > 0, $"{id}: '## {section}' holds no code block.");
        var code = blocks.Where(block => block.Groups["language"].Value == "csharp").Select(block => block.Groups["text"].Value).FirstOrDefault()
            ?? "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n";
        var files = blocks.Where(block => block.Groups["language"].Value != "csharp")
            .Select(block => (NameOf(block), block.Groups["text"].Value))
            .ToArray();
        var run = new ProjectRun { Code = code, Files = files, Enabled = Descriptors[id].IsEnabledByDefault ? [] : [id] };
        return [.. (await run.Diagnostics()).Select(found => found.Id)];
    }

    private static string NameOf(Match block) => block.Groups["file"].Success && block.Groups["file"].Length > 0
        ? block.Groups["file"].Value
        : block.Groups["language"].Value switch
        {
            "dockerfile" or "Dockerfile" => "Dockerfile",
            "json" => "appsettings.json",
            "yaml" or "yml" => "docker-compose.yml",
            _ => "ListenLint.Apis.txt",
        };

    private static string Cell(string page, string row) =>
        Regex.Match(page, $@"^\|\s*{row}\s*\|\s*(.*?)\s*\|\s*$", RegexOptions.Multiline).Groups[1].Value;

    private static string Page(string id)
    {
        var path = Path.Combine(Root, "docs", "rules", id + ".md");
        Assert.True(File.Exists(path), $"docs/rules/{id}.md is missing.");
        return File.ReadAllText(path).ReplaceLineEndings("\n");
    }
}
