using ListenLint.Core;
using ListenLint.Core.Addresses;
using ListenLint.Core.Configuration;
using ListenLint.Core.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>A configuration file in the workspace: its text, what it says, and what it would say after an edit.</summary>
internal sealed class ConfigurationSource
{
    private readonly TextDocument _document;
    private readonly SourceText _text;

    private ConfigurationSource(TextDocument document, SourceText text, ConfigurationFile file)
    {
        _document = document;
        _text = text;
        Text = text.ToString();
        File = file;
    }

    public string Text { get; }

    public ConfigurationFile File { get; }

    public TextDocument Document => _document;

    /// <summary>The workspace with this text in place of the document's own.</summary>
    public Solution Solution => _document.Project.Solution.WithAdditionalDocumentText(_document.Id, _text);

    public string LineBreak => Text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";

    public static async Task<ConfigurationSource?> ReadAsync(TextDocument document, CancellationToken cancellationToken) =>
        Read(document, await document.GetTextAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The setting with this value; null when it is none, or when more than one shares the place.</summary>
    public AddressSetting? SettingAt(TextRange range)
    {
        var settings = File.Addresses
            .Concat(File.Image?.Addresses ?? [])
            .Concat(File.Services.SelectMany(service => service.Addresses))
            .Where(setting => setting.Place.Range == range && !setting.IsImageDefault)
            .Take(2)
            .ToArray();
        return settings.Length == 1 ? settings[0] : null;
    }

    /// <summary>The text at a range, as it is written in the file.</summary>
    public string Written(TextRange range) => Text.Substring(range.Start, range.Length);

    /// <summary>
    /// The file with a setting's value rewritten, which must stand there as the program reads it: escapes and substitutions
    /// are somebody's decision.
    /// </summary>
    public ConfigurationSource? Rewritten(AddressSetting setting, string? value)
    {
        var range = setting.Place.Range;
        if (value is null || Written(range) != setting.Text)
        {
            return null;
        }

        var edited = Edited(lost: 1, gained: 1, new TextChange(new TextSpan(range.Start, range.Length), value));
        return edited?.SettingAt(new TextRange(range.Start, value.Length))?.Text == value ? edited : null;
    }

    /// <summary>The file after the changes; null when more or less than this many of its entries would go and come.</summary>
    public ConfigurationSource? Edited(int lost, int gained, params TextChange[] changes)
    {
        if (Read(_document, _text.WithChanges(changes)) is not { } edited
            || ConfigurationEntries.Of(File.Kind, Text) is not { } before
            || ConfigurationEntries.Of(File.Kind, edited.Text) is not { } after)
        {
            return null;
        }

        return ConfigurationEntries.CountMissing(before, after) == lost && ConfigurationEntries.CountMissing(after, before) == gained ? edited : null;
    }

    /// <summary>How the program reads the value of a setting.</summary>
    public static AddressGrammar GrammarOf(AddressSetting setting) =>
        ListenKeys.Find(setting.Key, ConfigurationProvider.AppSettings)?.Grammar ?? AddressGrammar.KestrelUrl;

    private static ConfigurationSource? Read(TextDocument document, SourceText text) =>
        ConfigurationFileReader.Read(document.FilePath ?? document.Name, text.ToString()) is { } file
            ? new ConfigurationSource(document, text, file)
            : null;
}
