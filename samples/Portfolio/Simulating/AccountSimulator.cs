using CustomerSuccess.Customers;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Simulates one account: first its contract, which says when it ends, then everything that happens meanwhile.</summary>
internal static class AccountSimulator
{
    /// <summary>Of those that are lost, the share that comes back.</summary>
    private const double Returns = 0.06;

    /// <summary>What the account of a number is from birth on.</summary>
    public static AccountProfile Profile(int number, SimulationOptions options) => AccountProfile.Draw(number, Xoshiro256.For(options.Seed, number, (int)Purpose.Profile));

    /// <summary>The account of a number, from 1; null where it would begin after the end.</summary>
    public static SimulatedAccount? Run(int number, SimulationOptions options)
    {
        var profile = Profile(number, options);
        if (profile.FirstDay > options.Days)
            return null;
        var records = new AccountRecorder(profile, options.Days);
        var contract = Dice(Purpose.Contract, 0);
        List<Life> lives = [Live(0, profile.FirstDay, profile.Fit, contract)];
        if (lives[0].EndDay is { } end && contract.Chance(Returns) && end + 60 + contract.Below(120) is var back && back <= options.Days)
        {
            records.Add(new Outcome(profile.Id, OutcomeKind.Return, Calendar.At(back)));
            lives.Add(Live(1, back, 0.5 + (0.5 * contract.Normal()), Dice(Purpose.Contract, 1)));
        }

        return records.Finish(lives);

        Xoshiro256 Dice(Purpose purpose, int life) => Xoshiro256.For(options.Seed, number, (int)purpose + (life * (int)Purpose.Count));

        Life Live(int index, int firstDay, double fit, Xoshiro256 dice)
        {
            var life = new Life { Index = index, FirstDay = firstDay, Value = new LatentValue(fit, firstDay, Dice(Purpose.Value, index)) };
            new Contract(profile, life, dice, records).Run();
            new Master(profile, life, Dice(Purpose.Traits, index), Dice(Purpose.Ownership, index), records).Run();
            new Usage(profile, life, Dice(Purpose.Usage, index), records).Run();
            new Integration(profile, life, Dice(Purpose.Integration, index), records).Run();
            new Support(profile, life, Dice(Purpose.Support, index), records).Run();
            new Surveys(profile, life, Dice(Purpose.Surveys, index), records).Run();
            return life;
        }
    }
}
