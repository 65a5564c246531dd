using System.Text;
using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Fixing;

/// <summary>
/// Puts changed files into place: all of them are first written beside their targets, then renamed. Bytes that the fix
/// did not mean to change stay as they are, and a file that has changed since it was read is left alone.
/// </summary>
internal sealed class FileWriter
{
    private readonly List<(string Target, string? Temporary, byte[]? OldBytes, byte[] NewBytes)> _prepared = [];

    /// <summary>Finds out, without writing, whether all of it can be written.</summary>
    public void Prepare(IEnumerable<FileChange> changes)
    {
        foreach (var change in changes)
            _prepared.Add(change.OldText is null ? New(change) : Changed(change, change.OldText));
    }

    public void Commit()
    {
        var done = 0;
        try
        {
            for (var i = 0; i < _prepared.Count; i++)
                _prepared[i] = _prepared[i] with { Temporary = WriteBeside(_prepared[i].Target, _prepared[i].NewBytes) };
            for (; done < _prepared.Count; done++)
                File.Move(_prepared[done].Temporary!, _prepared[done].Target, overwrite: _prepared[done].OldBytes is not null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TakeBack(done);
            throw new InputException($"Nothing was changed, because a file could not be written: {exception.Message}", exception);
        }
    }

    private static (string, string?, byte[]?, byte[]) Changed(FileChange change, string oldText)
    {
        try
        {
            var target = File.ResolveLinkTarget(change.Path, returnFinalTarget: true)?.FullName ?? change.Path;
            if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
                throw new InputException($"Nothing was changed: '{change.Path}' is read-only.");
            var bytes = File.ReadAllBytes(target);
            var encoding = FileEncoding.Of(bytes, oldText, change.Encoding)
                ?? throw new InputException($"Nothing was changed: '{change.Path}' has changed since it was read, or its encoding cannot be kept.");
            return (target, null, bytes, encoding.Bytes(change.NewText));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Nothing was changed, because '{change.Path}' could not be read again: {exception.Message}", exception);
        }
    }

    private static (string, string?, byte[]?, byte[]) New(FileChange change) =>
        File.Exists(change.Path)
            ? throw new InputException($"Nothing was changed: '{change.Path}' would be written, but it exists by now.")
            : (change.Path, null, null, new UTF8Encoding(false).GetBytes(change.NewText));

    private static string WriteBeside(string target, byte[] bytes)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            return temporary;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void TakeBack(int done)
    {
        for (var i = 0; i < _prepared.Count; i++)
        {
            var (target, temporary, oldBytes, _) = _prepared[i];
            if (i >= done && temporary is not null)
                File.Delete(temporary);
            else if (i < done && oldBytes is not null)
                File.WriteAllBytes(target, oldBytes);
            else if (i < done)
                File.Delete(target);
        }
    }
}
