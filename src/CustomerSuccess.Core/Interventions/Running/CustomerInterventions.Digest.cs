namespace CustomerSuccess.Interventions;

/// <content>Digests.</content>
public sealed partial class CustomerInterventions
{
    /// <summary>What became known in a time at the customers of one owner, and what waits for them at its end.</summary>
    /// <param name="ownerId">The owner; null for customers whom nobody owns, or of whom that is not known.</param>
    /// <param name="from">From when, inclusive.</param>
    /// <param name="to">Until when, exclusive; not before <paramref name="from"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">It ends before it begins, or the id is empty.</exception>
    public async Task<InterventionDigest> DigestOfAsync(string? ownerId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        if (ownerId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(ownerId);
        }

        return (await TallyAsync(from, to, cancellationToken).ConfigureAwait(false)).DigestOf(ownerId);
    }

    /// <summary>The digests of everyone who has one, by owner in ordinal order; that of customers whom nobody owns first.</summary>
    /// <param name="from">From when, inclusive.</param>
    /// <param name="to">Until when, exclusive; not before <paramref name="from"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public async Task<IReadOnlyList<InterventionDigest>> DigestsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        (await TallyAsync(from, to, cancellationToken).ConfigureAwait(false)).All();

    private async ValueTask<DigestTally> TallyAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        (from, to) = (from.ToUniversalTime(), to.ToUniversalTime());
        if (to < from)
        {
            throw new ArgumentException($"The digest ends {NumberText.Instant(to)}, before it begins {NumberText.Instant(from)}.", nameof(to));
        }

        var (tally, ids) = (new DigestTally(from, to), new List<string>());
        await foreach (var id in _health.IdsAsync(cancellationToken).ConfigureAwait(false))
        {
            ids.Add(id);
        }

        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(CustomersAtOnce))
        {
            var logs = (await _store.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)).Where(l => l.Events.Count > 0).ToDictionary(l => l.CustomerId, StringComparer.Ordinal);

            // Only what opened no case does not say who owned the customer.
            string[] silent = [.. logs.Values.Where(l => l.Events.Any(e => e is OccurrenceSuppressed && e.KnownAt >= from && e.KnownAt < to)).Select(l => l.CustomerId)];
            var owners = new Dictionary<string, Func<DateTimeOffset, string?>>(StringComparer.Ordinal);
            await foreach (var (customer, history) in _health.WorkAsync<(string Customer, Health.CustomerHistory? History)>(silent, to, h => [(h.CustomerId, h)], (customer, _) => [(customer, null)], cancellationToken).ConfigureAwait(false))
            {
                owners[customer] = at => history?.Records.At(at, to).Owner().OrElse(null);
            }

            foreach (var log in logs.Values.OrderBy(l => l.CustomerId, StringComparer.Ordinal))
            {
                tally.Add(log, owners.GetValueOrDefault(log.CustomerId, static _ => null));
            }
        }

        return tally;
    }
}
