using System.Globalization;
using ListenLint.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ListenLint.Analyzers.Facts;

/// <summary>What the project file and .editorconfig say to us. Properties arrive as <c>build_property.*</c>, handed over by the package.</summary>
internal sealed class ProjectOptions(AnalyzerConfigOptionsProvider provider)
{
    public string? Property(string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    public bool IsTrue(string property) => string.Equals(Property(property), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of the project file, with forward slashes and without the last one; null when no package says it.</summary>
    public string? ProjectFolder => (Property("ProjectDir") ?? Property("MSBuildProjectDirectory")) is { } folder ? Paths.Normalize(folder).TrimEnd('/') : null;

    public bool IsWebSdk => IsTrue("UsingMicrosoftNETSdkWeb");

    public bool IsDesktop =>
        string.Equals(Property("OutputType"), "WinExe", StringComparison.OrdinalIgnoreCase)
        || IsTrue("UseWPF") || IsTrue("UseWindowsForms") || IsTrue("UseMaui");

    /// <summary>Hosts that give the program its address themselves: Azure Functions, AWS Lambda, an Aspire-run project.</summary>
    public bool IsHostedElsewhere => Property("AzureFunctionsVersion") is not null || Property("AWSProjectType") is not null;

    public string? TargetFramework => Property("TargetFramework");

    public bool IncludesTests => Flag("listenlint.include_tests", provider.GlobalOptions);

    public bool ShowsHints(SyntaxTree tree) => Flag("listenlint.hints", provider.GetOptions(tree));

    public bool ShowsHints(AdditionalText file) => Flag("listenlint.hints", provider.GetOptions(file));

    public bool IncludesTestsIn(AdditionalText file) => IncludesTests || Flag("listenlint.include_tests", provider.GetOptions(file));

    public bool IncludesTestsIn(SyntaxTree tree) => IncludesTests || Flag("listenlint.include_tests", provider.GetOptions(tree));

    public bool MeansLoopback(SyntaxTree tree, int? port) => MeansLoopback(provider.GetOptions(tree), port);

    public bool MeansLoopback(AdditionalText file, int? port) => MeansLoopback(provider.GetOptions(file), port);

    public bool ReportsDefaultLoopback(SyntaxTree tree) =>
        Flag("listenlint.report_default_loopback", provider.GlobalOptions) || Flag("listenlint.report_default_loopback", provider.GetOptions(tree));

    /// <summary>A project built for several frameworks speaks of its configuration files in the first alone; without the package's word it speaks.</summary>
    public bool ReportsConfiguration =>
        !string.Equals(Property("ListenLintReportsConfiguration"), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The severity that a bulk key of .editorconfig gives to every rule or to a category; null when there is none.</summary>
    public string? BulkSeverity(SyntaxTree tree, string category)
    {
        var options = provider.GetOptions(tree);
        return options.TryGetValue($"dotnet_analyzer_diagnostic.category-{category}.severity", out var value)
            || options.TryGetValue("dotnet_analyzer_diagnostic.severity", out value)
            ? value
            : null;
    }

    private static bool MeansLoopback(AnalyzerConfigOptions options, int? port)
    {
        if (Flag("listenlint.loopback_intended", options))
        {
            return true;
        }

        return port is { } number
            && options.TryGetValue("listenlint.intended_loopback_ports", out var ports)
            && ports.Split(',', ';').Any(text =>
                int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var intended) && intended == number);
    }

    private static bool Flag(string key, AnalyzerConfigOptions options) =>
        options.TryGetValue(key, out var value) && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
