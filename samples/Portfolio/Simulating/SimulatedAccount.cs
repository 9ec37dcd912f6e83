using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Everything that is recorded of one simulated account, each list by the instant from which it holds, and what nobody sees.</summary>
public sealed class SimulatedAccount
{
    private readonly IReadOnlyList<Life> _lives;

    internal SimulatedAccount(AccountProfile profile, IReadOnlyList<Life> lives) => (Id, _lives) = (profile.Id, lives);

    public string Id { get; }

    internal IReadOnlyList<Life> Lives => _lives;

    public required IReadOnlyList<Customer> Versions { get; init; }

    public required IReadOnlyList<Trait> Traits { get; init; }

    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    public required IReadOnlyList<Ownership> Ownerships { get; init; }

    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>What the product is worth to the account at an instant: no source gives it. Null while it is no customer.</summary>
    public double? LatentValueAt(DateTimeOffset instant)
    {
        var day = Calendar.DayOf(instant);
        return _lives.FirstOrDefault(l => l.FirstDay <= day && !(l.EndDay <= day))?.Value.At(day);
    }

    /// <summary>Adds all of it to logs.</summary>
    public void AddTo(AccountLog accounts, SignalLog signals)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(signals);
        foreach (var version in Versions)
            accounts.Add(version);
        foreach (var trait in Traits)
            accounts.Add(trait);
        foreach (var subscription in Subscriptions)
            accounts.Add(subscription);
        foreach (var outcome in Outcomes)
            accounts.Add(outcome);
        foreach (var ownership in Ownerships)
            accounts.Add(ownership);
        signals.AppendAll(Signals);
    }
}
