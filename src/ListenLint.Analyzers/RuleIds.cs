namespace ListenLint.Analyzers;

/// <summary>Every rule's id: LL0 the project's own input, LL1 listening, LL2 endpoints, LL3 connections, LL4 diagnosis.</summary>
public static class RuleIds
{
    public const string UnreadableApiRow = "LL0001";

    public const string LoopbackListener = "LL1001";
    public const string DefaultLoopback = "LL1002";
    public const string UnusableListenAddress = "LL1003";
    public const string FixedListenAddress = "LL1004";
    public const string ListenerNeverStarted = "LL1005";
    public const string OverriddenAddress = "LL1006";
    public const string PublishedPortMismatch = "LL1007";
    public const string IPv6OnlyListener = "LL1008";
    public const string ListenerOpenToAll = "LL1009";
}
