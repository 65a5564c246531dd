using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Tool.Analysis;

/// <summary>A rule or a fix of ours that threw: a defect, told in one sentence.</summary>
internal sealed partial record RuleCrash(string Rules, string Where, string Error)
{
    public string Sentence => $"{Rules} crashed on {Where}: {Error}. Please report this; the other rules were run.";

    public static RuleCrash Of(DiagnosticAnalyzer analyzer, Project project, Diagnostic told, Exception exception)
    {
        var file = TreeInMessage().Match(told.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        return new RuleCrash(
            "Rule " + string.Join(", ", analyzer.SupportedDiagnostics.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal)),
            file.Success ? file.Groups["path"].Value.Trim() : project.Name,
            OneLine(exception));
    }

    public static RuleCrash OfFix(string id, string where, Exception exception) => new($"The fix for {id}", where, OneLine(exception));

    private static string OneLine(Exception exception) => $"{exception.GetType().Name}, {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";

    [GeneratedRegex(@"^\s*(SyntaxTree|AdditionalText|File): (?<path>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TreeInMessage();
}
