namespace ListenLint.Analyzers.Rules;

internal static class RuleCategories
{
    public const string Input = "Input";
    public const string Listening = "Listening";
}
