using ListenLint.Tool.Analysis;

namespace ListenLint.Tool.Fixing;

/// <summary>The findings of a project by rule, file and line, before and after fixes: tells whether the fixes removed what they were made for.</summary>
/// <param name="linesBefore">The trimmed lines of the files that were there before.</param>
internal sealed class LineBalance(IEnumerable<Finding> before, IEnumerable<Finding> after, IReadOnlyDictionary<string, IReadOnlySet<string>> linesBefore)
{
    private readonly ILookup<Line, Finding> _before = before.ToLookup(Line.Of);
    private readonly ILookup<Line, Finding> _after = after.ToLookup(Line.Of);

    /// <summary>As many findings are gone as were fixed; one that stands on a line the fixes have rewritten is not gone.</summary>
    public bool Removed(IEnumerable<Finding> mended) =>
        mended.GroupBy(finding => (finding.Id, finding.Place?.Path)).All(group => Gone(group.Key.Id, group.Key.Path) >= group.Count());

    private int Gone(string id, string? path)
    {
        var vanished = _before.Where(line => line.Key.Id == id && line.Key.Path == path).Sum(line => Math.Max(0, line.Count() - _after[line.Key].Count()));
        var rewritten = path is null || !linesBefore.TryGetValue(path, out var known)
            ? 0
            : _after.Where(line => line.Key.Id == id && line.Key.Path == path && !known.Contains(line.Key.Text)).Sum(line => line.Count());
        return vanished - rewritten;
    }

    private readonly record struct Line(string Id, string? Path, string Text)
    {
        public static Line Of(Finding finding) => new(finding.Id, finding.Place?.Path, finding.Place?.LineText.Trim() ?? "");
    }
}
