using System.Collections.Immutable;
using ListenLint.Analyzers.Evaluation;
using ListenLint.Analyzers.Facts;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Rules;

/// <summary>One thing that a rule says, before it is known whether it is wanted.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, FindingPlace Place, params object[] Arguments)
{
    /// <summary>Reported as information, because something speaks for the code.</summary>
    public bool IsHint { get; init; }

    /// <summary>Where else to look: the value's origin first, then the evidence.</summary>
    public ImmutableArray<FindingPlace> Related { get; init; } = ImmutableArray<FindingPlace>.Empty;

    /// <summary>What the fix needs to know and cannot read from the place.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}

/// <summary>A place in a source tree or in a configuration file.</summary>
internal sealed record FindingPlace
{
    private FindingPlace(Location location, SyntaxTree? tree, AdditionalText? file) => (Location, Tree, File) = (location, tree, file);

    public Location Location { get; }

    public SyntaxTree? Tree { get; }

    public AdditionalText? File { get; }

    public static FindingPlace Of(Origin origin) => new(origin.Location, origin.Tree, null);

    public static FindingPlace Of(ConfigurationDocument document, TextRange range) => Of(document.Additional, document.Text, range);

    public static FindingPlace Of(AdditionalText file, SourceText text, TextRange range)
    {
        var start = Math.Min(range.Start, text.Length);
        var span = new TextSpan(start, Math.Min(range.Length, text.Length - start));
        return new(Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), null, file);
    }
}
