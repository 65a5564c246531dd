using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Analysis;

internal enum SiteRole
{
    Listener,
    ConnectSite,
}

/// <param name="NotUnderstood">Why its address is unknown; null when it is known.</param>
internal sealed record CountedSite(SiteRole Role, Location Location, string Api, string? NotUnderstood);

/// <summary>Lists the listeners and connect sites of a compilation, also those that no rule speaks about.</summary>
internal interface ISiteCensus
{
    IReadOnlyList<CountedSite> Take(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken);
}
