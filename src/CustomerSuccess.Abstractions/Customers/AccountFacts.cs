namespace CustomerSuccess.Customers;

/// <summary>
/// What a customer is as of an instant, as known at an instant: its version, traits, subscriptions, outcomes, owners and the
/// accounts below it. Immutable and safe to share between threads.
/// </summary>
public sealed class AccountFacts : FactsPart
{
    private readonly AccountRecords _records;
    private readonly DateTimeOffset _asOf;
    private readonly DateTimeOffset _knownAt;

    // Made when it is first asked for; two threads that ask at once make the same.
    private IReadOnlyList<string>? _below;
    private IReadOnlyList<Subscription>? _subscriptions;

    internal AccountFacts(AccountRecords records, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        (_records, _asOf, _knownAt) = (records, asOf, knownAt);
        Version = records.Versions?.InForce(asOf, knownAt);
        Since = SinceOf(records.Versions, asOf, knownAt);
    }

    /// <inheritdoc />
    public override string Name => "customer";

    /// <summary>The version in force; null where there is none yet, or the host names no customers.</summary>
    public Customer? Version { get; }

    /// <summary>Since when there is such a customer, UTC; null where that is not known.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>The outcomes that are visible, by decision date.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. Visible(_records.Outcomes)];

    /// <summary>The entries that say who owned the customer, in every role, hand-overs included, by when they took effect.</summary>
    public IReadOnlyList<Ownership> Ownerships => [.. Visible(_records.Ownerships)];

    /// <summary>The version in force of each subscription, by id, whether it runs or not; null where the host gives none.</summary>
    public IReadOnlyList<Subscription>? Subscriptions => _records.Subscriptions is null ? null : _subscriptions ??=
        [.. _records.Subscriptions.GroupBy(s => s.Id, StringComparer.Ordinal).Select(g => g.InForce(_asOf, _knownAt)).OfType<Subscription>().OrderBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>The customers below this one, at any depth, as the tree stands, without this one, in ordinal order.</summary>
    public IReadOnlyList<string> Below => _below ??= FindBelow();

    /// <summary>The recurring revenue a year of the subscriptions that run. Unknown where the host gives no subscriptions, where one that runs has no revenue, and where currencies differ.</summary>
    public Reading<Money> AnnualRevenue()
    {
        if (Subscriptions is not { } all)
        {
            return Unknown<Money>("annual revenue", "no subscriptions are given");
        }

        var running = all.Where(s => s.IsRunning(_asOf)).ToArray();
        if (Array.Find(running, s => s.AnnualRevenue is null) is { } silent)
        {
            return Unknown<Money>("annual revenue", $"subscription '{silent.Id}' has no revenue");
        }

        var currencies = running.Select(s => s.AnnualRevenue!.Value.Currency).Distinct().Order(StringComparer.Ordinal).ToArray();
        return currencies.Length > 1 ? Unknown<Money>("annual revenue", $"it is in {string.Join(" and ", currencies)}")
            : running.Length == 0 ? Unknown<Money>("annual revenue", "no subscription runs")
            : Reading.Known(Money.Sum(running.Select(s => s.AnnualRevenue!.Value))!.Value);
    }

    /// <summary>The owner in a role, <c>csm</c> unless stated. Unknown where none was ever named; a known null from when nobody owns the customer.</summary>
    public Reading<string?> Owner(string role = "csm") =>
        _records.Ownerships.Where(o => string.Equals(o.Role, role, StringComparison.Ordinal)).InForce(_asOf, _knownAt) is { } owner
            ? Reading.Known(owner.OwnerId)
            : Unknown<string?>($"owner {role}", null);

    /// <summary>A trait. Unknown (not given) where it was never supplied; a known null is a value.</summary>
    public Reading<TraitValue> Trait(string name) => InForce(name) is { } trait ? Reading.Known(trait.Value) : Unknown<TraitValue>(name, null);

    /// <summary>A trait that is a number. A known null, and a trait of another kind, are unknown as a number, with that reason.</summary>
    public Reading<double> Number(string name) => As(name, TraitKind.Number, v => v.AsNumber());

    /// <summary>A trait that is a text.</summary>
    public Reading<string> Text(string name) => As(name, TraitKind.Text, v => v.AsText());

    /// <summary>A trait that is a yes or no.</summary>
    public Reading<bool> Flag(string name) => As(name, TraitKind.Flag, v => v.AsFlag());

    /// <summary>A trait that is an instant.</summary>
    public Reading<DateTimeOffset> Instant(string name) => As(name, TraitKind.Instant, v => v.AsInstant());

    /// <summary>A trait that is money.</summary>
    public Reading<Money> Amount(string name) => As(name, TraitKind.Money, v => v.AsMoney());

    /// <summary>How long a trait has had its present value's entry, as of the instant.</summary>
    public Reading<TimeSpan> Age(string name) => InForce(name) is { } trait ? Reading.Known(_asOf - trait.EffectiveAt) : Unknown<TimeSpan>(name, null);

    /// <summary>When, after the instant of the facts, a trait takes another entry that is recorded already; null for never.</summary>
    public DateTimeOffset? TraitUntil(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var traits = _records.Traits;
        DateTimeOffset? first = null;
        for (var i = 0; i < traits.Count; i++)
        {
            var trait = traits[i];
            if (trait.Name == name && trait.RecordedAt <= _knownAt && trait.EffectiveAt > _asOf && !(trait.EffectiveAt >= first))
            {
                first = trait.EffectiveAt;
            }
        }

        return first;
    }

    /// <summary>When any trait takes another entry that is recorded already; null for never.</summary>
    public DateTimeOffset? TraitsUntil() => Next(_records.Traits);

    /// <summary>When another version of the customer takes effect that is recorded already; null for never.</summary>
    public DateTimeOffset? VersionUntil() => Next(_records.Versions ?? []);

    /// <summary>When, as far as it is recorded, a subscription next starts, ends, is to be renewed or has another version; null for never.</summary>
    public DateTimeOffset? SubscriptionsUntil() => Earliest(Next(_records.Subscriptions ?? []), (Subscriptions ?? []).SelectMany(s => (DateTimeOffset?[])[s.Start, s.End, s.RenewsAt]));

    /// <summary>When the tree of accounts below may next be another, as far as it is recorded; null for never.</summary>
    public DateTimeOffset? BelowUntil() => Next(_records.Below);

    /// <inheritdoc />
    protected internal override FactsPart MovedTo(CustomerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new AccountFacts(_records, later.AsOf, _knownAt);
    }

    /// <inheritdoc />
    protected internal override FactsPart RewoundTo(CustomerFacts earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new AccountFacts(_records, earlier.AsOf, _knownAt);
    }

    private DateTimeOffset? Next(IEnumerable<IDated> records) =>
        Earliest(null, records.Where(r => r.RecordedAt <= _knownAt).Select(r => (DateTimeOffset?)r.EffectiveAt));

    private DateTimeOffset? Earliest(DateTimeOffset? first, IEnumerable<DateTimeOffset?> instants)
    {
        foreach (var instant in instants)
        {
            first = instant > _asOf && !(instant >= first) ? instant : first;
        }

        return first;
    }

    private IEnumerable<T> Visible<T>(IEnumerable<T> facts)
        where T : class, IDated, IToldApart =>
        facts.Where(f => f.IsVisible(_asOf, _knownAt)).Order<T>(ToldApart.InTime);

    private static Reading<T> Unknown<T>(string name, string? detail) => Reading.Unknown<T>(new UnknownCause(name, UnknownKind.NotGiven, detail));

    private Trait? InForce(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var traits = _records.Traits;
        Trait? latest = null;
        for (var i = 0; i < traits.Count; i++)
        {
            latest = traits[i] is var trait && trait.Name == name ? Dated.Later(latest, trait, _asOf, _knownAt) : latest;
        }

        return latest;
    }

    private Reading<T> As<T>(string name, TraitKind kind, Func<TraitValue, T> read) =>
        InForce(name) is not { } trait ? Unknown<T>(name, null)
        : trait.Value.Kind == kind ? Reading.Known(read(trait.Value))
        : Unknown<T>(name, trait.Value.Kind == TraitKind.Null ? "known to be null" : $"it is {trait.Value.Kind}, not {kind}");

    private static DateTimeOffset? SinceOf(IReadOnlyList<Customer>? versions, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        DateTimeOffset? first = null;
        for (var i = 0; i < versions?.Count; i++)
        {
            first = versions[i].IsVisible(asOf, knownAt) && !(versions[i].EffectiveAt >= first) ? versions[i].EffectiveAt : first;
        }

        return first;
    }

    // A version counts where it is in force; a parent that names itself through others does not loop.
    private IReadOnlyList<string> FindBelow()
    {
        if (_records.Below.Count == 0)
        {
            return [];
        }

        var children = _records.Below.GroupBy(c => c.Id, StringComparer.Ordinal)
            .Select(g => g.InForce(_asOf, _knownAt)).OfType<Customer>()
            .Where(c => c.ParentId is not null).ToLookup(c => c.ParentId!, c => c.Id, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal) { _records.CustomerId };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in children[parent].Where(found.Add))
            {
                open.Enqueue(child);
            }
        }

        return [.. found.Where(id => id != _records.CustomerId).Order(StringComparer.Ordinal)];
    }
}
