using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Analysis;

/// <summary>Turns a project's diagnostics into findings that hold no Roslyn object.</summary>
internal sealed class FindingReader(Project project, Compilation compilation)
{
    /// <summary>A rule names the part of its n-th additional location by the property <c>related.n</c>.</summary>
    public const string RolePrefix = "related.";

    private readonly Dictionary<string, SourceText?> _texts = new(FilePaths.Comparer);

    public async Task<Finding?> ReadAsync(Diagnostic diagnostic, IReadOnlyList<string> fixes, CancellationToken cancellationToken)
    {
        if (FindingSeverities.From(diagnostic.Severity) is not { } severity)
            return null;

        var related = new List<RelatedPlace>();
        for (var i = 0; i < diagnostic.AdditionalLocations.Count; i++)
        {
            if (await PlaceAsync(diagnostic.AdditionalLocations[i], cancellationToken).ConfigureAwait(false) is { } place)
                related.Add(new RelatedPlace(diagnostic.Properties.GetValueOrDefault(RolePrefix + i.ToString(CultureInfo.InvariantCulture)) ?? "see also", place));
        }

        return new Finding
        {
            Id = diagnostic.Id,
            Severity = severity,
            Message = diagnostic.GetMessage(CultureInfo.InvariantCulture),
            Title = diagnostic.Descriptor.Title.ToString(CultureInfo.InvariantCulture),
            HelpUri = diagnostic.Descriptor.HelpLinkUri is { Length: > 0 } help ? help : null,
            Place = await PlaceAsync(diagnostic.Location, cancellationToken).ConfigureAwait(false),
            Projects = [project.FilePath ?? project.Name],
            TargetFrameworks = TargetFrameworks.Of(project) is { } framework ? [framework] : [],
            Related = related,
            Fixes = fixes,
            Properties = new SortedDictionary<string, string>(
                diagnostic.Properties
                    .Where(property => property.Value is not null && !property.Key.StartsWith(RolePrefix, StringComparison.Ordinal))
                    .ToDictionary(property => property.Key, property => property.Value!),
                StringComparer.Ordinal),
            Suppression = diagnostic.IsSuppressed ? new Suppression(JustificationOf(diagnostic)) : null,
        };
    }

    public async Task<SourcePlace?> PlaceAsync(Location location, CancellationToken cancellationToken)
    {
        if (location.Kind is not (LocationKind.SourceFile or LocationKind.ExternalFile))
            return null;

        // Razor and other generated code maps back to the file that a person wrote.
        var span = location.GetMappedLineSpan();
        if (!span.IsValid)
            return null;
        var path = Path.IsPathRooted(span.Path) || project.FilePath is null ? span.Path : Path.GetFullPath(span.Path, Path.GetDirectoryName(project.FilePath)!);
        var text = location.SourceTree is { } tree && tree.FilePath == span.Path
            ? await tree.GetTextAsync(cancellationToken).ConfigureAwait(false)
            : await TextOfAsync(path, cancellationToken).ConfigureAwait(false);
        var line = text is not null && span.StartLinePosition.Line < text.Lines.Count ? text.Lines[span.StartLinePosition.Line].ToString() : "";
        return new SourcePlace(path, span.StartLinePosition, span.EndLinePosition, line);
    }

    private async Task<SourceText?> TextOfAsync(string path, CancellationToken cancellationToken)
    {
        if (_texts.TryGetValue(path, out var known))
            return known;
        if (project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path) is { } document)
            return _texts[path] = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

        try
        {
            return _texts[path] = SourceText.From(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return _texts[path] = null;
        }
    }

    private string? JustificationOf(Diagnostic diagnostic) =>
        diagnostic.GetSuppressionInfo(compilation)?.Attribute?.NamedArguments
            .Where(argument => argument.Key == "Justification")
            .Select(argument => argument.Value.Value as string)
            .FirstOrDefault();
}
