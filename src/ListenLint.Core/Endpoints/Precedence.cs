namespace ListenLint.Core.Endpoints;

/// <summary>Which of two settings is bound when both are in force.</summary>
/// <param name="UrlsFirst">Configured URLs and ports come before endpoints.</param>
internal sealed record Precedence(bool UrlsFirst)
{
    private enum Level
    {
        PreferredUrls,
        PreferredPorts,
        Endpoints,
        Run,
        Collection,
        Urls,
        Ports,
        Default,
    }

    public bool Beats(Contender winner, Contender loser)
    {
        var (level, other) = (LevelOf(winner.Source), LevelOf(loser.Source));
        return level == other ? BeatsOnLevel(winner, loser, level) : level < other;
    }

    /// <summary>Two runs of one application exclude each other, and which comes first is not known.</summary>
    public bool MayReplace(Contender contender, Contender other) =>
        Beats(contender, other) || (contender.Source == AddressSource.RunUrl && other.Source == AddressSource.RunUrl);

    private static bool BeatsOnLevel(Contender winner, Contender loser, Level level) => level switch
    {
        Level.Endpoints => winner.Source == AddressSource.KestrelEndpoint
            && loser.Source == AddressSource.KestrelEndpoint
            && winner.Setting.Key.Equals(loser.Setting.Key, StringComparison.OrdinalIgnoreCase)
            && winner.Position > loser.Position,
        Level.Urls or Level.PreferredUrls => IsStronger(winner, loser),
        Level.Ports or Level.PreferredPorts =>
            AddressMeaning.IsHttpsPorts(winner.Setting) == AddressMeaning.IsHttpsPorts(loser.Setting) && IsStronger(winner, loser),
        _ => false,
    };

    private static bool IsStronger(Contender winner, Contender loser) =>
        winner.Source == loser.Source ? winner.Position > loser.Position : winner.Source < loser.Source;

    private Level LevelOf(AddressSource source) => source switch
    {
        AddressSource.ListenCall or AddressSource.KestrelEndpoint => Level.Endpoints,
        AddressSource.RunUrl => Level.Run,
        AddressSource.UrlsCollection => Level.Collection,
        AddressSource.BuiltInDefault => Level.Default,
        >= AddressSource.CodePorts => UrlsFirst ? Level.PreferredPorts : Level.Ports,
        _ => UrlsFirst ? Level.PreferredUrls : Level.Urls,
    };
}
