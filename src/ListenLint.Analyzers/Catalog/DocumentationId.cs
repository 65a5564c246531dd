namespace ListenLint.Analyzers.Catalog;

/// <summary>A documentation-comment id, taken apart as text: no compilation is needed to know which names source code would use.</summary>
/// <param name="Kind">M, P, F or T.</param>
/// <param name="TypeName">The simple name of the containing type; of the type itself where <paramref name="Kind"/> is T.</param>
/// <param name="MemberName">The metadata name without arity: <c>#ctor</c> for a constructor, mostly <c>Item</c> for an indexer.</param>
/// <param name="Parameters">The types as written; null for <c>(*)</c>.</param>
internal sealed record DocumentationId(char Kind, string TypeName, string MemberName, IReadOnlyList<string>? Parameters)
{
    public const string AllOverloads = "(*)";

    private const string Constructor = "#ctor";

    public bool IsIndexer => Kind == 'P' && (Parameters is null || Parameters.Count > 0);

    /// <summary>The name a symbol is filed under: a constructor goes by its type.</summary>
    public string LookupName => MemberName == Constructor ? TypeName : MemberName;

    /// <returns>Null and what is wrong, in words that finish a sentence on the id, when the text is no such id.</returns>
    public static DocumentationId? Parse(string id, out string problem)
    {
        problem = "";
        if (id.Length < 3 || id[1] != ':' || "MPTF".IndexOf(id[0]) < 0)
        {
            problem = "is not a documentation-comment id: it begins with M: (method, constructor), P: (property), F: (field) or T: (type)";
            return null;
        }

        var open = id.IndexOf('(');
        var path = open < 0 ? id.Substring(2) : id.Substring(2, open - 2);
        var segments = path.Split('.');
        if (segments.Any(segment => !IsSegment(segment)) || (id[0] != 'T' && segments.Length < 2))
        {
            problem = path.IndexOf('<') >= 0
                ? "is not a documentation-comment id: a generic type is written `1, its arguments {…}"
                : "is not a documentation-comment id: it takes the full name, such as M:Acme.Server.Start(System.Int32)";
            return null;
        }

        IReadOnlyList<string>? parameters = [];
        if (open >= 0 && !TryReadParameters(id, open, out parameters, out problem))
        {
            return null;
        }

        var last = WithoutArity(segments[segments.Length - 1]);
        return id[0] == 'T'
            ? new DocumentationId('T', last, last, [])
            : new DocumentationId(id[0], WithoutArity(segments[segments.Length - 2]), last, parameters);
    }

    private static bool TryReadParameters(string id, int open, out IReadOnlyList<string>? parameters, out string problem)
    {
        parameters = null;
        problem = "";
        if (id[0] is 'T' or 'F')
        {
            problem = "has a parameter list, which only M: and P: take";
            return false;
        }

        if (id[id.Length - 1] != ')')
        {
            problem = "has no closing parenthesis at its end: a documentation-comment id has no blanks";
            return false;
        }

        if (id.Substring(open) == AllOverloads)
        {
            return true;
        }

        parameters = SplitParameters(id.Substring(open + 1, id.Length - open - 2));
        foreach (var parameter in parameters)
        {
            if (FullNameOfKeyword(parameter) is { } fullName)
            {
                problem = $"writes '{parameter}' for a parameter: a documentation-comment id says {fullName}";
                return false;
            }

            if (parameter.Length == 0 || parameter.IndexOf('<') >= 0)
            {
                problem = parameter.Length == 0
                    ? "has an empty parameter: leave the parentheses out where there is none"
                    : "writes a generic parameter with <…>: a documentation-comment id says {…}";
                return false;
            }
        }

        return true;
    }

    private static List<string> SplitParameters(string list)
    {
        var parameters = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '{' or '[' or '(' => 1, '}' or ']' or ')' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                parameters.Add(list.Substring(start, i - start));
                start = i + 1;
            }
        }

        parameters.Add(list.Substring(start));
        return parameters;
    }

    private static bool IsSegment(string segment)
    {
        var name = segment == Constructor ? "ctor" : WithoutArity(segment);
        return name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(name[0]);
    }

    private static string WithoutArity(string segment)
    {
        var tick = segment.IndexOf('`');
        return tick < 0 ? segment : segment.Substring(0, tick);
    }

    private static string? FullNameOfKeyword(string type) => type.TrimEnd('[', ']', '?', '@') switch
    {
        "string" => "System.String",
        "int" => "System.Int32",
        "uint" => "System.UInt32",
        "short" => "System.Int16",
        "ushort" => "System.UInt16",
        "long" => "System.Int64",
        "bool" => "System.Boolean",
        "byte" => "System.Byte",
        "object" => "System.Object",
        _ => null,
    };
}
