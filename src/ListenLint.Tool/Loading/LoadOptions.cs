namespace ListenLint.Tool.Loading;

/// <param name="Framework">Judge this target framework only.</param>
internal sealed record LoadOptions(bool Restore = true, string? Configuration = null, string? Framework = null);
