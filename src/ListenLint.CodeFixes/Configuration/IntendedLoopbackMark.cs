using ListenLint.Analyzers;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>Writes into the nearest .editorconfig that a file's listeners are meant for this machine alone.</summary>
internal static class IntendedLoopbackMark
{
    private const string FileName = ".editorconfig";
    private const string Line = "listenlint.loopback_intended = true";
    private const string Title = "Keep loopback and mark as intended";
    private const string Key = "suppress:" + RuleIds.LoopbackListener + ":intended";

    private static readonly char[] PatternSigns = ['*', '?', '{', '}', '[', ']', ',', '!', '\\'];

    /// <summary>The action; none where the workspace cannot write the file, or the compiler would not read it.</summary>
    public static IEnumerable<ConfigurationAction> For(TextDocument file)
    {
        if (file.FilePath is not { } path || Paths.NameOf(path).IndexOfAny(PatternSigns) >= 0)
        {
            return [];
        }

        var nearest = file.Project.AnalyzerConfigDocuments
            .Where(config => config.FilePath is { } place && Paths.NameOf(place) == FileName && Paths.IsBelow(path, Paths.FolderOf(place)))
            .OrderByDescending(config => Paths.FolderOf(config.FilePath!).Length)
            .FirstOrDefault();
        if (nearest is not null)
        {
            return SectionOf(path, Paths.FolderOf(nearest.FilePath!)) is { } section && Allows(file, ApplyChangesKind.ChangeAnalyzerConfigDocument)
                ? [new(Title, Key, token => ExtendAsync(nearest, section, token))]
                : [];
        }

        return NewPlace(file, path) is { } folder && SectionOf(path, folder) is { } header && Allows(file, ApplyChangesKind.AddAnalyzerConfigDocument)
            ? [new(Title, Key, _ => Task.FromResult(Add(file.Project, folder, header)))]
            : [];
    }

    private static bool Allows(TextDocument file, ApplyChangesKind change) => file.Project.Solution.Workspace.CanApplyChange(change);

    /// <summary>Only an .editorconfig above the project's sources is found by the compiler.</summary>
    private static string? NewPlace(TextDocument file, string path)
    {
        if (file.Project.FilePath is not { } project)
        {
            return null;
        }

        var (own, other) = (Paths.FolderOf(project), Paths.FolderOf(path));
        return Paths.IsBelow(path, own) ? own : Paths.IsBelow(project, other) ? other : null;
    }

    private static string? SectionOf(string path, string folder)
    {
        var relative = Paths.Normalize(path).Substring(folder.Length + 1);
        return relative.IndexOfAny(PatternSigns) < 0 ? $"[{relative}]" : null;
    }

    private static Solution Add(Project project, string folder, string section) =>
        project.Solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(project.Id), FileName, SourceText.From($"{section}\n{Line}\n"), filePath: $"{folder}/{FileName}");

    private static async Task<Solution> ExtendAsync(AnalyzerConfigDocument config, string section, CancellationToken cancellationToken)
    {
        var text = await config.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return config.Project.Solution.WithAnalyzerConfigDocumentText(config.Id, text.WithChanges(Extension(text, section)));
    }

    private static TextChange Extension(SourceText text, string section)
    {
        var lines = text.Lines.ToArray();
        var lineBreak = lines.Length > 1 && lines[0].EndIncludingLineBreak - lines[0].End == 2 ? "\r\n" : "\n";
        var header = Array.FindLastIndex(lines, line => line.ToString().Trim() == section);
        if (header < 0)
        {
            var isEmpty = lines.All(line => string.IsNullOrWhiteSpace(line.ToString()));
            var gap = isEmpty ? "" : lines[lines.Length - 1].Span.Length > 0 ? lineBreak + lineBreak : lineBreak;
            return new TextChange(new TextSpan(text.Length, 0), gap + section + lineBreak + Line + lineBreak);
        }

        var last = header;
        for (var i = header + 1; i < lines.Length && !lines[i].ToString().TrimStart().StartsWith("[", StringComparison.Ordinal); i++)
        {
            last = string.IsNullOrWhiteSpace(lines[i].ToString()) ? last : i;
        }

        return new TextChange(new TextSpan(lines[last].End, 0), lineBreak + Line);
    }
}
