using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>A system that logs in every night, as long as there is a contract, whether or not anybody works with the product.</summary>
internal sealed class Integration(AccountProfile profile, Life life, Xoshiro256 dice, AccountRecorder records)
{
    public void Run()
    {
        if (!profile.HasIntegration)
            return;
        var (from, to) = life.Days(records.Days);
        for (var day = from; day < to; day++)
        {
            records.Add(new Signal(profile.Id, "login", Calendar.At(day, 60 * 60 + dice.Below(600)))
            {
                Actor = "nightly-sync",
                Provenance = Provenance.System,
            });
        }
    }
}
