using CustomerSuccess.Health;

namespace CustomerSuccess.Aot;

/// <summary>A host's row, and the scorecard over such rows.</summary>
internal sealed record Account(string Id, string Segment, string Plan, double? Logins, double? Nps, DateTimeOffset? SurveyedAt, int Severe, bool GaveNotice)
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Account Acme = new("acme", "enterprise", "business", Logins: 14, Nps: null, SurveyedAt: null, Severe: 3, GaveNotice: false);

    public static Scorecard<Account> Scorecard() => Health.Scorecard.For<Account>("default")
        .IdentifiedBy(a => a.Id)
        .SegmentedBy(a => a.Segment)
        .Group("product", g => g.Weight(60).GeometricMean()
            .Measure("logins", a => a.Logins, m => m.Unit("per week").Valid(0, 100).MoreIsBetter()
                .Piecewise((0, 10), (5, 40), (20, 100)).Weight(3).Actionable().Version("1"))
            .Category("plan", a => a.Plan, m => m.Points(("trial", 30), ("team", 70), ("business", 100)).Actionable(effort: 2).Version("1")))
        .Group("relationship", g => g.Weight(40).WeightIn("enterprise", 80)
            .Measure("nps", a => a.Nps, m => m.MoreIsBetter().Linear(-100, 100)
                .ObservedAt(a => a.SurveyedAt).HalfLife(TimeSpan.FromDays(180)).ExpiresAfter(TimeSpan.FromDays(720)).Version("1"))
            .Measure("severe issues", a => a.Severe, m => m.LessIsBetter().Logistic(2, -1.5).Version("1")))
        .CapAt(45, m => m["severe issues"].AtLeast(3), because: "three severe issues are open", id: "severe")
        .SetBand("Red", a => a.GaveNotice, because: "the customer gave notice", priority: 1, id: "notice", version: "1")
        .Bands(yellow: 50, green: 75)
        .Build();
}
