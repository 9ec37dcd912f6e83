using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>
/// How the host's rows are read: who the customer is, and the named facts that strategies read. A lambda of the first kind
/// that throws gives that customer a failed score; the rest goes on. Not safe to use from several threads.
/// </summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class RowsBuilder<T> : VocabularyPart<T, RowsBuilder<T>>
{
    internal RowsBuilder()
    {
    }

    internal VocabularyDraft<T> Facts => Draft;

    internal Func<T, string?>? Id { get; private set; }

    internal Func<T, string?>? Segment { get; private set; }

    internal Func<T, string?>? Stage { get; private set; }

    internal Func<T, string?>? Previous { get; private set; }

    internal Delegate? Overrides { get; private set; }

    internal Func<T, DateTimeOffset, ManualOverride?>? Override { get; private set; }

    internal Func<T, IEnumerable<UsageVerdict>>? Usage { get; private set; }

    /// <summary>How to read the customer's id. Needed. A row whose id is null or empty gets a failed score.</summary>
    public RowsBuilder<T> IdentifiedBy(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Id = read;
        return this;
    }

    /// <summary>How to read the customer's segment, compared ordinally. Null, or a segment without a strategy of its own: the default strategy.</summary>
    public RowsBuilder<T> SegmentedBy(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Segment = read;
        return this;
    }

    /// <summary>How to read the customer's lifecycle stage, compared ordinally. Null, or a stage without a strategy of its own: that of the segment, or the default strategy.</summary>
    public RowsBuilder<T> LifecycleStage(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Stage = read;
        return this;
    }

    /// <summary>How to read the name of the band last recorded before the instant, from which hysteresis starts. Null, or a name that is none of the strategy's bands: a first evaluation.</summary>
    public RowsBuilder<T> PreviousBand(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Previous = read;
        return this;
    }

    /// <summary>How to read the customer's manual override; null for none. It counts where it is in force as of the instant.</summary>
    public RowsBuilder<T> OverriddenBy(Func<T, ManualOverride?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        (Overrides, Override) = (read, (row, _) => read(row));
        return this;
    }

    /// <summary>How to read the verdicts on the customer's usage. They count where they are in force as of the instant, for measures that are judged as usage.</summary>
    public RowsBuilder<T> UsageJudgedBy(Func<T, IEnumerable<UsageVerdict>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Usage = read;
        return this;
    }

    /// <summary>How to read the customer's log of manual overrides; null for none. Of its entries the one in force as of the instant counts.</summary>
    public RowsBuilder<T> OverriddenBy(Func<T, OverrideLog?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        (Overrides, Override) = (read, (row, asOf) => read(row)?.InForce(asOf));
        return this;
    }
}
