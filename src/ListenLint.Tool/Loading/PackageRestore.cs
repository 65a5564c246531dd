using System.Text.RegularExpressions;

namespace ListenLint.Tool.Loading;

/// <summary>Restores the projects that were never restored, or changed since. Writes nothing but what a build writes: the obj folders.</summary>
internal sealed partial class PackageRestore(Action<string> progress)
{
    private readonly Dictionary<string, string> _failures = new(FilePaths.Comparer);

    /// <summary>Why a project could not be restored, by project.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        string[] outdated = [.. target.Projects.Where(project => File.Exists(project) && IsOutdated(project))];
        if (outdated.Length == 0)
            return _failures;

        if (target.Solution is { } solution && outdated.Length > 1 && target.Projects.All(File.Exists))
        {
            progress($"Restoring {Path.GetFileName(solution)}");
            await RestoreAsync(solution, target.Projects, cancellationToken).ConfigureAwait(false);
            outdated = [.. outdated.Where(project => !HasAssets(project) && !_failures.ContainsKey(project))];
        }

        foreach (var project in outdated)
        {
            progress($"Restoring {Path.GetFileNameWithoutExtension(project)}");
            await RestoreAsync(project, [project], cancellationToken).ConfigureAwait(false);
        }

        return _failures;
    }

    private async Task RestoreAsync(string file, IReadOnlyList<string> projects, CancellationToken cancellationToken)
    {
        List<string> arguments = ["restore", file, "-v:q", "-nodeReuse:false", "-tl:off"];

        // A lock file is part of the sources, and the sources are not ours to change.
        if (projects.Any(project => File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))))
            arguments.Add("-p:RestoreLockedMode=true");

        var (exitCode, output) = await DotNetHost.RunAsync(arguments, Path.GetDirectoryName(file)!, cancellationToken).ConfigureAwait(false);
        if (exitCode == 0)
            return;

        var errors = output.Split('\n').Select(line => ErrorLine().Match(line.TrimEnd())).Where(error => error.Success);

        // What carries a code says the cause; lines without one only lead up to it.
        foreach (var error in errors.OrderByDescending(error => error.Groups["code"].Success))
        {
            foreach (var place in (string[])[error.Groups["project"].Value, error.Groups["file"].Value])
            {
                if (projects.FirstOrDefault(project => FilePaths.Comparer.Equals(project, place.Trim())) is { } project)
                    _failures.TryAdd(project, Reason(error));
            }
        }

        if (projects is [var only])
            _failures.TryAdd(only, MissingSdk.In(output) ?? $"its packages could not be restored ('dotnet restore' ended with {exitCode})");
    }

    private static string Reason(Match error)
    {
        var text = Whitespace().Replace(error.Groups["text"].Value.Trim(), " ");
        if (error.Groups["code"] is not { Success: true } code)
            return text;
        return code.Value.StartsWith("NU", StringComparison.Ordinal) ? $"its packages could not be restored ({code.Value}: {text})" : $"{code.Value}: {text}";
    }

    private static bool HasAssets(string project) => File.Exists(AssetsOf(project));

    private static string AssetsOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json");

    private static bool IsOutdated(string project)
    {
        var assets = AssetsOf(project);
        if (!File.Exists(assets))
            return true;
        var restored = File.GetLastWriteTimeUtc(assets);
        return InputsOf(project).Any(input => File.Exists(input) && File.GetLastWriteTimeUtc(input) > restored);
    }

    private static IEnumerable<string> InputsOf(string project)
    {
        yield return project;
        for (var at = Path.GetDirectoryName(project); at is not null; at = Path.GetDirectoryName(at))
        {
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "nuget.config", "global.json"])
                yield return Path.Combine(at, name);
        }
    }

    [GeneratedRegex(@"^\s*(?<file>.*?)(\(\d+(,\d+)*\))?\s*:\s*error\s*(?<code>[A-Z]+\d+)?\s*:\s*(?<text>.*?)(\s*\[(?<project>[^\]]+)\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
