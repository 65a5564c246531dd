using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Catalog;

/// <summary>The rows by the symbols that they name. It holds text alone, so that one catalog serves every compilation.</summary>
internal sealed class ApiCatalog
{
    private static readonly Lazy<ApiCatalog> LazyBuiltIn = new(() => new ApiCatalog(BuiltInRows.Read().SelectMany(file => file.Parsed.Rows), sameNamesAs: null));

    private readonly ImmutableArray<ApiRow> _rows;
    private readonly Dictionary<string, List<Entry>> _entriesByName;

    private ApiCatalog(IEnumerable<ApiRow> rows, ApiCatalog? sameNamesAs)
    {
        _rows = rows.ToImmutableArray();
        _entriesByName = Index(_rows);
        var names = _rows.Select(NameInSource).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        Names = sameNamesAs is not null && sameNamesAs.Names.SetEquals(names) ? sameNamesAs.Names : names;
        IndexerKeys = _rows.Where(row => NameInSource(row) is null).SelectMany(row => row.Keys).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static ApiCatalog BuiltIn => LazyBuiltIn.Value;

    public IReadOnlyList<ApiRow> Rows => _rows;

    /// <summary>
    /// The identifiers by which source code can reach a row: a method's or property's name, a constructor's type, a type.
    /// The same object as the built-in catalog's where a team's rows add none.
    /// </summary>
    public ImmutableHashSet<string> Names { get; }

    /// <summary>The <c>keys=</c> of indexers, which no identifier in the source gives away: <c>configuration["urls"]</c>.</summary>
    public ImmutableHashSet<string> IndexerKeys { get; }

    /// <summary>This catalog with a team's rows, which win over rows of the same id and over those that a team's <c>(*)</c> covers.</summary>
    public ApiCatalog With(IReadOnlyCollection<ApiRow> rows)
    {
        var replaced = new HashSet<string>(rows.Select(row => row.Id), StringComparer.Ordinal);
        var kept = _rows.Where(row => !replaced.Contains(row.Id) && !OverloadSets(row.Id).Any(replaced.Contains));
        return rows.Count == 0 ? this : new ApiCatalog(kept.Concat(rows), sameNamesAs: this);
    }

    /// <summary>Whether an identifier of <see cref="Names"/> may name a row, judged by what stands left of its dot; null where nothing does.</summary>
    public bool CouldBe(string name, string? leftOfDot) =>
        leftOfDot is null
            || (_entriesByName.TryGetValue(name, out var entries) && entries.Exists(entry => entry.Via is null || entry.Via == leftOfDot));

    /// <summary>Whether a call with so many arguments may be a row of this name: most rows say nothing without one.</summary>
    public bool CouldBeCalled(string name, int arguments) =>
        arguments > 0
            || (_entriesByName.TryGetValue(name, out var entries) && entries.Exists(entry => entry.Rows.Any(row => row.DefaultHost is not null || row.IsNotNetwork)));

    /// <summary>
    /// The rows of a member, or of the member that it overrides or implements; those of a type, of its bases or of its
    /// interfaces. Empty for most symbols, and then without a documentation-comment id being built.
    /// </summary>
    public ImmutableArray<ApiRow> Find(ISymbol symbol)
    {
        var definition = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        if (definition is INamedTypeSymbol type)
        {
            return FindType(type);
        }

        if (definition.ContainingType is null || !_entriesByName.TryGetValue(LookupName(definition), out var entries))
        {
            return ImmutableArray<ApiRow>.Empty;
        }

        for (var member = definition; member is not null; member = Overridden(member)?.OriginalDefinition)
        {
            if (FindOwn(member, member.ContainingType.Name, entries) is { } rows)
            {
                return rows;
            }
        }

        return FindImplemented(definition, entries) ?? ImmutableArray<ApiRow>.Empty;
    }

    private ImmutableArray<ApiRow> FindType(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? self = type; self is not null; self = self.BaseType)
        {
            if (_entriesByName.TryGetValue(self.Name, out var entries) && FindOwn(self.OriginalDefinition, self.Name, entries) is { } rows)
            {
                return rows;
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (_entriesByName.TryGetValue(contract.Name, out var entries) && FindOwn(contract.OriginalDefinition, contract.Name, entries) is { } rows)
            {
                return rows;
            }
        }

        return ImmutableArray<ApiRow>.Empty;
    }

    private static ImmutableArray<ApiRow>? FindImplemented(ISymbol member, List<Entry> entries)
    {
        if (member.IsStatic || member is IMethodSymbol { MethodKind: not MethodKind.Ordinary })
        {
            return null;
        }

        foreach (var contract in member.ContainingType.AllInterfaces)
        {
            if (!entries.Exists(entry => entry.TypeName == contract.Name))
            {
                continue;
            }

            foreach (var declared in contract.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(declared), member)
                    && FindOwn(declared.OriginalDefinition, contract.Name, entries) is { } rows)
                {
                    return rows;
                }
            }
        }

        return null;
    }

    private static ImmutableArray<ApiRow>? FindOwn(ISymbol definition, string typeName, List<Entry> entries)
    {
        if (!entries.Exists(entry => entry.TypeName == typeName) || definition.GetDocumentationCommentId() is not { } id)
        {
            return null;
        }

        return RowsOf(entries, id) ?? OverloadSets(id).Select(set => RowsOf(entries, set)).FirstOrDefault(rows => rows is not null);
    }

    private static ImmutableArray<ApiRow>? RowsOf(List<Entry> entries, string id)
    {
        foreach (var entry in entries)
        {
            if (entry.Id == id)
            {
                return entry.Rows;
            }
        }

        return null;
    }

    /// <summary>The <c>(*)</c> ids that cover an id: of its own generic arity, then of any.</summary>
    private static IEnumerable<string> OverloadSets(string id)
    {
        if (id[0] is 'T' or 'F')
        {
            yield break;
        }

        var open = id.IndexOf('(');
        var path = open < 0 ? id : id.Substring(0, open);
        yield return path + DocumentationId.AllOverloads;
        var arity = path.IndexOf("``", StringComparison.Ordinal);
        if (arity > 0)
        {
            yield return path.Substring(0, arity) + DocumentationId.AllOverloads;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static string LookupName(ISymbol definition) =>
        definition is IMethodSymbol { MethodKind: MethodKind.Constructor } ? definition.ContainingType.Name : definition.MetadataName;

    private static string? NameInSource(ApiRow row) =>
        DocumentationId.Parse(row.Id, out _) is { IsIndexer: false } id ? id.LookupName : null;

    private static Dictionary<string, List<Entry>> Index(IEnumerable<ApiRow> rows)
    {
        var index = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(row => row.Id, StringComparer.Ordinal))
        {
            if (DocumentationId.Parse(group.Key, out _) is not { } id)
            {
                continue;
            }

            if (!index.TryGetValue(id.LookupName, out var entries))
            {
                index.Add(id.LookupName, entries = []);
            }

            entries.Add(new Entry(group.Key, id.TypeName, ViaOf(group), group.ToImmutableArray()));
        }

        return index;
    }

    private static string? ViaOf(IEnumerable<ApiRow> rows) => rows.Select(row => row.Via).Distinct().Count() == 1 ? rows.First().Via : null;

    private sealed record Entry(string Id, string TypeName, string? Via, ImmutableArray<ApiRow> Rows);
}
