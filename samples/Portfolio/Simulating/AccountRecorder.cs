using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Takes down what becomes known of one account; what would happen after the end of the simulation is left out.</summary>
internal sealed class AccountRecorder(AccountProfile profile, int days)
{
    private readonly List<Customer> _versions = [];
    private readonly List<Trait> _traits = [];
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<Outcome> _outcomes = [];
    private readonly List<Ownership> _ownerships = [];
    private readonly List<Signal> _signals = [];
    private readonly DateTimeOffset _end = Calendar.At(days);

    public int Days => days;

    public void Add(Customer version) => Add(_versions, version, version.EffectiveAt);

    public void Add(Trait trait) => Add(_traits, trait, trait.EffectiveAt);

    public void Add(Subscription version) => Add(_subscriptions, version, version.EffectiveAt);

    public void Add(Outcome outcome) => Add(_outcomes, outcome, outcome.DecidedAt);

    public void Add(Ownership ownership) => Add(_ownerships, ownership, ownership.EffectiveAt);

    public void Add(Signal signal) => Add(_signals, signal, signal.OccurredAt);

    /// <summary>All of it in the order of time, signals with ids by that order.</summary>
    public SimulatedAccount Finish(IReadOnlyList<Life> lives) => new(profile, lives)
    {
        Versions = [.. _versions.OrderBy(v => v.EffectiveAt)],
        Traits = [.. _traits.OrderBy(t => t.EffectiveAt)],
        Subscriptions = [.. _subscriptions.OrderBy(s => s.EffectiveAt)],
        Outcomes = [.. _outcomes.OrderBy(o => o.DecidedAt)],
        Ownerships = [.. _ownerships.OrderBy(o => o.EffectiveAt)],
        Signals = [.. _signals.OrderBy(s => s.OccurredAt).Select((s, i) => s with { Id = FormattableString.Invariant($"{profile.Id}-{i + 1}") })],
    };

    private void Add<T>(List<T> list, T record, DateTimeOffset at)
    {
        // Midnight of the end belongs to it: what holds from then on is known as of then.
        if (at <= _end)
            list.Add(record);
    }
}
