using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ListenLint.Tool.Analysis;

/// <summary>A fix, with what its export says it can be asked for.</summary>
internal sealed class FixProvider(CodeFixProvider provider)
{
    private readonly ExportCodeFixProviderAttribute? _export = provider.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();

    public CodeFixProvider Provider => provider;

    public bool Mends(string id, TextDocument document) =>
        provider.FixableDiagnosticIds.Contains(id) && TakesKind(document) && TakesExtension(document);

    private bool TakesKind(TextDocument document) =>
        (_export?.DocumentKinds ?? [nameof(TextDocumentKind.Document)]).Contains(document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument));

    private bool TakesExtension(TextDocument document) =>
        _export?.DocumentExtensions is not { Length: > 0 } extensions || extensions.Contains(Path.GetExtension(document.FilePath), StringComparer.OrdinalIgnoreCase);
}
