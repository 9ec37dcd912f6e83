using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Benchmarks.Plans;

/// <summary>A plan of 12 milestones and 40 accountabilities, and 400 events of it in random order: evidence, some of it taken back, claims, excuses and disputes.</summary>
internal static class PlanWorkload
{
    public const int Events = 400;

    private const int Milestones = 12;
    private const int Accountabilities = 40;

    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset AsOf { get; } = Start.AddDays(150);

    public static SuccessPlan Plan()
    {
        var random = new Random(1);
        var items = new List<PlanItem>();
        for (var i = 0; i < Milestones + Accountabilities; i++)
        {
            string[] after = [.. items.TakeLast(12).Where(_ => random.Next(5) == 0).Select(p => p.Id)];
            var due = items.Where(p => after.Contains(p.Id)).Select(p => p.DueDay).DefaultIfEmpty(0).Max() + random.Next(1, 15);
            items.Add(i % 13 is 4 or 8 or 12
                ? new Milestone { Id = $"m{i}", DueDay = due, After = after, Weight = random.Next(1, 5) }
                : new Accountability { Id = $"a{i}", DueDay = due, After = after, Party = (PlanParty)random.Next(2) });
        }

        var template = PlanTemplate.Of("onboarding", new() { Milestones = [.. items.OfType<Milestone>()], Accountabilities = [.. items.OfType<Accountability>()] });
        return template.Content.Milestones.Count == Milestones && template.Content.Accountabilities.Count == Accountabilities
            ? template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), DateOnly.FromDateTime(Start.DateTime), "Europe/Berlin"))
            : throw new InvalidOperationException("The plan has not the size that is said.");
    }

    public static PlanEvent[] EventsOf(SuccessPlan plan, int seed)
    {
        var random = new Random(seed);
        PlanItem[] items = [.. plan.Content.Items];
        var events = new PlanEvent[Events];
        for (var i = 0; i < Events; i++)
        {
            var (id, at, item) = ($"e{i}", Start.AddMinutes(random.Next(150 * 1440)), items[random.Next(items.Length)]);
            events[i] = random.Next(12) switch
            {
                0 => new EventTakenBack(id, "plan", "acme", at, $"e{random.Next(Events)}", "ann", "a mistake"),
                1 when item is Accountability => new AccountabilityExcused(id, "plan", "acme", at, item.Id, "ann", "a strike"),
                2 when item is Milestone => new OutcomeClaimed(id, "plan", "acme", at, item.Id, "csm"),
                3 => EvidenceGiven.Attested(id, "plan", "acme", at, item.Id, "bob"),
                _ => EvidenceGiven.Happened(id, "plan", "acme", at, item.Id),
            };
        }

        random.Shuffle(events);
        return events;
    }
}
