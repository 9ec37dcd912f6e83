using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>
/// Everything that was read of one customer, from which its facts are formed as of any instant up to the one it was read for,
/// without asking a source again. Immutable and safe to share between threads.
/// </summary>
/// <param name="records">What is known of the account.</param>
/// <param name="own">Its signals; null where there is no source of signals.</param>
/// <param name="below">The signals of those below it; null where nobody read who stands below whom.</param>
/// <param name="measures">Measures compiled against the source's coverage.</param>
/// <param name="conflicts">Signals that were left out.</param>
/// <param name="contacts">What is known of its contacts; null where there is no source of anything about them.</param>
/// <param name="plans">What is recorded of its plans; null where there is no source of them.</param>
internal sealed partial class CustomerHistory(
    AccountRecords records,
    NamedSeries[]? own,
    IReadOnlyDictionary<string, NamedSeries[]>? below,
    MeasureCache measures,
    SignalConflict[] conflicts,
    ContactRecords? contacts = null,
    PlanRecords? plans = null)
{
    private readonly Lock _lock = new();
    private (IReadOnlyList<string> Below, SignalTree Tree)? _last;

    public string CustomerId => records.CustomerId;

    public AccountRecords Records => records;

    /// <summary>What is recorded of its plans; null where there is no source of them. They are frozen after segments.</summary>
    public PlanRecords? Plans => plans;

    /// <summary>The facts as of an instant, as known at an instant: the account, its signals and its contacts.</summary>
    public CustomerFacts At(DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var account = records.At(asOf, knownAt);
        var facts = new CustomerFacts(CustomerId, asOf, knownAt).With(account);
        facts = own is null ? facts : facts.With(new SeriesFacts(own, Tree, measures, conflicts, facts, records.Versions is not null));
        return contacts is null ? facts : facts.With(contacts.At(asOf, knownAt));
    }

    /// <summary>
    /// When the first fact happened or, <paramref name="asLived"/>, became visible; null where there is none up to the instant.
    /// </summary>
    public DateTimeOffset? FirstFact(DateTimeOffset asOf, DateTimeOffset knownAt, bool asLived)
    {
        var first = long.MaxValue;
        void See(long occurred, long recorded)
        {
            if (occurred <= asOf.UtcTicks && recorded <= knownAt.UtcTicks)
            {
                first = Math.Min(first, asLived ? Math.Max(occurred, recorded) : occurred);
            }
        }

        foreach (var fact in (IEnumerable<IDated>)[.. records.Versions ?? [], .. records.Traits, .. records.Subscriptions ?? [], .. records.Outcomes, .. records.Ownerships, .. contacts?.All ?? [], .. plans?.All ?? []])
        {
            See(fact.EffectiveAt.Ticks, fact.RecordedAt.Ticks);
        }

        foreach (var (_, series) in own ?? [])
        {
            // Where all is recorded as it happens the first is the first.
            for (var i = 0; i < series.Count && series.Occurred[i] <= asOf.UtcTicks && series.Occurred[i] < first; i++)
            {
                See(series.Occurred[i], series.RecordedAt(i));
            }
        }

        return first == long.MaxValue ? null : new DateTimeOffset(first, TimeSpan.Zero);
    }

    // From one instant to the next a tree rarely changes: the last one is kept.
    private SignalTree? Tree(AccountFacts account)
    {
        if (below is null)
        {
            return SignalTree.NotRead;
        }

        if (below.Count == 0 || account.Below is not { Count: > 0 } ids)
        {
            return null;
        }

        lock (_lock)
        {
            if (_last is not { } last || !last.Below.SequenceEqual(ids, StringComparer.Ordinal))
            {
                _last = last = (ids, new([own!, .. ids.Select(id => below.GetValueOrDefault(id, []))]));
            }

            return last.Tree;
        }
    }
}
