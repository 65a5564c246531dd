using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// All that is known of one project: its source, the files beside it and what they say together. Made once a
/// compilation and asked by every rule; it holds no symbol, operation or model.
/// </summary>
internal sealed class ProjectFacts
{
    private static readonly ConditionalWeakTable<Compilation, Holder> Known = new();

    private readonly ConcurrentDictionary<Type, object> _answers = new();
    private readonly AnalyzerOptions _madeFor;

    private ProjectFacts(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        _madeFor = options;
        Options = new ProjectOptions(options.AnalyzerConfigOptionsProvider);
        Apis = TeamApis.From(options.AdditionalFiles, cancellationToken);
        Source = SourceSnapshot.Of(compilation, Apis.Catalog, cancellationToken);
        Configuration = options.AdditionalFiles
            .Select(file => ConfigurationDocument.From(file, cancellationToken))
            .OfType<ConfigurationDocument>()
            .ToImmutableArray();
        IsTest = Options.IsTrue("IsTestProject") || TestFrameworks.AreUsedBy(compilation, cancellationToken);
        UsesLibraries = compilation.ReferencedAssemblyNames.Any(name => !PlatformAssemblies.Contain(name.Name));
        IsExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        AssemblyName = Options.Property("AssemblyName") ?? compilation.AssemblyName ?? "";
        Servers = ServerModel.Of(this);
    }

    public ProjectOptions Options { get; }

    public TeamApis Apis { get; }

    public SourceFacts Source { get; }

    public ImmutableArray<ConfigurationDocument> Configuration { get; }

    public ServerModel Servers { get; }

    public string AssemblyName { get; }

    public bool IsExecutable { get; }

    /// <summary>References other than .NET and ASP.NET Core: code that we do not see may listen too.</summary>
    public bool UsesLibraries { get; }

    public bool IsTest { get; }

    /// <summary>Nothing in source or configuration concerns us.</summary>
    public bool IsEmpty => Source.Sites.IsEmpty && Source.Marks.IsEmpty && Configuration.IsEmpty;

    public static ProjectFacts For(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var holder = Known.GetOrCreateValue(compilation);
        lock (holder)
        {
            if (holder.Facts is not { } facts || !ReferenceEquals(facts._madeFor, options))
            {
                // Cancelled, it leaves nothing behind, and the next question begins anew.
                holder.Facts = facts = new ProjectFacts(compilation, options, cancellationToken);
            }

            return facts;
        }
    }

    /// <summary>What a rule answers for the whole project; asked once, whatever the number of files.</summary>
    public ImmutableArray<T> Ask<T>(Type rule, Func<ProjectFacts, IEnumerable<T>> question) =>
        (ImmutableArray<T>)_answers.GetOrAdd(rule, _ => question(this).ToImmutableArray());

    /// <summary>The configuration file that a place of the core lies in.</summary>
    public ConfigurationDocument? DocumentAt(string path) =>
        Configuration.FirstOrDefault(document => document.File.Path == path);

    /// <summary>Whether a reverse proxy in sight forwards to this port of the same machine.</summary>
    public ConfigurationDocument? ProxyTo(int? port) => port is null
        ? null
        : Configuration.FirstOrDefault(document => document.File.ProxyTargets.Any(target =>
            target.Port == port && LoopbackTarget.Is(target.Host)));

    private sealed class Holder
    {
        public ProjectFacts? Facts { get; set; }
    }
}

internal static class PlatformAssemblies
{
    public static bool Contain(string name) =>
        name is "mscorlib" or "netstandard" or "System" or "WindowsBase"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);
}

internal static class LoopbackTarget
{
    public static bool Is(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host is "" or "[::1]" or "::1";
}
