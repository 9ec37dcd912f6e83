using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// Logins of people and what they do then. A user logs in on a day with the chance own rate × slope(1.5·value) × season × how
/// far the launch has come, and with half of it once notice was given. The champion's stops where the champion leaves.
/// </summary>
internal sealed class Usage(AccountProfile profile, Life life, Xoshiro256 dice, AccountRecorder records)
{
    private const int LaunchDays = 60;

    public void Run()
    {
        var (from, to) = life.Days(records.Days);
        var left = life.Value.ShocksBefore(to).Where(s => s.Kind == ShockKind.ChampionLeft).Select(s => (int?)s.Day).FirstOrDefault();
        for (var day = from; day < to; day++)
        {
            var pace = Slope.Of(1.5 * life.Value.At(day)) * Season.Of(Calendar.At(day)) * Launched(day) * (day >= life.NoticeDay ? 0.5 : 1);
            for (var user = 0; user < profile.Users.Length; user++)
            {
                if (dice.Chance(profile.Users[user] * pace))
                    LogIn(day, user, gone: user == 0 && day >= left);
            }
        }
    }

    private double Launched(int day) => Math.Min(1, 0.5 + (0.5 * (day - life.FirstDay) / LaunchDays));

    // Of one who is gone the draws go on, so that nothing else moves.
    private void LogIn(int day, int user, bool gone)
    {
        var (actor, seconds, late) = (FormattableString.Invariant($"{profile.Id}-u{user + 1}"), Clock.Working(dice), Clock.Late(dice));
        if (!gone)
            Add(new Signal(profile.Id, "login", Calendar.At(day, seconds)) { Actor = actor, RecordedAt = Clock.Recorded(day, seconds, late) });
        if (!dice.Chance(0.6))
            return;
        var (product, later, items) = (ProductOf(dice.Uniform(), day), seconds + 60 + dice.Below(3000), 1 + dice.Below(20));
        if (!gone)
            Add(new Signal(profile.Id, "feature_used", Calendar.At(day, later)) { Actor = actor, Product = product, Value = items, RecordedAt = Clock.Recorded(day, later, late) });
    }

    private void Add(Signal signal) => records.Add(signal);

    // The core product has 60 %, the add-ons share the rest; what was done with one that is gone is done with the core.
    private string ProductOf(double draw, int day)
    {
        var addOns = profile.Products.Length - 1;
        if (addOns == 0 || draw < 0.6)
            return AccountProfile.Core;
        var product = profile.Products[1 + Math.Min(addOns - 1, (int)((draw - 0.6) / 0.4 * addOns))];
        return life.Dropped.TryGetValue(product, out var gone) && day >= gone ? AccountProfile.Core : product;
    }
}
