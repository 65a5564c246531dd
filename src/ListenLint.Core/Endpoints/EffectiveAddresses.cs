using ListenLint.Core.Addresses;

namespace ListenLint.Core.Endpoints;

/// <summary>
/// What an ASP.NET Core server really binds, of all that it is told. Only what is in force whatever the program does wins
/// here: a conditional setting, or one whose value is not known and may be empty, makes the answer uncertain where it would win.
/// </summary>
/// <param name="Effective">The settings that are bound if none of <paramref name="Possible"/> is in force.</param>
/// <param name="Dead">The settings that are bound under no condition. What a base image sets is never here.</param>
/// <param name="Possible">The conditional and unknown settings that may be bound, beside the effective ones or in their place.</param>
/// <param name="IsCertain">Whether all of <paramref name="Effective"/> is bound, whatever becomes of <paramref name="Possible"/>.</param>
public sealed record EffectiveAddresses(
    IReadOnlyList<AddressSetting> Effective,
    IReadOnlyList<DeadAddress> Dead,
    IReadOnlyList<AddressSetting> Possible,
    bool IsCertain)
{
    /// <summary>Kestrel's own address when nothing is set.</summary>
    public static AddressSetting BuiltInDefault { get; } = new(
        AddressSource.BuiltInDefault,
        Key: string.Empty,
        "http://localhost:5000",
        ListenAddressParser.Parse("http://localhost:5000", AddressGrammar.KestrelUrl),
        new Place(string.Empty, default));

    /// <param name="settings">Settings of one key in the order of their providers: the later wins.</param>
    /// <param name="preferHostingUrls">
    /// <c>PreferHostingUrls(true)</c>: configured URLs and ports come before code and configuration endpoints. It is without
    /// effect once the application's own collection of URLs is filled, by <c>app.Urls</c> or <c>app.Run(url)</c>.
    /// </param>
    public static EffectiveAddresses Resolve(IEnumerable<AddressSetting> settings, bool preferHostingUrls = false)
    {
        var contenders = settings.Select((setting, position) => new Contender(setting, position)).ToList();
        var ofApplication = contenders.Where(each => each.Setting.Source is AddressSource.RunUrl or AddressSource.UrlsCollection).ToList();
        if (!preferHostingUrls || ofApplication.Any(each => each.IsInForce))
        {
            return Contest.Of(contenders, new Precedence(UrlsFirst: false)).Describe();
        }

        var preferred = Contest.Of(contenders, new Precedence(UrlsFirst: true));
        return ofApplication.Count == 0
            ? preferred.Describe()
            : preferred.DescribeUnless(Contest.Of(contenders, new Precedence(UrlsFirst: false)));
    }
}

/// <summary>A setting that never takes effect.</summary>
/// <param name="Winner">What is bound in its place; the first of them, where several are.</param>
/// <param name="SaysTheSame">Whether all that is bound in its place is what the setting says.</param>
public sealed record DeadAddress(AddressSetting Setting, AddressSetting Winner, bool SaysTheSame)
{
    /// <summary>Another provider sets the same key again, as configuration is meant to be used.</summary>
    public bool IsOverride =>
        Setting.Source == Winner.Source && Setting.Key.Equals(Winner.Key, StringComparison.OrdinalIgnoreCase);
}
