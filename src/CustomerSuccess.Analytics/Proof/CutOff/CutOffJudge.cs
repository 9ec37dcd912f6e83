using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Proof;

/// <summary>
/// Tries any strategy over facts at a cut-off in the past: everyone active then is scored with what had happened and was
/// recorded by then, also those who are gone since, and what became of them decides. There is no look-ahead: facts that are
/// dated or were recorded after the cut-off are not seen.
/// </summary>
public static class CutOffJudge
{
    private const int AtOnce = 1000;

    /// <summary>Judges a strategy at a cut-off.</summary>
    /// <param name="scorer">Scores the portfolio as of an instant, for instance <see cref="CustomerHealth"/>.</param>
    /// <param name="sources">Where outcomes and subscriptions are read from; <see cref="CustomerSources.Outcomes"/> is needed, and subscriptions where the risk set is of renewals.</param>
    /// <param name="options">The cut-off, the horizon and who counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The horizon is not over when outcomes are known, or there is no source of outcomes.</exception>
    public static async Task<CutOffReport> JudgeAsync(IHealthScorer scorer, CustomerSources sources, CutOffOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        Check(sources, options);
        var tally = new CutOffTally(options);
        var batch = new List<HealthScore>(AtOnce);
        await foreach (var score in scorer.ScorePortfolioAsync(options.At, null, cancellationToken).ConfigureAwait(false))
        {
            batch.Add(score);
            if (batch.Count == AtOnce)
            {
                await AddAsync(batch, sources, tally, cancellationToken).ConfigureAwait(false);
                batch.Clear();
            }
        }

        await AddAsync(batch, sources, tally, cancellationToken).ConfigureAwait(false);
        return tally.Report(cancellationToken);
    }

    private static void Check(CustomerSources sources, CutOffOptions options)
    {
        if (options.OutcomesKnownAt < options.End)
        {
            throw new ArgumentException(
                $"The horizon ends at {NumberText.Instant(options.End)}, and outcomes are known at {NumberText.Instant(options.OutcomesKnownAt)}. Who has not decided yet has not stayed: wait, or take an earlier cut-off or a shorter horizon.",
                nameof(options));
        }

        if (sources.Outcomes is null)
        {
            throw new ArgumentException("There is no source of outcomes: what became of the customers is what a score is judged by.", nameof(sources));
        }

        if (options.RiskSet == RiskSet.RenewalDue && sources.Subscriptions is null)
        {
            throw new ArgumentException("There is no source of subscriptions, which tell whose renewal is due. Give one, or take RiskSet.AllActive.", nameof(sources));
        }
    }

    private static async ValueTask AddAsync(List<HealthScore> scores, CustomerSources sources, CutOffTally tally, CancellationToken cancellationToken)
    {
        var options = tally.Options;
        string[] ids = [.. scores.Select(s => s.CustomerId).OfType<string>().Distinct(StringComparer.Ordinal)];
        var query = new FactQuery { CustomerIds = ids, AsOf = options.End, KnownAt = options.OutcomesKnownAt };
        var outcomes = await ReadAsync(sources.Outcomes!.ReadAsync(query, cancellationToken)).ConfigureAwait(false);
        var subscriptions = await ReadAsync(sources.Subscriptions?.ReadAsync(query, cancellationToken)).ConfigureAwait(false);
        foreach (var score in scores)
        {
            var id = score.CustomerId ?? "";
            var records = new AccountRecords { CustomerId = id, Outcomes = [.. outcomes[id]], Subscriptions = [.. subscriptions[id]] };
            tally.Add(score, RiskDecision.Of(records.At(options.At, options.At), records.At(options.End, options.OutcomesKnownAt), options));
        }
    }

    private static async ValueTask<ILookup<string, T>> ReadAsync<T>(IAsyncEnumerable<T>? records)
        where T : IDated
    {
        var all = new List<T>();
        if (records is not null)
        {
            await foreach (var record in records.ConfigureAwait(false))
            {
                all.Add(record);
            }
        }

        return all.ToLookup(r => r.CustomerId, StringComparer.Ordinal);
    }
}
