using ListenLint.Tool.Loading;

namespace ListenLint.Tool.Commands;

/// <summary>A file to be written at the end, found writable at the beginning: nobody waits for a run whose result is lost.</summary>
internal sealed class OutputFile
{
    private readonly string _path;
    private readonly string _asTyped;

    private OutputFile(string path, string asTyped) => (_path, _asTyped) = (path, asTyped);

    public static OutputFile Open(string path, string asTyped)
    {
        var file = new OutputFile(path, asTyped);
        file.Try(() =>
        {
            var existed = File.Exists(path);
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (!existed)
                File.Delete(path);
        });
        return file;
    }

    public void Write(string text) => Try(() => File.WriteAllText(_path, text));

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{_asTyped}' cannot be written: {exception.Message}", exception);
        }
    }
}
