using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>
/// Tries any strategy over facts at a cut-off in the past: everyone active then is scored with what had happened and was
/// recorded by then, also those who are gone since, and what became of them decides. There is no look-ahead: facts that are
/// dated or were recorded after the cut-off are not seen, and a customer who had decided to leave by its day is left out.
/// </summary>
/// <remarks>
/// <para>A customer has left with its first standing notice, non-renewal or loss after the cut-off that concerns it as a whole, or
/// once every subscription of its was given up or has ended. A renewal takes a decision back; a return does not.</para>
/// <para>A decision counts from the earlier of its date and its recording: what is recorded ahead is known ahead.</para>
/// <para>Who is gone by the horizon's end without an outcome that says why is left out and counted.</para>
/// </remarks>
public static class CutOffJudge
{
    private const int AtOnce = 1000;

    /// <summary>Judges a strategy at a cut-off. The portfolio is read as a stream; what is kept of a customer is its id and, at risk, a score, a segment and a decision.</summary>
    /// <param name="scorer">Scores the portfolio as of an instant, for instance <see cref="CustomerHealth"/>.</param>
    /// <param name="sources">
    /// What became of the customers: <see cref="CustomerSources.Outcomes"/> is needed, and subscriptions where the risk set is of
    /// renewals. With <see cref="CustomerSources.Customers"/> it is also seen who was active and is missing from the scorer.
    /// </param>
    /// <param name="options">The cut-off, the horizon and who counts.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The horizon is not over when outcomes are known, or lies beyond the calendar, or a source is missing that is needed.</exception>
    /// <exception cref="InvalidOperationException">The scorer looked ahead of the cut-off or gave a score that names no customer, or a source gave a null.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<CutOffReport> JudgeAsync(IHealthScorer scorer, CustomerSources sources, CutOffOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        CutOffCheck.Inputs(sources, options);
        cancellationToken.ThrowIfCancellationRequested();
        var (tally, reader, batch) = (new CutOffTally(options), new AccountReader(sources, options), new List<HealthScore>(AtOnce));
        await foreach (var score in scorer.ScorePortfolioAsync(options.At, null, cancellationToken).ConfigureAwait(false))
        {
            CutOffCheck.Score(score, options);
            if (string.IsNullOrWhiteSpace(score.CustomerId))
            {
                tally.AddUnreadable();
            }
            else if (tally.IsNew(score.CustomerId))
            {
                batch.Add(score);
            }

            if (batch.Count == AtOnce)
            {
                await AddAsync(batch, reader, tally, cancellationToken).ConfigureAwait(false);
                batch.Clear();
            }
        }

        await AddAsync(batch, reader, tally, cancellationToken).ConfigureAwait(false);
        if (sources.Customers is not null)
        {
            await AddMissingAsync(sources.Customers.IdsAsync(cancellationToken), reader, tally, cancellationToken).ConfigureAwait(false);
        }

        return tally.Report(cancellationToken);
    }

    private static async ValueTask AddAsync(List<HealthScore> scores, AccountReader reader, CutOffTally tally, CancellationToken cancellationToken)
    {
        var records = await reader.ReadAsync([.. scores.Select(s => s.CustomerId!)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < scores.Count; i++)
        {
            tally.Add(scores[i], RiskDecision.Of(records[i], tally.Options));
        }
    }

    // Whoever was active then and is not in the scorer's portfolio, for instance because its row was deleted with it.
    private static async ValueTask AddMissingAsync(IAsyncEnumerable<string> ids, AccountReader reader, CutOffTally tally, CancellationToken cancellationToken)
    {
        var batch = new List<string>();
        await foreach (var id in ids.ConfigureAwait(false))
        {
            if (!tally.Has(id))
            {
                batch.Add(id);
            }

            if (batch.Count == AtOnce)
            {
                await FlushAsync().ConfigureAwait(false);
            }
        }

        await FlushAsync().ConfigureAwait(false);

        async ValueTask FlushAsync()
        {
            foreach (var record in await reader.ReadAsync(batch, cancellationToken).ConfigureAwait(false))
            {
                if (record.At(tally.Options.At, tally.Options.At).Version is { IsActive: true } && tally.IsNew(record.CustomerId))
                {
                    tally.AddMissing(RiskDecision.Of(record, tally.Options));
                }
            }

            batch.Clear();
        }
    }
}
