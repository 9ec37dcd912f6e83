using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>Makes stories of chance: the same of one seed each time.</summary>
internal sealed partial class StoryMaker(int seed, int? portfolio = null)
{
    public const int Days = 24;

    private readonly Random _chance = new(seed);

    public static Story Of(int seed) => new StoryMaker(seed).Make();

    /// <summary>Many customers, looked at every night.</summary>
    public static Story Portfolio(int seed, int customers) => new StoryMaker(seed, customers).Make();

    private Story Make()
    {
        var customers = Enumerable.Range(0, portfolio ?? Of(1, 1, 2)).Select(i => Customer($"c{i}")).ToArray();
        StoryRule[] first = [.. Enumerable.Range(0, Of(1, 2, 3)).Select(i => Rule($"r{i}"))];
        StoryRule[] second = Is(0.2) ? [.. first.Where(_ => Is(0.6)), .. Is(0.5) ? [Rule(Of("r0", "r9"))] : (StoryRule[])[]] : first;
        second = [.. second.GroupBy(r => r.Rule.Name).Select(g => g.Last())];
        return new()
        {
            Seed = seed,
            Customers = customers,
            Coverage = new(Is(0.1) ? At(0, 6) : null, Is(0.25) ? At(8, Days) : null, TimeSpan.Zero),
            Policy = Policy(),
            Silences = [.. Enumerable.Range(0, Of(0, 0, 1, 2)).Select(i => Silence($"s{i % 2}", customers, first))],
            AllRules = [.. first, .. second],
            FirstRules = first,
            Steps = [.. portfolio is null ? Steps(second) : Nights()],
        };
    }

    private StoryCustomer Customer(string id)
    {
        var found = new StoryCustomer(id, Of(Story.Start, At(0, 5)));
        if (Is(0.15))
        {
            found.Active.Add(Recorded(found, At(10, Days), false));
        }

        found.Seats.Add(new(found.Since, found.Since, Seats()));
        Add(found.Seats, found, Of(1, 3, 5), Seats);
        Add(found.Users, found, Of(0, 2, 4), () => (double)_chance.Next(0, 20));
        Add(found.Groups, found, Of(0, 1, 2), () => portfolio is { } many ? $"g{_chance.Next(many / 4)}" : Of("g", "g", "h"));
        Add(found.Reviews, found, Of(0, 1, 3), () => At(2, Days + 4));
        Add(found.Logins, found, Of(0, 3, 6), () => Is(0.2) ? null : (double?)_chance.Next(0, 10));
        foreach (var name in (string[])["ann", "bob"])
        {
            if (name == "ann" ? Is(0.9) : Is(0.4))
            {
                var contact = $"{name}-{id}";
                var at = Is(0.9) ? found.Since : At(2, 12);
                found.Contacts.Add(new(at, at, Contact(contact, name == "ann", false)));
                if (Is(0.2))
                {
                    found.Contacts.Add(Recorded(found, At(6, Days), Contact(contact, name == "ann", Is(0.4))));
                }

                if (Is(0.9))
                {
                    found.Consents.Add(new(at, at, new(contact, false, Is(0.85) ? null : "email", null)));
                }

                foreach (var until in Enumerable.Range(0, Of(0, 0, 1, 2)).Select(_ => At(4, Days)))
                {
                    found.Consents.Add(Recorded(found, until, new StoryConsent(contact, true, Of(null, "email"), Is(0.4) ? until.AddDays(_chance.Next(1, 8)) : null)));
                }

                foreach (var i in Enumerable.Range(0, Of(0, 0, 1)))
                {
                    found.Talks.Add(Recorded(found, At(4, Days), new StoryTalk($"{name}{i}", contact, Is(0.7), null)));
                }
            }
        }

        return found;
    }

    private StoryContact Contact(string id, bool isPrimary, bool isGone) =>
        new(id, Is(0.85) ? ["email", "in-app", "call"] : Of<string[]?>(null, ["email"], []), isPrimary, isPrimary ? Personas.Champion : Of(null, Personas.ExecutiveSponsor), Of("Europe/Berlin", "Europe/Berlin", "Asia/Tokyo", null), isGone);

    private void Add<T>(List<Dated<T>> all, StoryCustomer customer, int count, Func<T> value)
    {
        for (var i = 0; i < count; i++)
        {
            var next = Recorded(customer, At(0, Days), value());
            if (next.At > customer.Since && all.TrueForAll(d => d.At != next.At))
            {
                all.Add(next);
            }
        }
    }

    // As it happens, late, or ahead.
    private Dated<T> Recorded<T>(StoryCustomer customer, DateTimeOffset at, T value)
    {
        at = at < customer.Since ? customer.Since : at;
        var ahead = at.AddHours(-_chance.Next(1, 200));
        return new(at, Is(0.6) ? at : Is(0.6) ? at.AddHours(Of(_chance.Next(1, 20), _chance.Next(1, 90))) : ahead < Story.Start ? Story.Start : ahead, value);
    }

    private InterventionPolicy Policy() => new()
    {
        UndeterminedFor = TimeSpan.FromDays(Of(2, 5, 14)),
        Calendar = Is(0.25) ? new() : null,
        Retry = new() { Delay = TimeSpan.FromHours(2), Attempts = Of(2, 3) },
        Attempts = new() { SaturatedAfter = Of(1, 2, 3), SaturationWindow = TimeSpan.FromDays(Of(5, 30)), RateWindow = TimeSpan.FromDays(Of(6, 180)) },
        Budgets = [.. Enumerable.Range(0, Of(0, 1, 2)).Select(_ => new Budget { Owner = Of(BudgetOwnerKind.Contact, BudgetOwnerKind.Customer, BudgetOwnerKind.Csm), Touches = Of(0, 1, 1, 2), Within = TimeSpan.FromDays(Of(1, 3, 7)), Channel = Of(null, null, "email") }).DistinctBy(b => (b.Owner, b.Within, b.Channel))],
        Inhibitions = Is(0.3) ? [new() { BySeverity = CaseSeverity.Severe, BelowSeverity = CaseSeverity.Severe }] : [],
    };

    private Silence Silence(string id, StoryCustomer[] customers, StoryRule[] rules)
    {
        var from = At(3, Days - 4);
        return new(id, from, from.AddHours(_chance.Next(1, 150)), "holidays")
        {
            RecordedAt = from.AddHours(_chance.Next(-60, 40)),
            CustomerId = Is(0.4) ? Of(customers).Id : null,
            Segment = Is(0.2) ? Of("enterprise", "self") : null,
            Rule = Is(0.3) ? Of(rules).Rule.Name : null,
        };
    }

    private IEnumerable<StoryStep> Steps(StoryRule[] second)
    {
        var at = Story.Start;
        var switched = false;
        for (var i = 0; at < Story.Start.AddDays(Days + 6); i++)
        {
            if (i > 4 && !switched && Is(0.3))
            {
                switched = true;
                yield return new StoryStep.Rules(at, second);
            }

            // On the grid, or at any time; often, or after a long while.
            at = at.AddMinutes(Is(0.7) ? _chance.Next(60, 2000) : _chance.Next(2000, 12_000));
            at = Is(0.2) ? new DateTimeOffset(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) : at;
            yield return new StoryStep.Cycle(at, i > 0 && Is(0.7));
            if (Is(0.7))
            {
                at = Is(0.5) ? at : at.AddMinutes(_chance.Next(1, 500));
                yield return new StoryStep.Deliver(at, Is(0.5));
            }

            if (Is(0.2))
            {
                var answered = at.AddMinutes(_chance.Next(0, 600));
                yield return new StoryStep.Answer(answered, answered.AddMinutes(Is(0.6) ? 0 : _chance.Next(0, 3000)), Is(0.5));
            }
        }
    }

    private IEnumerable<StoryStep> Nights()
    {
        for (var day = 0; day < Days + 6; day++)
        {
            var night = Story.Start.AddDays(day).AddHours(2);
            yield return new StoryStep.Cycle(night, day > 0 && Is(0.9));
            var morning = night.AddHours(Of(0, 4, 7, 10));
            yield return new StoryStep.Deliver(morning, true);
            yield return new StoryStep.Answer(morning.AddHours(_chance.Next(1, 6)), morning.AddHours(_chance.Next(6, 30)), Is(0.5));
        }
    }

    private DateTimeOffset At(int from, int to) => Is(0.5) ? Story.Start.AddHours(6 * _chance.Next(from * 4, to * 4)) : Story.Start.AddMinutes(_chance.Next(from * 1440, to * 1440));

    private double Seats() => Of(_chance.Next(0, 130), Of(5, 20, 49, 50, 52, 73, 75, 77, 95, 120));

    private bool Is(double likely) => _chance.NextDouble() < likely;

    private T Of<T>(params T[] choices) => choices[_chance.Next(choices.Length)];
}
