namespace CustomerSuccess.Interventions;

/// <summary>
/// Keeps the cases: for each customer a log of events that only grows, with a version and when it is next due; and the log of cycles. The host's, or
/// one of ours. Used from several threads at once.
/// </summary>
public interface IInterventionStore
{
    /// <summary>The last cycle; null before the first.</summary>
    ValueTask<InterventionCycle?> LastCycleAsync(CancellationToken cancellationToken);

    /// <summary>Adds a cycle. The same again changes nothing; one before the last is an error.</summary>
    ValueTask AppendCycleAsync(InterventionCycle cycle, CancellationToken cancellationToken);

    /// <summary>What is kept of customers, in the order of the ids; of those that nothing is kept of, nothing with version 0.</summary>
    ValueTask<IReadOnlyList<CustomerCaseLog>> ReadAsync(IReadOnlyList<string> customerIds, CancellationToken cancellationToken);

    /// <summary>The customers that are due at an instant or before, in ordinal order.</summary>
    IAsyncEnumerable<string> DueAsync(DateTimeOffset upTo, CancellationToken cancellationToken);

    /// <summary>The customers with a touch that is reserved, started or to be tried again, due at an instant or before, in ordinal order.</summary>
    IAsyncEnumerable<string> TouchableAsync(DateTimeOffset upTo, CancellationToken cancellationToken);

    /// <summary>The open cases of correlation keys of a rule, whatever their customer.</summary>
    ValueTask<IReadOnlyList<OpenCase>> FindOpenAsync(string rule, IReadOnlyCollection<string> correlations, CancellationToken cancellationToken);

    /// <summary>The units of budgets that owners have reserved or spent at instants after one: at the attempt where there was one, at the due otherwise.</summary>
    ValueTask<IReadOnlyList<BudgetUse>> ReadUsesAsync(IReadOnlyCollection<BudgetOwner> owners, DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to a customer's log, all or nothing: nothing where the version is not the expected one, and nothing where a case would be opened whose
    /// rule and correlation key have an open one.
    /// </summary>
    ValueTask<AppendOutcome> AppendAsync(CustomerCaseChange change, CancellationToken cancellationToken);
}

/// <summary>What became of an attempt to add to a log.</summary>
public enum AppendOutcome
{
    /// <summary>It is added.</summary>
    Applied,

    /// <summary>Somebody else added to it meanwhile: read it again.</summary>
    VersionConflict,

    /// <summary>A case of that rule and correlation key is open.</summary>
    KeyConflict,
}

/// <summary>A cycle that was run. Immutable.</summary>
public sealed record InterventionCycle
{
    private readonly IReadOnlyDictionary<string, RuleActivation> _activations = new Dictionary<string, RuleActivation>();

    /// <summary>Its instant, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The content hash of rules and of everything that they read.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Since when each rule is active in its present version, by name.</summary>
    public required IReadOnlyDictionary<string, RuleActivation> Activations
    {
        get => _activations;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _activations = new Dictionary<string, RuleActivation>(value, StringComparer.Ordinal).AsReadOnly();
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"cycle at {NumberText.Instant(At)}, {ConfigurationHash[..Math.Min(12, ConfigurationHash.Length)]}";
}

/// <summary>Since when a version of a rule is active. Immutable.</summary>
/// <param name="Hash">The content hash of the version.</param>
/// <param name="Since">The cycle at which it was first there, UTC.</param>
public sealed record RuleActivation(string Hash, DateTimeOffset Since);

/// <summary>What is kept of a customer. Immutable.</summary>
public sealed class CustomerCaseLog
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The version; 0 where nothing is kept.</summary>
    public required long Version { get; init; }

    /// <summary>The last cycle at which it was evaluated, UTC; null where it never was.</summary>
    public required DateTimeOffset? EvaluatedAt { get; init; }

    /// <summary>The events, in the order in which they were added.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>The same with events added that are not kept yet.</summary>
    internal CustomerCaseLog With(IReadOnlyList<CaseEvent> more) => more.Count == 0 ? this : new() { CustomerId = CustomerId, Version = Version, EvaluatedAt = EvaluatedAt, Events = [.. Events, .. more] };
}

/// <summary>What is to be added to a customer's log. Immutable.</summary>
public sealed class CustomerCaseChange
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The version that was read.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The events; none where only the instants change, which is a version too.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>The cycle at which it was evaluated, UTC; null where it was not: the former one stays.</summary>
    public DateTimeOffset? EvaluatedAt { get; init; }

    /// <summary>When it is next due, UTC; null for never. It counts where <see cref="EvaluatedAt"/> is given; otherwise the earlier of it and the former one.</summary>
    public DateTimeOffset? NextDueAt { get; init; }
}

/// <summary>An open case, by whose customer. Immutable.</summary>
/// <param name="Key">The case.</param>
/// <param name="CustomerId">The customer.</param>
public sealed record OpenCase(CaseKey Key, string CustomerId);

/// <summary>Whose time a budget protects.</summary>
public enum BudgetOwnerKind
{
    /// <summary>A contact's, at whatever customer.</summary>
    Contact,

    /// <summary>A customer's.</summary>
    Customer,

    /// <summary>A customer success manager's: who owns the customer.</summary>
    Csm,
}

/// <summary>One whose time a budget protects.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Id">The id.</param>
public readonly record struct BudgetOwner(BudgetOwnerKind Kind, string Id) : IComparable<BudgetOwner>
{
    /// <summary>By kind, then by id, ordinally.</summary>
    public int CompareTo(BudgetOwner other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Id, other.Id);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(BudgetOwner left, BudgetOwner right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(BudgetOwner left, BudgetOwner right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another.</summary>
    public static bool operator <=(BudgetOwner left, BudgetOwner right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another.</summary>
    public static bool operator >=(BudgetOwner left, BudgetOwner right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => $"{Kind switch { BudgetOwnerKind.Contact => "contact", BudgetOwnerKind.Customer => "customer", _ => "CSM" }} '{Id}'";
}

/// <summary>A unit of a budget that is reserved or spent.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Touch">For which touch.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Channel">On which channel; null where the owner chooses.</param>
public sealed record BudgetUse(BudgetOwner Owner, TouchKey Touch, DateTimeOffset At, string? Channel);
