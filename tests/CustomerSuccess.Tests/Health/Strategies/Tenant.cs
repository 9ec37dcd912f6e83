using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

/// <summary>A host's row.</summary>
public sealed record Tenant(string? Id, double? Logins = null, double? Nps = null, string? Plan = null, bool? Champion = null)
{
    public static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? SurveyedAt { get; init; }

    public string? Band { get; init; }

    public ManualOverride? Override { get; init; }

    public static Vocabulary<Tenant> Words { get; } = Vocabulary.For<Tenant>()
        .Number("logins", t => t.Logins)
        .Number("nps", t => t.Nps, observedAt: t => t.SurveyedAt)
        .Text("plan", t => t.Plan)
        .Flag("champion", t => t.Champion)
        .Build();

    public static Scorecard<Tenant> Card(string name = "card") => Scorecard.For<Tenant>(name)
        .IdentifiedBy(t => t.Id)
        .Measure("logins", t => t.Logins, m => m.Valid(0, 100).MoreIsBetter().Linear(0, 40).Weight(50))
        .Measure("nps", t => t.Nps, m => m.Valid(-100, 100).MoreIsBetter().Linear(-50, 50).Weight(30).ObservedAt(t => t.SurveyedAt).ExpiresAfter(TimeSpan.FromDays(90)))
        .Category("plan", t => t.Plan, m => m.Points(("free", 20), ("pro", 80)).Weight(10))
        .Flag("champion", t => t.Champion, m => m.Points(yes: 100, no: 30).Weight(10))
        .CapAt(40, t => t.Champion == false && t.Plan == "free", because: "free and nobody cares", id: "lukewarm")
        .Build();

    public HealthScoreContext Context(string? previousBand = null) =>
        new() { Facts = Words.Read(this, AsOf), AsOf = AsOf, CustomerId = Id, PreviousBand = previousBand, Override = Override };

    /// <summary>Runs a lambda as a strategy named <c>mine</c> over this row.</summary>
    public HealthScore Score(Func<HealthScoreContext, HealthResult> strategy, HealthStrategyOptions? options = null, string? previousBand = null) =>
        new StrategyRunner("mine", HealthStrategies.From("mine", strategy), options).Score(Context(previousBand));
}
