namespace ListenLint.Tool.Analysis;

/// <summary>Another place that the finding rests on, and what it is to it.</summary>
internal sealed record RelatedPlace(string Role, SourcePlace Place);

/// <summary>Whether 'listenlint fix' can mend a finding, and what that takes.</summary>
internal enum Mending
{
    None,
    Free,
    Exposes,
}

/// <param name="Justification">Given where an attribute suppresses; a pragma has none.</param>
internal sealed record Suppression(string? Justification);

/// <summary>What a rule said about a place, once, whichever projects and target frameworks share the file.</summary>
internal sealed record Finding
{
    public required string Id { get; init; }

    public required FindingSeverity Severity { get; init; }

    public required string Message { get; init; }

    public string Title { get; init; } = "";

    public string? HelpUri { get; init; }

    /// <summary>Null when the finding is about the whole project.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>The paths of the projects.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    public IReadOnlyList<string> TargetFrameworks { get; init; } = [];

    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>The titles of the fixes on offer.</summary>
    public IReadOnlyList<string> Fixes { get; init; } = [];

    public Mending Mending { get; init; }

    public IReadOnlyDictionary<string, string> Properties { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Null when it counts.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>The same in the next run, also when lines above have moved.</summary>
    public string Fingerprint { get; init; } = "";
}
