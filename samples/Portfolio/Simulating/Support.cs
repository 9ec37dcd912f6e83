using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// Support tickets, their severity (1 a question to 4 a standstill) as value. Much usage asks questions; a low value has
/// problems; an incident brings two standstills. The vendor's own people log in to help, and to look around where it goes
/// badly: their logins are no usage.
/// </summary>
internal sealed class Support(AccountProfile profile, Life life, Xoshiro256 dice, AccountRecorder records)
{
    public void Run()
    {
        var (from, to) = life.Days(records.Days);
        var incidents = life.Value.ShocksBefore(to).Where(s => s.Kind == ShockKind.Incident).Select(s => s.Day).ToHashSet();
        for (var week = life.FirstDay; week < to; week += 7)
            Week(week);

        void Ticket(int day, int severity)
        {
            var (seconds, late, help) = (Clock.Working(dice), Clock.Late(dice), dice.Chance(0.5));
            if (day < from || day >= to)
                return;
            records.Add(new Signal(profile.Id, "ticket", Calendar.At(day, seconds)) { Value = severity, Product = AccountProfile.Core, RecordedAt = Clock.Recorded(day, seconds, late) });
            if (help)
                Visit(day + 1, seconds, "support-desk");
        }

        void Visit(int day, int seconds, string actor)
        {
            if (day >= from && day < to)
                records.Add(new Signal(profile.Id, "login", Calendar.At(day, seconds)) { Actor = actor, Provenance = Provenance.Vendor });
        }

        void Week(int week)
        {
            var value = life.Value.At(week);
            var (questions, problems) = (0.02 + (0.02 * profile.Users.Length * Slope.Of(value)), 0.14 * Slope.Of(-2 * value));
            var (asks, fails, look, day) = (dice.Chance(questions), dice.Chance(problems), dice.Uniform(), week + dice.Below(7));
            if (asks)
                Ticket(day, dice.Chance(0.8) ? 1 : 2);
            if (fails)
                Ticket(day, dice.Uniform() switch { < 0.4 => 2, < 0.8 => 3, _ => 4 });
            for (var i = 0; incidents.Contains(week) && i < 2; i++)
                Ticket(week + dice.Below(3), 4);
            if (look < (week - life.FirstDay < 28 ? 0.8 : value < -0.5 ? 0.35 : 0.02))
                Visit(day, Clock.Working(dice), "customer-success");
        }
    }
}
