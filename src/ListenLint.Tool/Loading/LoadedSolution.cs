using Microsoft.CodeAnalysis;

namespace ListenLint.Tool.Loading;

/// <summary>A requested project that could not be read, or not wholly; the reason completes the sentence "P was not read: …".</summary>
internal sealed record ProjectProblem(string Path, string Reason);

/// <param name="Requested">The projects to judge, one for each target framework; their references are in the solution too.</param>
/// <param name="Notes">What the build said while the projects were read, without stopping that.</param>
internal sealed record LoadedSolution(
    LoadTarget Target, string Root, Solution Solution, IReadOnlyList<ProjectId> Requested, IReadOnlyList<ProjectProblem> Problems, IReadOnlyList<string> Notes, IDisposable Workspace)
    : IDisposable
{
    public void Dispose() => Workspace.Dispose();
}
