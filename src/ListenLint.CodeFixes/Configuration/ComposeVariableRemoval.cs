using ListenLint.Core;
using ListenLint.Core.Configuration.Docker;
using ListenLint.Core.Configuration.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ListenLint.CodeFixes.Configuration;

/// <summary>Takes a variable out of a service's <c>environment</c>, with the key itself when nothing is left under it.</summary>
internal static class ComposeVariableRemoval
{
    /// <summary>The changes that remove the variable with this value; none unless it has its line to itself.</summary>
    public static TextChange[] Of(string text, TextRange value)
    {
        if (YamlReader.Read(text)?.Get("services") is not YamlMapping services)
        {
            return [];
        }

        foreach (var environment in services.Entries.SelectMany(service => (service.Value as YamlMapping)?.Entries ?? []).Where(entry => entry.Key.Text == "environment"))
        {
            var (variables, count) = VariablesOf(environment.Value);
            foreach (var variable in variables.Where(variable => variable.Start <= value.Start && value.End <= variable.End))
            {
                return RemovalOf(text, variable, count == 1 ? environment.Key.Range : null);
            }
        }

        return [];
    }

    private static (IEnumerable<TextRange> Variables, int Count) VariablesOf(YamlNode environment) => environment switch
    {
        YamlSequence list => (list.Items.OfType<YamlScalar>().Select(item => item.Value.Range), list.Items.Count),
        YamlMapping map => (
            from entry in map.Entries
            let end = entry.Value is YamlScalar scalar ? scalar.Value.Range.End : 0
            where end >= entry.Key.Range.End
            select new TextRange(entry.Key.Range.Start, end - entry.Key.Range.Start),
            map.Entries.Count),
        _ => ([], 0),
    };

    private static TextChange[] RemovalOf(string text, TextRange variable, TextRange? emptied)
    {
        // A name may hold colons; the last one is YAML's.
        var name = text.Substring(variable.Start, ContainerVariable.EndOfName(text.Substring(variable.Start, variable.Length))).TrimEnd(':');
        if (name.Length == 0 || DockerVariableRemoval.IsUsed(text, name) || OnOwnLine(text, variable) is not { } entry)
        {
            return [];
        }

        if (emptied is not { } key)
        {
            return [LineCut.Of(text, entry)];
        }

        var colon = text.IndexOf(':', key.End);
        return OnOwnLine(text, new TextRange(key.Start, colon + 1 - key.Start)) is { } keyWithColon
            ? [LineCut.Of(text, keyWithColon), LineCut.Of(text, entry)]
            : [];
    }

    /// <summary>The entry with its dash and quotes, if nothing else but a comment stands on its line.</summary>
    private static TextRange? OnOwnLine(string text, TextRange entry)
    {
        var lineStart = entry.Start == 0 ? 0 : text.LastIndexOf('\n', entry.Start - 1) + 1;
        var lead = text.Substring(lineStart, entry.Start - lineStart);
        var isQuoted = entry.End < text.Length && text[entry.End] is '"' or '\'';
        var end = isQuoted ? entry.End + 1 : entry.End;
        var rest = text.Substring(end, LineCut.EndOfLine(text, end) - end);
        var isAlone = lead.All(character => character is ' ' or '-' or '"' or '\'')
            && text.IndexOf('\n', entry.Start, entry.Length) < 0
            && (rest.Trim().Length == 0 || (rest[0] is ' ' or '\t' && rest.TrimStart()[0] == '#'));
        var start = lineStart + lead.TakeWhile(character => character == ' ').Count();
        return isAlone ? new TextRange(start, end - start) : null;
    }
}
