using ListenLint.Core.Addresses;

namespace ListenLint.Core.Endpoints;

/// <summary>A setting with its place among the providers.</summary>
internal sealed class Contender(AddressSetting setting, int position)
{
    public AddressSetting Setting => setting;

    public AddressSource Source => setting.Source;

    public int Position => position;

    /// <summary>Whether it is bound in every run, if nothing beats it. A URL of which nothing is known may be empty.</summary>
    public bool IsInForce { get; } =
        !setting.IsConditional
        && (setting.Source == AddressSource.ListenCall || setting.Addresses.Any(address => address.Text.Any(c => c != ListenAddress.Hole)));
}

/// <summary>All settings of one server, told apart by what becomes of them under one order of precedence.</summary>
internal sealed class Contest
{
    private readonly List<Contender> _effective = [];
    private readonly List<(Contender Loser, List<Contender> Winners)> _beaten = [];
    private readonly List<Contender> _undecided = [];
    private bool _isCertain;

    public static Contest Of(IReadOnlyList<Contender> contenders, Precedence precedence)
    {
        var contest = new Contest();
        var inForce = contenders.Where(each => each.IsInForce).ToList();
        contest._effective.AddRange(inForce.Where(each => !inForce.Any(other => precedence.Beats(other, each))));
        if (contest._effective.Count == 0)
        {
            contest._effective.Add(new Contender(EffectiveAddresses.BuiltInDefault, position: -1));
        }

        foreach (var each in contenders.Where(each => !contest._effective.Contains(each)))
        {
            var winners = contest._effective.Where(winner => precedence.Beats(winner, each)).ToList();
            if (winners.Count > 0)
            {
                contest._beaten.Add((each, winners));
            }
            else
            {
                contest._undecided.Add(each);
            }
        }

        contest._isCertain = !contest._undecided.Any(other => contest._effective.Any(each => precedence.MayReplace(other, each)))
            && contest._effective.Count(each => each.Source == AddressSource.RunUrl) < 2;
        return contest;
    }

    public EffectiveAddresses Describe() => new(Settings(_effective), DeadOf(_beaten), Settings(_undecided), _isCertain);

    /// <summary>The outcome while it is open which order of precedence holds: dead is what is dead under both.</summary>
    public EffectiveAddresses DescribeUnless(Contest other)
    {
        var isBeatenInBoth = _beaten.ToLookup(beaten => other._beaten.Any(same => same.Loser == beaten.Loser));
        return new EffectiveAddresses(
            Settings(_effective),
            DeadOf(isBeatenInBoth[true]),
            Settings(_undecided.Concat(isBeatenInBoth[false].Select(beaten => beaten.Loser))),
            IsCertain: false);
    }

    private static List<AddressSetting> Settings(IEnumerable<Contender> contenders) => [.. contenders.Select(each => each.Setting)];

    private static List<DeadAddress> DeadOf(IEnumerable<(Contender Loser, List<Contender> Winners)> beaten) =>
    [
        .. beaten
            .Where(each => !each.Loser.Setting.IsImageDefault)
            .Select(each => new DeadAddress(
                each.Loser.Setting,
                each.Winners[0].Setting,
                AddressMeaning.IsSame([each.Loser.Setting], Settings(each.Winners)))),
    ];
}
