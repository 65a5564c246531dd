using ListenLint.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ListenLint.Analyzers.Tests.Catalog;

/// <summary>Every built-in row is held against the assembly that it speaks of.</summary>
public sealed class BuiltInRowsTests
{
    public static TheoryData<string, string> Ids() =>
        [.. BuiltInRows.Read().SelectMany(file => file.Parsed.Rows.Select(row => (file.File, row.Id))).Distinct()];

    [Fact]
    public void Files_have_no_errors_and_each_has_rows() =>
        Assert.All(BuiltInRows.Read(), file =>
        {
            Assert.Empty(file.Parsed.Errors);
            Assert.NotEmpty(file.Parsed.Rows);
        });

    [Fact]
    public void No_two_rows_are_equal() =>
        Assert.All(
            ApiCatalog.BuiltIn.Rows.GroupBy(row => row with { Keys = [], Starts = [], NeedsStart = [], Schemes = [] }),
            equal => Assert.Equal(equal.Count(), equal.Select(row => string.Join(',', row.Keys)).Distinct().Count()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_names_a_public_member(string file, string id)
    {
        Assert.NotEmpty(file);
        var symbols = RealAssemblies.Named(id);
        Assert.NotEmpty(symbols);
        Assert.All(symbols, symbol => Assert.Equal(Accessibility.Public, symbol.DeclaredAccessibility));
        Assert.All(symbols, symbol => Assert.Equal(id[0] == 'P' ? SymbolKind.Property : SymbolKind.Method, symbol.Kind));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Catalog_finds_the_rows_by_the_symbol(string file, string id)
    {
        Assert.NotEmpty(file);
        var rows = ApiCatalog.BuiltIn.Rows.Where(row => row.Id == id);
        Assert.All(RealAssemblies.Named(id), symbol => Assert.Equal(rows, ApiCatalog.BuiltIn.Find(symbol)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Slots_exist_and_hold_what_they_say(string file, string id)
    {
        Assert.NotEmpty(file);
        var symbols = RealAssemblies.Named(id);
        foreach (var row in ApiCatalog.BuiltIn.Rows.Where(row => row.Id == id))
        {
            AssertSlot(symbols, row.Host, "String", "IPAddress");
            AssertSlot(symbols, row.Port, "Int32", "Nullable", "String");
            AssertSlot(symbols, row.Uri, "String", "String[]", "Uri", "ICollection");
            AssertSlot(symbols, row.Endpoint, "EndPoint", "IPEndPoint", "String");
            AssertSlot(symbols, row.Prefix, "String", "HttpListenerPrefixCollection", "UrlPrefixCollection");
            AssertSlot(symbols, row.Ports, "String", "Int32[]");
            AssertSlot(symbols, row.Key, "String");
            AssertSlot(symbols, row.OpenWhen, "Boolean");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Members_that_a_row_names_exist(string file, string id)
    {
        Assert.NotEmpty(file);
        var symbol = RealAssemblies.Named(id)[0];
        foreach (var row in ApiCatalog.BuiltIn.Rows.Where(row => row.Id == id))
        {
            string[] members = [.. row.Starts, .. row.NeedsStart, .. Maybe(row.OtherFamily), .. Maybe(Opening(row, "member"))];
            Assert.All(members, member => Assert.NotEmpty(symbol.ContainingType.GetMembers(member)));
            Assert.All(Maybe(Opening(row, "argument")), name => Assert.Contains(((IMethodSymbol)symbol).Parameters, parameter => parameter.Name == name));
            Assert.All(Maybe(row.Receiver), name => Assert.NotEmpty(RealAssemblies.Compilation.GetTypesByMetadataName(name)));
        }
    }

    // A static method is reached by its type's name; an instance method by a property that holds such an object.
    [Fact]
    public void Via_names_what_stands_left_of_the_dot() =>
        Assert.All(ApiCatalog.BuiltIn.Rows.Where(row => row.Via is not null), row => Assert.All(RealAssemblies.Named(row.Id), symbol => Assert.True(
            symbol.IsStatic
                ? row.Via == symbol.ContainingType.Name
                : symbol.ContainingType.ContainingType.GetMembers(row.Via!).OfType<IPropertySymbol>().Any(property => property.Type.Name == symbol.ContainingType.Name))));

    private static void AssertSlot(IReadOnlyList<ISymbol> symbols, ValueSlot? slot, params string[] typeNames)
    {
        if (slot is null)
        {
            return;
        }

        var types = slot.Kind == ValueSlotKind.Parameter
            ? symbols.SelectMany(Parameters).Where((parameter) => parameter.Name == slot.Name || parameter.Ordinal == slot.Position).Select(parameter => parameter.Type).ToList()
            : [.. symbols.Cast<IPropertySymbol>().Select(property => property.Type)];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Contains(type is IArrayTypeSymbol array ? array.ElementType.Name + "[]" : type.Name, typeNames));
        Assert.All(symbols.OfType<IPropertySymbol>(), property =>
            Assert.True(slot.Kind != ValueSlotKind.AssignedValue || property.SetMethod is { DeclaredAccessibility: Accessibility.Public }));
    }

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static string? Opening(ApiRow row, string kind) =>
        row.Open is { } open && open.StartsWith(kind + ":", StringComparison.Ordinal) ? open[(kind.Length + 1)..] : null;

    private static string[] Maybe(string? name) => name is null ? [] : [name];
}
