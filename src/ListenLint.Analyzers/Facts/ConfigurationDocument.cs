using System.Runtime.CompilerServices;
using ListenLint.Core.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.Analyzers.Facts;

/// <summary>An additional file that speaks of listening, read once for each state of its text.</summary>
internal sealed record ConfigurationDocument(AdditionalText Additional, SourceText Text, ConfigurationFile File)
{
    private static readonly ConditionalWeakTable<SourceText, StrongBox<ConfigurationFile?>> Read = new();

    public static ConfigurationDocument? From(AdditionalText additional, CancellationToken cancellationToken)
    {
        if (ConfigurationFiles.KindOf(additional.Path) == ConfigurationFileKind.None
            || additional.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        // Two files never share a SourceText, so that the text alone is the key.
        var file = Read.GetValue(text, value => new StrongBox<ConfigurationFile?>(ConfigurationFileReader.Read(additional.Path, value.ToString()))).Value;
        return file is null ? null : new ConfigurationDocument(additional, text, file);
    }
}
