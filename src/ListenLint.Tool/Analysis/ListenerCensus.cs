using ListenLint.Analyzers.Facts;
using ListenLint.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Analysis;

/// <summary>The listeners that the engine has found, in code and in configuration files, with the reason where their address is not known.</summary>
internal sealed class ListenerCensus : ISiteCensus
{
    public IReadOnlyList<CountedSite> Take(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var facts = ProjectFacts.For(compilation, options, cancellationToken);
        var inCode = facts.Source.Sites.Select(site => new CountedSite(SiteRole.Listener, site.Argument.Location, NameOf(site.Row.Id), site.Unknown));
        var inFiles = facts.Servers.Configured
            .Where(placed => !placed.Setting.IsImageDefault && placed.Document is not null)
            .Select(placed => new CountedSite(
                SiteRole.Listener,
                FindingPlace.Of(placed.Document!, placed.Setting.Place.Range).Location,
                placed.Setting.Key,
                placed.Setting.IsKnown ? null : "a variable is put in when the program starts"));
        return [.. inCode, .. inFiles];
    }

    /// <summary><c>M:System.Net.Sockets.TcpListener.#ctor(System.Int32)</c> is <c>TcpListener</c>, a method its type and name.</summary>
    private static string NameOf(string id)
    {
        var path = id[2..].Split('(')[0];
        var parts = path.Split('.');
        return parts[^1] == "#ctor" ? parts[^2] : parts.Length > 1 ? parts[^2] + "." + parts[^1] : path;
    }
}
