using System.Collections.Immutable;
using ListenLint.Core;
using ListenLint.Core.Configuration;

namespace ListenLint.Analyzers.Facts;

/// <summary>The file that <c>docker compose up</c> reads after compose.yml without being told.</summary>
internal static class ComposeOverride
{
    public static bool Is(ConfigurationDocument document) =>
        Paths.NameOf(document.File.Path).IndexOf("compose.override.", StringComparison.OrdinalIgnoreCase) >= 0;

    public static ConfigurationDocument? Of(ConfigurationDocument compose, ImmutableArray<ConfigurationDocument> files)
    {
        var name = Paths.NameOf(compose.File.Path);
        var stem = name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
        if (!stem.EndsWith("compose", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var folder = Paths.FolderOf(compose.File.Path);
        return files.FirstOrDefault(file => file.File.Kind == ConfigurationFileKind.Compose
            && Paths.FolderOf(file.File.Path) == folder
            && Paths.NameOf(file.File.Path).StartsWith(stem + ".override.", StringComparison.OrdinalIgnoreCase));
    }
}
