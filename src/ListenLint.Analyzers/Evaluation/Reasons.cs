namespace ListenLint.Analyzers.Evaluation;

/// <summary>Why a value is not known, in words that complete "the address is …".</summary>
internal static class Reasons
{
    public const string Configuration = "read from configuration";
    public const string Environment = "read from an environment variable";
    public const string CommandLine = "a command-line argument";
    public const string Console = "typed by the user";
    public const string BoundFromConfiguration = "a property that is bound from configuration";

    public const string TooComplex = "too complex to follow";
    public const string Broken = "code that does not compile";
    public const string NeverSet = "never set in this project";
    public const string ChangedByReference = "passed by reference";
    public const string ChangedInSteps = "changed step by step";
    public const string Pattern = "a pattern variable";
    public const string OtherAssembly = "a member of another assembly";
    public const string PublicMember = "a member that other projects can set";
    public const string PublicParameter = "a parameter of a public method";
    public const string UncalledParameter = "a parameter of a method that nothing here calls";
    public const string DispatchedParameter = "a parameter of a method that is called through an interface or a base class";
    public const string DelegateParameter = "a parameter of a delegate";
    public const string Overridable = "a member that can be overridden";
    public const string Enumeration = "an enumeration value";
    public const string IncompleteSequence = "an element of a collection that is filled elsewhere";
    public const string PartlyKnownAddress = "an address of which a part is not known";
    public const string Arithmetic = "a number that is computed";
    public const string OtherExpression = "the result of an expression";

    public static string ResultOf(string method) => $"the result of {method}()";

    public static string ObjectOf(string type) => $"an object of type {type}";

    /// <summary>Whether someone sets the value without touching the code, so that what the code says is only the fallback.</summary>
    public static bool IsFromOutside(string? reason) =>
        reason is Configuration or Environment or CommandLine or Console or BoundFromConfiguration;
}
