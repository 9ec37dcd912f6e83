using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Proof;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>One account as of the date: its score, which way it is going, what it pays, and whether it has said that it leaves.</summary>
internal sealed record ScoredAccount(HealthScore Score, TrendDirection Trend, decimal Revenue, bool IsLeaving)
{
    public string Id => Score.CustomerId!;

    public string? Segment => Score.Segment;
}

/// <summary>Who left one segment for another; null for not being a customer.</summary>
internal sealed record SegmentMove(string? Left, string? Entered, IReadOnlyList<string> Customers);

/// <summary>Everything that is shown of a simulated portfolio as of a date, as known then.</summary>
internal sealed class SignalPortfolio
{
    public const int MonthDays = 30;
    public const int CutOffDays = 180;

    // What a score needs: a window of 28 days of signals.
    private const int FewestDays = 28;

    public required SimulationOptions Options { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The active customers, by id.</summary>
    public required IReadOnlyList<ScoredAccount> Accounts { get; init; }

    /// <summary>What happened to segments in the last 30 days, the most frequent first.</summary>
    public required IReadOnlyList<SegmentMove> Moves { get; init; }

    /// <summary>The score tried 180 days earlier; null where there were too few signals then.</summary>
    public required CutOffReport? Judged { get; init; }

    /// <summary>Those in the lowest band who have not said that they leave, the largest revenue first.</summary>
    public IEnumerable<ScoredAccount> ToLookAt => Accounts
        .Where(a => a.Score.BandIndex == 0 && !a.IsLeaving)
        .OrderByDescending(a => a.Revenue).ThenBy(a => a.Id, StringComparer.Ordinal);

    /// <summary>How health is formed.</summary>
    public required SignalHealth How { get; init; }

    public static SignalPortfolio Of(Simulation simulation, DateTimeOffset asOf, SignalHealth how)
    {
        var health = how.Over(simulation.Sources);
        var at = new ScoreInstant(asOf);
        return new SignalPortfolio
        {
            How = how,
            Options = simulation.Options,
            AsOf = asOf,
            Accounts = [.. health.ScorePortfolioAsync(at).ToBlockingEnumerable().Select(s => AccountOf(health, s, at)).OrderBy(a => a.Id, StringComparer.Ordinal)],
            Moves = MovesOf(health.SegmentChangesAsync(asOf.AddDays(-MonthDays), asOf).ToBlockingEnumerable()),
            Judged = JudgedAt(health, simulation, asOf, how.Card.Bands),
        };
    }

    private static ScoredAccount AccountOf(CustomerHealth health, HealthScore score, ScoreInstant at)
    {
        var trend = health.TrendAsync(score.CustomerId!, at).AsTask().GetAwaiter().GetResult();
        var account = health.FactsAsync(score.CustomerId!, at).AsTask().GetAwaiter().GetResult()!.Account;
        var running = account.Subscriptions!.Where(s => s.IsRunning(at.AsOf)).ToList();
        return new(
            score,
            trend!.Direction,
            account.AnnualRevenue() is { IsKnown: true, Value: var revenue } ? revenue.Amount : 0,
            running.Count > 0 && running.All(s => s.End is not null));
    }

    private static List<SegmentMove> MovesOf(IEnumerable<SegmentChange> changes) =>
        [.. changes.GroupBy(c => (c.Left, c.Entered))
            .Select(g => new SegmentMove(g.Key.Left, g.Key.Entered, [.. g.Select(c => c.CustomerId).Distinct().Order(StringComparer.Ordinal)]))
            .OrderByDescending(m => m.Customers.Count).ThenBy(m => m.Left, StringComparer.Ordinal).ThenBy(m => m.Entered, StringComparer.Ordinal)];

    private static CutOffReport? JudgedAt(CustomerHealth health, Simulation simulation, DateTimeOffset asOf, HealthBands bands)
    {
        var cutOff = asOf.AddDays(-CutOffDays);
        if (cutOff < SimulationOptions.Start.AddDays(FewestDays))
            return null;
        var options = new CutOffOptions
        {
            At = cutOff,
            OutcomesKnownAt = asOf,
            Horizon = TimeSpan.FromDays(CutOffDays),
            Judge = new JudgeOptions { Bands = bands },
        };
        return CutOffJudge.JudgeAsync(health, simulation.Sources, options).GetAwaiter().GetResult();
    }
}
