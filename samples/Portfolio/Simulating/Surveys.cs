using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// Every quarter of the customer's own time up to three users are asked whether they would recommend the product, 0 to 10.
/// Those of a low value answer less often: what does not come back is not neutral.
/// </summary>
internal sealed class Surveys(AccountProfile profile, Life life, Xoshiro256 dice, AccountRecorder records)
{
    private const int Every = 91;
    private const int Asked = 3;

    public void Run()
    {
        var (from, to) = life.Days(records.Days);
        for (var day = life.FirstDay + 60; day < to; day += Every)
        {
            for (var user = 0; user < Math.Min(Asked, profile.Users.Length); user++)
                Ask(day, user, from, to);
        }
    }

    private void Ask(int day, int user, int from, int to)
    {
        var value = life.Value.At(day);
        var (answers, mark, wait, seconds, late) =
            (dice.Chance(0.2 + (0.5 * Slope.Of(value))), 6.8 + (2.4 * value) + (1.6 * dice.Normal()), dice.Below(10), Clock.Working(dice), Clock.Late(dice));
        if (!answers || day + wait < from || day + wait >= to)
            return;
        records.Add(new Signal(profile.Id, "nps", Calendar.At(day + wait, seconds))
        {
            Value = Math.Floor(Math.Clamp(mark + 0.5, 0, 10)),
            Actor = FormattableString.Invariant($"{profile.Id}-u{user + 1}"),
            RecordedAt = Clock.Recorded(day + wait, seconds, late),
        });
    }
}
