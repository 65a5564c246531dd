using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>Tells the members that a configuration, a command line or a serializer sets by their names.</summary>
internal sealed class ConfigurationBinding(ValueEvaluator evaluator)
{
    private static readonly HashSet<string> Binders = new(StringComparer.Ordinal)
    {
        "Configure", "ConfigureOptions", "Get", "GetRequired", "GetValue", "Bind", "BindConfiguration", "AddOptions", "AddOptionsWithValidateOnStart",
        "Deserialize", "DeserializeAsync", "DeserializeObject", "ReadFromJson", "ReadFromJsonAsync", "FromJson", "ToObject", "Populate",
        "ParseArguments", "Command", "AsyncCommand", "AddCommand", "CommandApp",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "Option", "Argument", "Value", "CommandOption", "CommandArgument", "JsonProperty", "JsonPropertyName", "JsonInclude", "JsonRequired",
        "DataMember", "XmlElement", "XmlAttribute", "YamlMember", "ConfigurationKeyName", "ConfigurationProperty", "Parameter", "SerializeField",
        "FromEnvironment", "Env", "EnvironmentVariable",
    };

    private readonly Dictionary<ISymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public bool Sets(ISymbol member) =>
        member.GetAttributes().Any(attribute => Attributes.Contains(WithoutSuffix(attribute.AttributeClass?.Name ?? "")))
        || (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: not Accessibility.Private } && IsBound(member.ContainingType));

    private bool IsBound(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        type = type.OriginalDefinition;
        if (_types.TryGetValue(type, out var bound))
        {
            return bound;
        }

        // Set first: types that hold one another are asked once.
        _types[type] = false;
        foreach (var node in evaluator.Occurrences.Of(type.Name))
        {
            if (MayBind(node) is { } binds && evaluator.Denotes(node, type) != false && binds())
            {
                return _types[type] = true;
            }
        }

        return _types[type] = evaluator.Occurrences.Of("Bind").Any(node => IsGivenToBind(node, type));
    }

    /// <summary>What to ask further when the name is this type's; null when this place can bind nothing.</summary>
    private Func<bool>? MayBind(SyntaxNode name)
    {
        var whole = name;
        while (whole.Parent is QualifiedNameSyntax or NullableTypeSyntax or ArrayTypeSyntax
            || (whole.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Parent: not MemberAccessExpressionSyntax } inner } && !Binders.Contains(inner.Identifier.ValueText)))
        {
            whole = whole.Parent is TypeArgumentListSyntax ? whole.Parent.Parent! : whole.Parent;
        }

        switch (whole.Parent)
        {
            case TypeArgumentListSyntax { Parent: GenericNameSyntax generic } when Binders.Contains(generic.Identifier.ValueText):
                return () => !TakesLambdaAlone(generic);
            case PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax holder } property when property.Type == whole:
                return () => evaluator.Effort.TryBind()
                    && evaluator.ModelOf(holder.SyntaxTree).GetDeclaredSymbol(holder, evaluator.Cancellation) is INamedTypeSymbol outer
                    && IsBound(outer);
            default:
                return null;
        }
    }

    // Configure<T>(o => o.Port = 5000) is code, not configuration.
    private static bool TakesLambdaAlone(GenericNameSyntax generic) =>
        Write.Whole(generic).Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
        && generic.Identifier.ValueText is "Configure"
        && arguments.All(argument => argument.Expression is AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax);

    private bool IsGivenToBind(SyntaxNode name, INamedTypeSymbol type) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
        && access.Name == name
        && call.ArgumentList.Arguments is { Count: 1 or 2 } arguments
        && evaluator.Effort.TryBind()
        && SymbolEqualityComparer.Default.Equals(
            evaluator.ModelOf(call.SyntaxTree).GetTypeInfo(arguments[arguments.Count - 1].Expression, evaluator.Cancellation).Type?.OriginalDefinition, type);

    private static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
