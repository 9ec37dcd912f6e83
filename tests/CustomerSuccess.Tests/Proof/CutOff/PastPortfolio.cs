using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>A small host with a past: customers whose trait <c>score</c> is their score, each with a renewal due 90 days after the cut-off.</summary>
internal sealed class PastPortfolio
{
    /// <summary>The trait as it is; a trait below 0 is a strategy that fails.</summary>
    private static readonly IHealthScoreStrategy AsStated = HealthStrategies.From("as stated", context => context.Facts.Number("score") switch
    {
        { IsKnown: false } unknown => HealthResult.Unknown(unknown.Causes),
        { Value: < 0 } => throw new InvalidOperationException("below zero"),
        var score => HealthResult.Of(score.Value),
    }, "1");

    public AccountLog Accounts { get; } = new();

    public CustomerSources Sources => CustomerSources.InMemory(Accounts);

    public CustomerHealth Health(Action<CustomerHealthBuilder>? more = null) => CustomerHealth.Of(Sources, h =>
    {
        h.Trait("score", TraitKind.Number).ScoredBy("as stated", AsStated);
        more?.Invoke(h);
    });

    /// <summary>Adds a customer since 5 days before the cut-off, so that no long history is gone through.</summary>
    public PastPortfolio With(string id, double? score, params (OutcomeKind Kind, double Day)[] outcomes)
    {
        Accounts.Add(Version(-5, id: id)).Add(Runs(id, start: -5, renews: 90, customer: id));
        if (score is { } known)
        {
            Accounts.Add(new Trait(id, "score", TraitValue.Of(known), Day(-5)));
        }

        foreach (var (kind, day) in outcomes)
        {
            Accounts.Add(Outcome(kind, day, customer: id));
        }

        return this;
    }

    /// <summary>Adds so many who left on day 30 and so many who stayed, with scores from <see cref="Tables"/>.</summary>
    public PastPortfolio WithMany(int left, int stayed, double effect)
    {
        var (scores, outcomes) = Tables.Customers(left, stayed, effect);
        for (var i = 0; i < scores.Count; i++)
        {
            With(scores[i].CustomerId, scores[i].Score, outcomes[i].Churned ? [(OutcomeKind.NoticeGiven, 30)] : []);
        }

        return this;
    }

    public Task<CutOffReport> JudgeAsync(CutOffOptions? options = null, CancellationToken cancellationToken = default) =>
        CutOffJudge.JudgeAsync(Health(), Sources, options ?? Options(), cancellationToken);
}
