namespace ListenLint.Tool.Loading;

/// <summary>What was asked for cannot be done; the message is the whole sentence that the user reads.</summary>
internal sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InputException()
    {
    }
}
