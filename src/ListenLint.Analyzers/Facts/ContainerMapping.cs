using System.Collections.Immutable;
using ListenLint.Core;
using ListenLint.Core.Configuration;

namespace ListenLint.Analyzers.Facts;

/// <summary>
/// Which containers run this project. A Dockerfile belongs to the project whose dll it starts, else to the one whose
/// project file it names, else to the one whose folder it lies in; a compose service to the project whose Dockerfile it
/// builds. Without one of these there is no mapping, and nothing is said.
/// </summary>
internal sealed class ContainerMapping(string? projectFolder, string? projectFile, string assemblyName)
{
    public bool IsOurs(ConfigurationFile dockerfile)
    {
        if (dockerfile.Image is not { } image)
        {
            return false;
        }

        if (image.StartedAssembly is { } started)
        {
            return started.Equals(assemblyName + ".dll", StringComparison.OrdinalIgnoreCase)
                || started.Equals(assemblyName, StringComparison.OrdinalIgnoreCase);
        }

        if (image.ProjectFiles.Count > 0 && projectFile is not null)
        {
            return image.ProjectFiles.Any(name => name.Equals(Paths.NameOf(projectFile), StringComparison.OrdinalIgnoreCase));
        }

        return projectFolder is not null
            && Paths.FolderOf(dockerfile.Path).Equals(projectFolder, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The services of a compose file that are built from one of our Dockerfiles, each with it; null where the Dockerfile was not handed over but the context is our folder.</summary>
    public IEnumerable<(ComposeService Service, ConfigurationDocument? Dockerfile)> ServicesOf(
        ConfigurationFile compose, ImmutableArray<ConfigurationDocument> dockerfiles)
    {
        var folder = Paths.FolderOf(compose.Path);
        foreach (var service in compose.Services)
        {
            if (service.BuildContext is not { } context)
            {
                continue;
            }

            var contextFolder = Paths.Combine(folder, context);
            var path = Paths.Combine(contextFolder, service.Dockerfile ?? "Dockerfile");
            var built = dockerfiles.FirstOrDefault(file => Paths.Normalize(file.File.Path).Equals(path, StringComparison.OrdinalIgnoreCase));
            if (built is not null ? IsOurs(built.File) : IsOurFolder(contextFolder, path))
            {
                yield return (service, built);
            }
        }
    }

    /// <summary>A Dockerfile that we cannot read, in our own folder: the service is ours, the image is not known.</summary>
    private bool IsOurFolder(string contextFolder, string dockerfile) =>
        projectFolder is not null
        && (contextFolder.Equals(projectFolder, StringComparison.OrdinalIgnoreCase)
            || Paths.FolderOf(dockerfile).Equals(projectFolder, StringComparison.OrdinalIgnoreCase));
}
