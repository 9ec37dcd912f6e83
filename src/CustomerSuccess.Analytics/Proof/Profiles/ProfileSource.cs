using CustomerSuccess.Customers;
using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>
/// Reads the traits of customers at their start and what became of them, from the host's sources. The start is since when there is such a
/// customer. A customer is decided once the horizon after its start is over: who left within it has churned, who did not has stayed.
/// Involuntary losses, and those that no outcome explains, are undecided. Immutable.
/// </summary>
public sealed class ProfileSource
{
    private const int Batch = 256;

    private readonly IReadOnlyList<string> _traits = [];
    private readonly TimeSpan _horizon = TimeSpan.FromDays(365);
    private readonly TimeSpan _traitsWithin;

    /// <summary>The traits that count; at least one.</summary>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public required IReadOnlyList<string> Traits
    {
        get => _traits;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _traits = value.Count > 0 && !value.Any(string.IsNullOrWhiteSpace) ? Array.AsReadOnly([.. value]) : throw new ArgumentException("State the traits that count, by name.", nameof(value));
        }
    }

    /// <summary>The instant at which outcomes are known, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How long after its start a customer is watched, 1 to 36,525 whole days; 365 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public TimeSpan Horizon { get => _horizon; init => _horizon = new CutOffOptions { At = default, OutcomesKnownAt = default, Horizon = value }.Horizon; }

    /// <summary>How long after the start a trait may be recorded and still count as one at the start, 0 or more; 0 unless stated. What is learned later may follow from what becomes of the customer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan TraitsWithin
    {
        get => _traitsWithin;
        init => _traitsWithin = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(JudgeOptions.LongestHorizonDays) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Traits count within a time of 0 or more after the start.");
    }

    /// <summary>Reads every customer, as a stream, in the order of the source.</summary>
    /// <exception cref="ArgumentException">No source names the customers.</exception>
    public async IAsyncEnumerable<ProfiledCustomer> ReadAsync(CustomerSources sources, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var customers = sources.Customers ?? throw new ArgumentException("Nothing names the customers and says since when they are. Give an ICustomerSource.", nameof(sources));
        var next = new List<string>(Batch);
        await foreach (var id in customers.IdsAsync(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            next.Add(id);
            if (next.Count == Batch)
            {
                foreach (var customer in await ReadAsync(sources, next, cancellationToken).ConfigureAwait(false))
                {
                    yield return customer;
                }

                next = new(Batch);
            }
        }

        foreach (var customer in next.Count == 0 ? [] : await ReadAsync(sources, next, cancellationToken).ConfigureAwait(false))
        {
            yield return customer;
        }
    }

    private async ValueTask<List<ProfiledCustomer>> ReadAsync(CustomerSources sources, List<string> ids, CancellationToken cancellationToken)
    {
        var records = await new AccountReader(sources, Options(AsOf - _horizon)).ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        var traits = new List<Trait>();
        await foreach (var trait in (sources.Traits?.ReadAsync(new FactQuery { CustomerIds = ids, AsOf = AsOf }, cancellationToken) ?? AsyncEnumerable.Empty<Trait>()).ConfigureAwait(false))
        {
            traits.Add(trait);
        }

        var ofCustomer = traits.ToLookup(t => t.CustomerId, StringComparer.Ordinal);
        return [.. records.Select(r => Profiled(r, [.. ofCustomer[r.CustomerId]])).OfType<ProfiledCustomer>()];
    }

    // Null of a customer that is not one yet.
    private ProfiledCustomer? Profiled(AccountRecords records, Trait[] traits)
    {
        if (records.At(AsOf, AsOf).Since is not { } start)
        {
            return null;
        }

        var isOver = start <= AsOf - _horizon;
        var fate = !isOver ? CustomerFate.Undecided : RiskDecision.Of(records, Options(start)).Outcome switch
        {
            RiskOutcome.Stayed => CustomerFate.Retained,
            RiskOutcome.Left => CustomerFate.Churned,
            _ => CustomerFate.Undecided,
        };
        var known = start + _traitsWithin;
        return new(records.CustomerId, ProfiledCustomer.Known(new AccountRecords { CustomerId = records.CustomerId, Traits = traits }.At(known, known), _traits), fate);
    }

    private CutOffOptions Options(DateTimeOffset start) => new() { At = start, OutcomesKnownAt = AsOf, Horizon = _horizon, RiskSet = RiskSet.AllActive };
}
