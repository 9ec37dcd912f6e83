namespace CustomerSuccess.Interventions;

/// <summary>A condition from an instant on, until when its answer stands.</summary>
/// <param name="At">From when.</param>
/// <param name="Value">The answer; where there is no such customer, no.</param>
/// <param name="Until">When it may next be another; null for never.</param>
internal readonly record struct Stretch(DateTimeOffset At, Reading<bool> Value, DateTimeOffset? Until);

/// <summary>
/// Follows a condition along time: from one instant at which its answer may change to the next. Where that cannot be foreseen it is asked at the points
/// of a grid, so that what comes of it does not depend on when anyone looked.
/// </summary>
internal readonly struct ConditionWalk(FactCondition condition, CustomerMoments moments, EvaluationGrid grid)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether it is asked at the points of the grid.</summary>
    public bool IsOnGrid => !condition.IsForeseen;

    /// <summary>The answer at one instant, and until when it stands.</summary>
    public Stretch At(DateTimeOffset instant)
    {
        if (IsOnGrid && moments.Memory is { } memory && IsPoint(instant))
        {
            return Remembered(memory, instant);
        }

        return Asked(instant);
    }

    private Stretch Remembered(GridMemory memory, DateTimeOffset point)
    {
        if (memory.Find(condition, point, moments.KnownAt) is { } kept)
        {
            return new(point, Reading.Known(kept), grid.FirstAfter(point));
        }

        var asked = Asked(point);
        if (asked.Value.IsKnown && asked.Until == grid.FirstAfter(point))
        {
            memory.Keep(condition, point, asked.Value.Value, grid, moments.KnownAt);
        }

        return asked;
    }

    private bool IsPoint(DateTimeOffset instant) => instant < DateTimeOffset.MaxValue && grid.LastBefore(instant.AddTicks(1)) == instant;

    private Stretch Asked(DateTimeOffset instant)
    {
        var version = moments.NextVersionAfter(instant);
        if (moments.At(instant) is not { } moment)
        {
            return new(instant, Reading.Known(false), version);
        }

        if (IsOnGrid)
        {
            return new(instant, moment.Holds(condition), grid.FirstAfter(instant));
        }

        if (condition is ConditionExpression<CustomerFacts> expression)
        {
            var (value, until) = expression.HoldsUntil(moment.Facts, Day) is var timed ? (timed.Reading, timed.Until) : default;
            return new(instant, value, Earlier(until, version));
        }

        return new(instant, moment.Holds(condition), Earlier(condition.Until(moment.Read, Day), version));
    }

    /// <summary>
    /// The answers from an instant up to another, the last one reaching beyond it. On a grid the first is that of the last point up to the instant.
    /// </summary>
    public IEnumerable<Stretch> From(DateTimeOffset start, DateTimeOffset upTo)
    {
        var first = IsOnGrid && start < DateTimeOffset.MaxValue ? grid.LastBefore(start.AddTicks(1)) ?? start : start;
        for (DateTimeOffset? next = first; next is { } at && at <= upTo;)
        {
            var stretch = At(at);
            yield return stretch;
            next = stretch.Until;
        }
    }

    /// <summary>The first instant from one on, up to another, at which the answer is as asked for; and when it may next be.</summary>
    public (DateTimeOffset? At, DateTimeOffset? Next) First(bool answer, DateTimeOffset start, DateTimeOffset upTo)
    {
        DateTimeOffset? next = null;
        foreach (var stretch in From(start, upTo))
        {
            if (stretch.Value.IsKnown && stretch.Value.Value == answer)
            {
                // On a grid what held at the last point is seen at the start.
                return (stretch.At < start ? start : stretch.At, null);
            }

            next = stretch.Until;
        }

        return (null, next);
    }

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
