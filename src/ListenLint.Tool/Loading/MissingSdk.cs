using System.Text.RegularExpressions;

namespace ListenLint.Tool.Loading;

/// <summary>Finds in what the dotnet host says that global.json asks for an SDK which is not there.</summary>
internal static partial class MissingSdk
{
    /// <summary>The reason in one clause; null when the text is about something else.</summary>
    public static string? In(string text) => HostMessage().Match(text) is { Success: true } match
        ? $"'{match.Groups["file"].Value}' asks for the .NET SDK {match.Groups["version"].Value}, which is not installed"
        : null;

    [GeneratedRegex(@"Requested SDK version:\s*(?<version>\S+)\s+global\.json file:\s*(?<file>.+?global\.json)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HostMessage();
}
