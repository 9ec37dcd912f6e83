using CustomerSuccess.Customers;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>What a customer relationship system says of an account: stages, plan, industry, employees, and who looks after it.</summary>
internal sealed class Master(AccountProfile profile, Life life, Xoshiro256 traits, Xoshiro256 owners, AccountRecorder records)
{
    private static readonly string[][] Teams = [["csm-09", "csm-10"], ["csm-05", "csm-06", "csm-07", "csm-08"], ["csm-01", "csm-02", "csm-03", "csm-04"]];
    private static readonly (int Day, string Name)[] Stages = [(0, "onboarding"), (90, "adoption"), (365, "established")];

    private int End => Math.Min(records.Days + 1, life.EndDay ?? int.MaxValue);

    public void Run()
    {
        foreach (var (day, name) in Stages.Where(s => life.FirstDay + s.Day < End))
            records.Add(new Customer(profile.Id, Calendar.At(life.FirstDay + day)) { Name = profile.Name, ParentId = profile.ParentId, LifecycleStage = name });
        if (life.Index == 0)
            Begin();
        Grow();
        Own();
    }

    private void Begin()
    {
        var first = Calendar.At(life.FirstDay);
        records.Add(new Trait(profile.Id, "plan", TraitValue.Of(profile.Plan), first));
        // Nobody asked: there is no trait. Asked, and there is none: a known null.
        if (profile.Industry != "")
            records.Add(new Trait(profile.Id, "industry", TraitValue.Of(profile.Industry), first));
        records.Add(new Trait(profile.Id, "employees", TraitValue.Of((double)profile.Employees), first));
    }

    // Counted anew every year, and known some weeks later.
    private void Grow()
    {
        var employees = profile.Employees;
        for (var day = life.FirstDay + 365; day < End; day += 365)
        {
            employees = Math.Max(1, employees * (90 + traits.Below(31)) / 100);
            records.Add(new Trait(profile.Id, "employees", TraitValue.Of((double)employees), Calendar.At(day)) { RecordedAt = Calendar.At(day + traits.Below(40)) });
        }
    }

    // About one hand-over in five years of customers; of three, one leaves a gap in which nobody looks after the customer.
    private void Own()
    {
        var team = Teams[(int)profile.Size];
        var owner = owners.Of(team);
        records.Add(new Ownership(profile.Id, owner, Calendar.At(life.FirstDay)));
        for (var day = life.FirstDay + 30; day < End; day += 30)
        {
            if (!owners.Chance(0.017))
                continue;
            var (gap, late) = (owners.Chance(0.33) ? 14 + owners.Below(15) : 0, owners.Below(4));
            if (gap > 0)
                records.Add(new Ownership(profile.Id, null, Calendar.At(day)));
            owner = team[(Array.IndexOf(team, owner) + 1 + owners.Below(team.Length - 1)) % team.Length];
            if (day + gap < End)
                records.Add(new Ownership(profile.Id, owner, Calendar.At(day + gap)) { HandOver = "open topics and contacts were talked through", RecordedAt = Calendar.At(day + gap + late) });
        }
    }
}
