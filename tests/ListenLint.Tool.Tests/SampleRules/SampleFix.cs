using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Tool.Tests.SampleRules;

/// <summary>Suppressing first, opening second, as no real fix would: the tool must not take the order for permission.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SampleFix))]
public sealed class SampleFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["LL9001", "LL9002", "LL9005", "LL9006"];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = (await context.Document.GetTextAsync(context.CancellationToken)).ToString(context.Span);
        foreach (var (title, key, replacement) in Offers(text))
        {
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellationToken => ReplaceAsync(context.Document, context.Span, replacement, cancellationToken), key), context.Diagnostics);
        }

        if (text.Contains("localhost/file", StringComparison.Ordinal))
            context.RegisterCodeFix(CodeAction.Create("Write it to a file", cancellationToken => WriteFileAsync(context.Document, context.Span, cancellationToken), "file"), context.Diagnostics);
    }

    private static async Task<Solution> WriteFileAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var changed = await ReplaceAsync(document, span, "Config.Url", cancellationToken);
        var path = Path.Combine(Path.GetDirectoryName(document.Project.FilePath)!, "urls.json");
        return changed.Project.AddAdditionalDocument("urls.json", "{ \"Urls\": \"http://*:80\" }", filePath: path).Project.Solution;
    }

    private static IEnumerable<(string, string, string)> Offers(string literal)
    {
        if (literal.Contains("localhost", StringComparison.Ordinal) && !literal.Contains("localhost/", StringComparison.Ordinal))
        {
            yield return ("Mark as intended", "suppress:mark", literal + "/* intended */");
            yield return ("Listen on all interfaces", "expose:any", literal.Replace("localhost", "*", StringComparison.Ordinal));
            yield return ("Take it from elsewhere", "elsewhere", "Config.Other");
        }

        if (literal.Contains("localhost/config", StringComparison.Ordinal))
            yield return ("Take it from configuration", "configuration", "Config.Url");
        if (literal == "\"hint\"")
            yield return ("Take the hint", "hint", "\"hint taken\"");
        if (literal == "\"broken\"")
            yield return ("Break it", "break", "noSuchName");
        if (literal == "\"stays\"")
            yield return ("Write around it", "around", "/* kept */\n        " + literal);
        if (literal.StartsWith("\"grows", StringComparison.Ordinal))
            yield return ("Let it grow", "grow", literal.Replace("grows", "grows more", StringComparison.Ordinal));
        if (literal is "\"ping\"" or "\"pong\"")
            yield return ("Turn it", "turn", literal == "\"ping\"" ? "\"pong\"" : "\"ping\"");
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string replacement, CancellationToken cancellationToken) =>
        document.WithText((await document.GetTextAsync(cancellationToken)).Replace(span, replacement));
}

[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SampleFileFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class SampleFileFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["LL9003"];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Listen on all interfaces",
                async cancellationToken => context.TextDocument.Project.Solution.WithAdditionalDocumentText(
                    context.TextDocument.Id, (await context.TextDocument.GetTextAsync(cancellationToken)).Replace(context.Span, "*")),
                "expose:file"),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}
