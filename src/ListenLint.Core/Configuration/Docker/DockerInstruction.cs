using ListenLint.Core.Configuration.Text;

namespace ListenLint.Core.Configuration.Docker;

/// <summary>One instruction of a Dockerfile, its continued lines joined and their comments left out.</summary>
/// <param name="Keyword">In upper case.</param>
/// <param name="LineStart">Where its first line begins.</param>
internal sealed record DockerInstruction(string Keyword, PlacedText Arguments, int LineStart);
