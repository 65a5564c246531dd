using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ListenLint.Analyzers.Evaluation;

/// <summary>What a field or property of this compilation can hold, whichever object it belongs to.</summary>
internal sealed class MemberValues(ValueEvaluator evaluator)
{
    private readonly Dictionary<ISymbol, Value> _known = new(SymbolEqualityComparer.Default);
    private readonly ConfigurationBinding _binding = new(evaluator);

    public Value Of(IFieldReferenceOperation reference)
    {
        var field = reference.Field.OriginalDefinition;
        if (field is { IsStatic: true, ContainingType: { } type }
            && type.IsNet("IPAddress")
            && AddressFolding.WellKnown(field.Name) is { } address)
        {
            return Value.Of(AddressFolding.Atom(address, ValueEvaluator.OriginOf(reference)));
        }

        if (field is { IsStatic: true, ContainingType: { } owner } && WellKnownText(owner, field.Name) is { } text)
        {
            return TextFolding.Literal(text, ValueEvaluator.OriginOf(reference));
        }

        return field.ContainingType?.IsTupleType == true ? Value.NotKnown(Reasons.OtherExpression) : Kept(field, () => OfField(field));
    }

    public Value Of(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property.OriginalDefinition;
        if (property.IsIndexer || property.ReturnsByRef)
        {
            return Value.NotKnown(Reasons.OtherExpression);
        }

        if (property.IsVirtual || property.IsAbstract || property.IsOverride || property.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return Value.NotKnown(Reasons.Overridable);
        }

        return Kept(property, () => OfProperty(property));
    }

    /// <summary>What assignments anywhere put into the property.</summary>
    public Value AssignedTo(IPropertySymbol property)
    {
        var value = evaluator.Assignments.Combine(null, WritesTo(property, property.SetMethod), Frame.Root);
        return WithOutsiders(value, property, property.SetMethod ?? (ISymbol)property, property.Type);
    }

    public IEnumerable<SyntaxNode> NamesInType(INamedTypeSymbol type, string name) =>
        evaluator.DeclarationsOf(type).SelectMany(part => evaluator.NamesIn.Of(name, part));

    private Value Kept(ISymbol symbol, Func<Value> evaluate)
    {
        if (SyntaxOf(symbol) is null)
        {
            return Value.NotKnown(Reasons.OtherAssembly);
        }

        if (_known.TryGetValue(symbol, out var known))
        {
            return known;
        }

        var cuts = evaluator.Effort.Cuts;
        var value = evaluator.Once(symbol, Frame.Root, evaluate);
        if (cuts == evaluator.Effort.Cuts)
        {
            _known[symbol] = value;
        }

        return value;
    }

    private Value OfField(IFieldSymbol field)
    {
        Value? initial = null;
        if (SyntaxOf(field) is VariableDeclaratorSyntax { Initializer: { } initializer })
        {
            initial = Initial(initializer);
        }

        var value = evaluator.Assignments.Combine(initial, WritesTo(field, field), Frame.Root).OrNotKnown(Reasons.NeverSet);
        value = Grown(value, field, field.Type, field.DeclaredAccessibility == Accessibility.Private);
        return field.IsReadOnly ? value : WithOutsiders(value, field, field, field.Type);
    }

    private Value OfProperty(IPropertySymbol property)
    {
        switch (SyntaxOf(property))
        {
            case ParameterSyntax when property.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters)
                .FirstOrDefault(p => p.Name == property.Name && SyntaxOf(p) == SyntaxOf(property)) is { } parameter:
                var passed = evaluator.Parameters.Of(parameter, Frame.Root, null);
                var written = evaluator.Assignments.Combine(passed, WritesTo(property, property.SetMethod), Frame.Root);
                return WithOutsiders(written, property, property.SetMethod ?? (ISymbol)property, property.Type);
            case PropertyDeclarationSyntax declaration when evaluator.Returns.OfGetter(declaration) is { } returned:
                return returned.OrNotKnown(Reasons.NeverSet);
            case PropertyDeclarationSyntax declaration:
                return OfAutoProperty(property, declaration);
            default:
                return Value.NotKnown(Reasons.OtherExpression);
        }
    }

    private Value OfAutoProperty(IPropertySymbol property, PropertyDeclarationSyntax declaration)
    {
        var initial = declaration.Initializer is { } initializer ? Initial(initializer) : null;
        var value = evaluator.Assignments.Combine(initial, WritesTo(property, property.SetMethod), Frame.Root);
        var isPrivate = property.DeclaredAccessibility == Accessibility.Private;
        return WithOutsiders(
            Grown(value, property, property.Type, isPrivate), property, property.SetMethod ?? (ISymbol)property, property.Type);
    }

    private Value Initial(EqualsValueClauseSyntax initializer) =>
        evaluator.OperationOf(initializer) is ISymbolInitializerOperation { Value: var value }
            ? evaluator.Visit(value, Frame.Root)
            : Value.NotKnown(Reasons.Broken);

    /// <param name="setter">Whose accessibility says where writes can be; null for a property that only its constructors set.</param>
    private List<Write>? WritesTo(ISymbol member, ISymbol? setter)
    {
        var isOwn = setter is null or { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true };
        var names = isOwn && member.ContainingType is { } type ? NamesInType(type, member.Name) : evaluator.Occurrences.Of(member.Name);
        return evaluator.Assignments.WritesTo(member, names);
    }

    private Value Grown(Value value, ISymbol member, ITypeSymbol type, bool isPrivate) =>
        value.Atoms.Any(atom => atom is SequenceAtom)
            ? evaluator.Sequences.WithGrowth(
                value, member, type, isPrivate ? NamesInType(member.ContainingType, member.Name) : evaluator.Occurrences.Of(member.Name), Frame.Root)
            : value;

    /// <summary>Adds those who set the member without code of this compilation.</summary>
    private Value WithOutsiders(Value value, ISymbol member, ISymbol setter, ITypeSymbol type)
    {
        var isSettable = setter is IFieldSymbol or IMethodSymbol;
        if (isSettable && _binding.Sets(member))
        {
            return value.WithoutNull().AsFallback().AndUnknown(Reasons.BoundFromConfiguration);
        }

        if (isSettable && evaluator.IsVisibleOutside(setter) && evaluator.IsVisibleOutside(member))
        {
            return value.AsFallback().AndUnknown(Reasons.PublicMember);
        }

        return value.IsNothing() ? Value.NotKnown(Reasons.NeverSet) : value;
    }

    private SyntaxNode? SyntaxOf(ISymbol symbol) => evaluator.DeclarationOf(symbol);

    private static string? WellKnownText(INamedTypeSymbol owner, string name) => name switch
    {
        "Empty" when owner.SpecialType == SpecialType.System_String => "",
        "UriSchemeHttp" when owner.IsUri() => "http",
        "UriSchemeHttps" when owner.IsUri() => "https",
        "UriSchemeWs" when owner.IsUri() => "ws",
        "UriSchemeWss" when owner.IsUri() => "wss",
        "UriSchemeFtp" when owner.IsUri() => "ftp",
        "UriSchemeNetTcp" when owner.IsUri() => "net.tcp",
        "SchemeDelimiter" when owner.IsUri() => "://",
        _ => null,
    };
}
