using System.Reflection;
using ListenLint.CodeFixes.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.Analyzers.Tests.Fixes.Configuration;

/// <summary>Which documents a host asks which fixes for.</summary>
public sealed class ConfigurationFixExportTests
{
    [Fact]
    public void Every_fix_of_files_is_asked_for_additional_files_of_any_name_and_for_nothing_else()
    {
        Assert.NotEmpty(ConfiguredProject.Fixes);
        foreach (var fix in ConfiguredProject.Fixes)
        {
            var export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
            Assert.NotNull(export);
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(fix.GetType().Name, export.Name);
            Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);

            // A Dockerfile has no extension, so that a list of extensions would shut it out.
            Assert.Null(export.DocumentExtensions);
            Assert.Null(fix.GetFixAllProvider());
        }
    }

    [Fact]
    public void No_fix_of_code_is_asked_for_additional_files()
    {
        var others = typeof(ConfigurationFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type) && !typeof(ConfigurationFix).IsAssignableFrom(type));
        Assert.All(others, type => Assert.Equal([nameof(TextDocumentKind.Document)], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds));
    }

    [Fact]
    public async Task Nothing_is_offered_in_code()
    {
        var project = ConfiguredProject.Of("var l = new TcpListener(IPAddress.Loopback, 5000); l.Start();", []);
        var finding = Assert.Single(await project.FindingsAsync("LL1001"));
        var actions = new List<CodeAction>();
        var document = project.Project.Documents.Single(document => document.Name == "Program.cs");
        foreach (var fix in ConfiguredProject.Fixes)
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext((TextDocument)document, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        Assert.Empty(actions);
    }

    [Fact]
    public async Task Nothing_is_offered_for_a_finding_that_is_older_than_the_text()
    {
        var old = ConfiguredProject.Of(ConfiguredProject.Plain, [("appsettings.json", """{ "Urls": "http://localhost:5000" }""")]);
        var finding = Assert.Single(await old.FindingsAsync());
        var now = ConfiguredProject.Of(ConfiguredProject.Plain, [("appsettings.json", """{ "Name": "a", "Urls": "http://localhost:5000" }""")]);
        Assert.Equal(["suppress:LL1001:intended"], (await now.ActionsAsync(finding)).Select(action => action.EquivalenceKey));
    }
}
