using CustomerSuccess.Customers;
using CustomerSuccess.Proof;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Facts of the customer <c>acme</c> about a cut-off, told in days from it.</summary>
internal static class Scene
{
    public const string Acme = "acme";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Day(double days) => Start.AddDays(days);

    public static CutOffOptions Options(
        RiskSet set = RiskSet.RenewalDue, bool involuntary = false, bool partial = false, double known = 180, int horizon = 180, JudgeOptions? judge = null) => new()
        {
            At = Start,
            OutcomesKnownAt = Day(known),
            Horizon = TimeSpan.FromDays(horizon),
            RiskSet = set,
            CountInvoluntaryLoss = involuntary,
            CountPartialLoss = partial,
            Judge = judge ?? new(),
        };

    public static Outcome Notice(double day, string? of = null, double? recorded = null) => Outcome(OutcomeKind.NoticeGiven, day, of, recorded);

    public static Outcome Lost(double day, string? of = null, double? recorded = null) => Outcome(OutcomeKind.NonRenewal, day, of, recorded);

    public static Outcome Failed(double day, string? of = null) => Outcome(OutcomeKind.InvoluntaryLoss, day, of);

    public static Outcome Renewed(double day, string? of = null, double? recorded = null) => Outcome(OutcomeKind.Renewal, day, of, recorded);

    public static Outcome Returned(double day, string? of = null) => Outcome(OutcomeKind.Return, day, of);

    public static Outcome Outcome(OutcomeKind kind, double day, string? of = null, double? recorded = null, string customer = Acme) =>
        new(customer, kind, Day(day)) { SubscriptionId = of, RecordedAt = Day(recorded ?? day) };

    public static Subscription Runs(string id = "s1", double start = -400, double? renews = null, double? end = null, double? holdsFrom = null, double? recorded = null, string customer = Acme)
    {
        var from = Day(holdsFrom ?? start);
        return new(id, customer, "product", Day(start))
        {
            RenewsAt = renews is { } due ? Day(due) : null,
            End = end is { } over ? Day(over) : null,
            EffectiveAt = from,
            RecordedAt = recorded is { } known ? Day(known) : from,
        };
    }

    public static Customer Version(double from, bool active = true, string id = Acme) => new(id, Day(from)) { IsActive = active };

    /// <summary>What becomes of acme. Without a subscription the host gives none.</summary>
    public static RiskDecision Decide(CutOffOptions options, params IDated[] facts) => RiskDecision.Of(
        new AccountRecords
        {
            CustomerId = Acme,
            Versions = facts.OfType<Customer>().Any() ? [.. facts.OfType<Customer>()] : null,
            Subscriptions = facts.OfType<Subscription>().Any() ? [.. facts.OfType<Subscription>()] : null,
            Outcomes = [.. facts.OfType<Outcome>()],
        },
        options);

    public static void Becomes(RiskOutcome outcome, double day, RiskDecision decision) => Assert.Equal((outcome, Day(day)), (decision.Outcome, decision.At));
}
