namespace ListenLint.Tool.Loading;

/// <summary>Takes from what the workspace said the part that a person needs.</summary>
internal static class WorkspaceMessage
{
    private const string MessageFollows = "with message: ";

    public static string Reason(string message, string path)
    {
        if (MissingSdk.In(message) is { } sdk)
            return sdk;
        var start = message.IndexOf(MessageFollows, StringComparison.Ordinal);
        var reason = Shorten(start < 0 ? message : message[(start + MessageFollows.Length)..]).Trim();
        if (reason.EndsWith(path, StringComparison.OrdinalIgnoreCase))
            reason = reason[..^path.Length].TrimEnd();
        return reason;
    }

    public static string Shorten(string message) => message.ReplaceLineEndings(" ").Trim();
}
