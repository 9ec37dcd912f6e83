namespace CustomerSuccess.Health;

/// <summary>How the host's rows are read: identity, segment, what was recorded before, and the named facts. Immutable.</summary>
internal sealed class CustomerRows<T>
{
    public required Vocabulary<T> Vocabulary { get; init; }

    public required Func<T, string?> Id { get; init; }

    public Func<T, string?>? Segment { get; init; }

    public Func<T, string?>? Stage { get; init; }

    public Func<T, string?>? PreviousBand { get; init; }

    public Func<T, DateTimeOffset, ManualOverride?>? Override { get; init; }

    public Func<T, IEnumerable<UsageVerdict>>? Usage { get; init; }

    /// <summary>The context of one row. A lambda of the host that throws gives no context, and the reason.</summary>
    public HealthScoreContext? Context(T row, DateTimeOffset asOf, ref string? customerId, out string? failure)
    {
        var reading = "the customer's id";
        try
        {
            customerId = Id(row) ?? customerId;
            if (string.IsNullOrWhiteSpace(customerId))
            {
                failure = "the row has no customer id";
                return null;
            }

            reading = "the segment";
            var segment = Segment?.Invoke(row);
            reading = "the lifecycle stage";
            var stage = Stage?.Invoke(row);
            reading = "the previous band";
            var previous = PreviousBand?.Invoke(row);
            reading = "the manual override";
            var manual = Override?.Invoke(row, asOf);
            reading = "the verdicts on usage";
            IReadOnlyList<UsageVerdict> usage = Usage is null ? [] : [.. Usage(row) ?? []];
            failure = null;
            return new HealthScoreContext
            {
                Facts = Vocabulary.Read(row, asOf),
                AsOf = asOf,
                CustomerId = customerId,
                Segment = segment,
                LifecycleStage = stage,
                PreviousBand = previous,
                Override = manual,
                Usage = usage,
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = $"{reading} could not be read from the row: {e.GetType().Name}: {e.Message}";
            return null;
        }
    }
}
