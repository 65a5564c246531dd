using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace ListenLint.Tool.Loading;

/// <summary>Reads projects as the build does, with the configuration files that the package would have handed to the analyzers.</summary>
internal sealed class SolutionLoader(LoadOptions options, Action<string> progress)
{
    private readonly ConcurrentQueue<WorkspaceDiagnostic> _said = [];
    private readonly Dictionary<string, string> _reasons = new(FilePaths.Comparer);

    private static string InjectedTargets { get; } = Path.Combine(AppContext.BaseDirectory, "build", "ListenLint.Injected.targets");

    public async Task<LoadedSolution> LoadAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        var restoreFailures = options.Restore
            ? await new PackageRestore(progress).RunAsync(target, cancellationToken).ConfigureAwait(false)
            : new Dictionary<string, string>();

        var workspace = MSBuildWorkspace.Create(Properties());
        try
        {
            workspace.SkipUnrecognizedProjects = true;
            workspace.RegisterWorkspaceFailedHandler(failure => _said.Enqueue(failure.Diagnostic));
            await OpenAsync(workspace, target, cancellationToken).ConfigureAwait(false);
            return await SortOutAsync(workspace, target, restoreFailures, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private Dictionary<string, string> Properties()
    {
        var properties = new Dictionary<string, string> { ["CustomAfterMicrosoftCommonTargets"] = InjectedTargets };
        if (options.Configuration is { } configuration)
            properties["Configuration"] = configuration;
        return properties;
    }

    private async Task OpenAsync(MSBuildWorkspace workspace, LoadTarget target, CancellationToken cancellationToken)
    {
        var steps = new LoadSteps(progress);
        if (target.Solution is { } solution)
        {
            await workspace.OpenSolutionAsync(solution, progress: steps, cancellationToken: cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var project in target.Projects)
        {
            if (workspace.CurrentSolution.Projects.Any(known => FilePaths.Comparer.Equals(known.FilePath, project)))
                continue;
            try
            {
                await workspace.OpenProjectAsync(project, steps, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _reasons.TryAdd(project, WorkspaceMessage.Reason(exception.Message, project));
            }
        }
    }

    private async Task<LoadedSolution> SortOutAsync(
        MSBuildWorkspace workspace, LoadTarget target, IReadOnlyDictionary<string, string> restoreFailures, CancellationToken cancellationToken)
    {
        var requested = new List<ProjectId>();
        var problems = new List<ProjectProblem>();
        var byPath = workspace.CurrentSolution.Projects.ToLookup(project => project.FilePath ?? "", FilePaths.Comparer);
        foreach (var path in target.Projects)
        {
            Project[] readable = [];
            string? reason = null;
            if (!File.Exists(path))
            {
                reason = "the file does not exist";
            }
            else
            {
                var projects = byPath[path].Where(project => project.Language == LanguageNames.CSharp).ToArray();
                readable = await WithCoreLibraryAsync(projects, cancellationToken).ConfigureAwait(false);
                reason = restoreFailures.GetValueOrDefault(path) ?? NotRestored(projects);
                if (readable.Length < projects.Length || readable.Length == 0)
                    reason ??= ReasonSaidOf(path) ?? "the framework that it targets could not be found; 'dotnet build' on it says more";
                reason ??= readable.Select(SourceFiles.Unreadable).FirstOrDefault(unreadable => unreadable is not null);
            }

            if (reason is not null)
                problems.Add(new ProjectProblem(path, reason));
            requested.AddRange(readable.Where(IsOfFramework).Select(project => project.Id));
        }

        if (options.Framework is { } framework && requested.Count == 0 && problems.Count == 0)
            throw new InputException($"None of the projects targets '{framework}'.");

        var named = problems.Select(problem => problem.Path).ToArray();
        string[] notes = [.. _said.Where(said => said.Kind == WorkspaceDiagnosticKind.Failure && MissingSdk.In(said.Message) is null).Select(said => WorkspaceMessage.Shorten(said.Message)).Distinct()
            .Where(note => !named.Any(path => note.Contains(path, StringComparison.OrdinalIgnoreCase)))];
        return new LoadedSolution(target, FilePaths.RootOf(target.Folder), workspace.CurrentSolution, requested, problems, notes, workspace);
    }

    // A project whose core library is missing binds nothing: silence about it would look like health.
    private static async Task<Project[]> WithCoreLibraryAsync(Project[] projects, CancellationToken cancellationToken)
    {
        var readable = new List<Project>();
        foreach (var project in projects)
        {
            if (project.MetadataReferences.Count == 0 && project.DocumentIds.Count == 0)
                continue;
            var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            if (compilation?.GetSpecialType(SpecialType.System_Object).TypeKind is TypeKind.Class)
                readable.Add(project);
        }

        return [.. readable];
    }

    private static string? NotRestored(Project[] projects)
    {
        foreach (var project in projects)
        {
            var known = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (known.TryGetValue("build_property.ProjectAssetsFile", out var assets) && assets.Length > 0 && !File.Exists(assets))
                return "it was never restored: run 'dotnet restore', or leave --no-restore away";
        }

        return null;
    }

    private string? ReasonSaidOf(string path) =>
        _reasons.GetValueOrDefault(path)
        ?? _said.Where(said => said.Kind == WorkspaceDiagnosticKind.Failure && said.Message.Contains(path, StringComparison.OrdinalIgnoreCase))
            .Select(said => WorkspaceMessage.Reason(said.Message, path))
            .FirstOrDefault();

    private bool IsOfFramework(Project project) =>
        options.Framework is null || options.Framework.Equals(TargetFrameworks.Of(project), StringComparison.OrdinalIgnoreCase);

    private sealed class LoadSteps(Action<string> progress) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value) => progress($"Reading {Path.GetFileNameWithoutExtension(value.FilePath)}");
    }
}
