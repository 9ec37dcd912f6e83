using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Tests.SuccessPlans;

/// <summary>Plans for tests: day 0 is 5 January 2026 in UTC, unless a test states another.</summary>
internal static class Planned
{
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static Accountability Owes(string id, PlanParty party, int due, params string[] after) => new() { Id = id, Party = party, DueDay = due, After = after };

    public static Accountability OfCustomer(string id, int due, params string[] after) => Owes(id, PlanParty.Customer, due, after);

    public static Accountability OfVendor(string id, int due, params string[] after) => Owes(id, PlanParty.Vendor, due, after);

    public static Milestone Reach(string id, int due, params string[] after) => new() { Id = id, DueDay = due, After = after };

    public static SuccessPlan Plan(PlanContent content, params PlanChange[] changes)
    {
        var template = PlanTemplate.Of("onboarding", content);
        return template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), DateOnly.FromDateTime(Start.DateTime), "UTC", null, changes));
    }

    public static SuccessPlan Plan(Milestone milestone, params Accountability[] accountabilities) => Plan(new PlanContent { Milestones = [milestone], Accountabilities = accountabilities });

    /// <summary>The instant of noon on a day of the plan.</summary>
    public static DateTimeOffset Day(int day) => Start.AddDays(day).AddHours(12);

    public static EvidenceGiven Done(string item, int day, int? recorded = null) =>
        EvidenceGiven.Happened($"{item} on {day}", "plan", "acme", Day(day), item) with { RecordedAt = Day(recorded ?? day) };

    public static PlanState On(this SuccessPlan plan, int day, params PlanEvent[] events) => plan.At(new CustomerFacts("acme", Day(day)), events);
}
