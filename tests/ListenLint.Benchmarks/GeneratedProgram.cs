using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ListenLint.Benchmarks;

/// <summary>A program of ordinary business code: about 150 lines a file.</summary>
internal static class GeneratedProgram
{
    public static CSharpCompilation Compile(int files, int oneListenerIn, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create(
            "Generated",
            Enumerable.Range(0, files).Select(number => CSharpSyntaxTree.ParseText(File(number, oneListenerIn > 0 && number % oneListenerIn == 0), path: $"File{number}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static ImmutableArray<MetadataReference> References() =>
        [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file))];

    private static bool IsManaged(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }

    private static string File(int number, bool listens)
    {
        var text = new StringBuilder();
        text.AppendLine("using System; using System.Collections.Generic; using System.Linq; using System.Net; using System.Net.Sockets;");
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace Generated{number};");
        text.AppendLine(CultureInfo.InvariantCulture, $"public sealed class Orders{number} {{");
        for (var method = 0; method < 12; method++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                    public decimal Total{{method}}(IReadOnlyList<(string Name, decimal Price, int Count)> lines, decimal discount)
                    {
                        if (lines.Count == 0) throw new ArgumentException("no lines", nameof(lines));
                        var known = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
                        foreach (var line in lines.Where(line => line.Count > {{method}}).OrderBy(line => line.Name))
                            known[line.Name] = known.TryGetValue(line.Name, out var sum) ? sum + line.Price * line.Count : line.Price;
                        var text = $"{known.Count} products, {known.Values.Sum():0.00} in all";
                        Console.WriteLine(text.ToUpperInvariant());
                        return known.Values.Sum() * (1 - discount);
                    }
                """);
        }

        if (listens)
        {
            text.AppendLine("    public TcpListener Listen(int port) { var listener = new TcpListener(IPAddress.Loopback, port); listener.Start(); return listener; }");
        }

        return text.AppendLine("}").ToString();
    }
}
