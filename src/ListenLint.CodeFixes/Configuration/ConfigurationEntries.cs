using ListenLint.Core.Configuration;
using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Json;
using ListenLint.Core.Configuration.Text;
using ListenLint.Core.Configuration.Yaml;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>
/// Everything that a configuration file says, of listening or not, as one text for each value. What a YAML alias repeats
/// is there once for each place, so that an edit which reaches further than it should shows.
/// </summary>
internal static class ConfigurationEntries
{
    // Aliases of aliases unfold without end; a file that a person keeps does not come near.
    private const int MostNodes = 20_000;

    /// <summary>The entries; null for a text that cannot be read.</summary>
    public static IReadOnlyList<string>? Of(ConfigurationFileKind kind, string text) => kind switch
    {
        ConfigurationFileKind.AppSettings or ConfigurationFileKind.LaunchSettings => OfJson(text),
        ConfigurationFileKind.Dockerfile => OfDockerfile(text),
        ConfigurationFileKind.Compose => OfYaml(text),
        _ => null,
    };

    /// <summary>How many entries of the first list the second one has not, repeated ones counted.</summary>
    public static int CountMissing(IReadOnlyList<string> entries, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(entry => entry, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var missing = 0;
        foreach (var entry in entries)
        {
            left.TryGetValue(entry, out var count);
            left[entry] = count - 1;
            missing += count > 0 ? 0 : 1;
        }

        return missing;
    }

    private static string[]? OfJson(string text) =>
        JsonReader.Read(text)?.Select(entry => $"{string.Join("\n", entry.Key.Names())}\n{entry.Kind}={entry.Value.Text}").ToArray();

    private static string[] OfDockerfile(string text)
    {
        var reader = DockerInstructionReader.Read(text);
        return reader.Instructions.SelectMany(instruction => PartsOf(instruction, reader.Escape)).ToArray();
    }

    /// <summary>An ENV is one entry for each variable, so that one of several can go.</summary>
    private static IEnumerable<string> PartsOf(DockerInstruction instruction, char escape) =>
        instruction.Keyword == "ENV" && !DockerVariableRemoval.IsOldForm(instruction)
            ? ShellWords.Split(instruction.Arguments, escape).Select(word => "ENV " + word.Value.Text)
            : [instruction.Keyword + " " + instruction.Arguments.Text];

    private static List<string>? OfYaml(string text)
    {
        if (YamlReader.Read(text) is not { } root)
        {
            return null;
        }

        var entries = new List<string>();
        var nodes = 0;
        return Unfold(root, "", entries, ref nodes) ? entries : null;
    }

    private static bool Unfold(YamlNode node, string path, List<string> entries, ref int nodes)
    {
        if (++nodes > MostNodes)
        {
            return false;
        }

        switch (node)
        {
            case YamlScalar scalar:
                entries.Add($"{path}={scalar.Value.Text}");
                return true;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (!Unfold(item, path + "[]", entries, ref nodes))
                    {
                        return false;
                    }
                }

                return true;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (!Unfold(entry.Value, $"{path}\n{entry.Key.Text}", entries, ref nodes))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
