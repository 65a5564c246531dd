using Microsoft.CodeAnalysis;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Recognises the few framework types whose members are folded. By name: each is asked about an operation at hand.</summary>
internal static class TypeNames
{
    private static readonly HashSet<string> GrowingCollections = new(StringComparer.Ordinal)
    {
        "List", "IList", "ICollection", "HashSet", "ISet", "SortedSet", "Collection", "ObservableCollection", "Queue", "Stack",
        "LinkedList", "ConcurrentBag", "ConcurrentQueue", "BlockingCollection",
    };

    public static bool Is(this ITypeSymbol? type, string space, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;

    public static bool IsNet(this ITypeSymbol? type, string name) => type.Is("System.Net", name);

    public static bool IsUri(this ITypeSymbol? type) => type.Is("System", "Uri");

    public static bool IsUriBuilder(this ITypeSymbol? type) => type.Is("System", "UriBuilder");

    public static bool IsEnum(this ITypeSymbol? type) => type?.TypeKind == TypeKind.Enum;

    public static bool IsInteger(this ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    public static bool IsGrowingCollection(this ITypeSymbol? type) =>
        type is INamedTypeSymbol named
        && GrowingCollections.Contains(named.Name)
        && named.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    public static bool IsTask(this ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";

    public static bool IsSpan(this ITypeSymbol? type) =>
        type is { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" } && type.ContainingNamespace?.Name == "System";

    public static bool IsConfiguration(this ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true
        || type.Is("System.Configuration", "ConfigurationManager");
}
