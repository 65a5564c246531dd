namespace ListenLint.Analyzers.Catalog;

/// <summary>The API files inside this assembly.</summary>
internal static class BuiltInRows
{
    private const string Extension = ".apis.txt";

    public static IEnumerable<(string File, ParsedApiRows Parsed)> Read()
    {
        var assembly = typeof(BuiltInRows).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            yield return (file, ApiRowParser.Parse(reader.ReadToEnd()));
        }
    }
}
