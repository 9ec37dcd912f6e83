namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Follows a condition, or a measure, from a plan's start to the instant of the facts, from one instant at which it may change to the
/// next, as known at the instant at which the facts are known. What cannot be foreseen is asked again at every midnight of the plan's zone.
/// </summary>
internal sealed class EvidenceWalk(PlanCalendar calendar, CustomerFacts facts, Vocabulary<CustomerFacts> vocabulary)
{
    /// <summary>Since when a condition has completed an item, and what it is now.</summary>
    public EvidenceRun Follow(FactCondition condition, EvidenceMode mode)
    {
        var (since, now, starts) = ((DateTimeOffset?)null, Reading.Unknown<bool>(new UnknownCause("evidence", UnknownKind.NotGiven, "the plan has not begun")), new List<DateTimeOffset>());
        foreach (var (at, then) in Instants())
        {
            var (holds, until) = Ask(condition, then, calendar.NextMidnight(at) - at);
            Next = until;
            now = holds;
            if (!holds.IsKnown)
            {
                continue;
            }

            if (!holds.Value)
            {
                since = null;
            }
            else if (since is null)
            {
                since = at;
                starts.Add(at);
                if (mode == EvidenceMode.Latched)
                {
                    break;
                }
            }
        }

        return new(since, now, starts);
    }

    /// <summary>How far an objective has come now, and when it last came further.</summary>
    public MeasureRun Follow(Objective objective)
    {
        var (best, last, increased, now) = (0d, 0d, (DateTimeOffset?)null, Reading.Unknown<double>(new UnknownCause(objective.Id, UnknownKind.NotGiven, "the plan has not begun")));
        foreach (var (at, then) in Instants())
        {
            var (value, until) = objective.Measure.ReadUntil(then, calendar.NextMidnight(at) - at);
            Next = until;
            now = value;
            if (!value.IsKnown)
            {
                continue;
            }

            var progress = objective.ProgressAt(value.Value);
            if (progress > last + 1e-9 && at > calendar.Start)
            {
                increased = at;
            }

            (last, best) = (progress, Math.Max(best, progress));
            FirstAtTarget ??= progress >= 1 - 1e-9 ? at : null;
            Since = progress >= 1 - 1e-9 ? Since ?? at : null;
        }

        return new(now, increased, FirstAtTarget, Since);
    }

    private DateTimeOffset? Next { get; set; }

    private DateTimeOffset? FirstAtTarget { get; set; }

    private DateTimeOffset? Since { get; set; }

    private IEnumerable<(DateTimeOffset At, CustomerFacts Facts)> Instants()
    {
        for (DateTimeOffset? next = calendar.Start; next is { } at && at <= facts.AsOf; next = Later(at))
        {
            yield return (at, at == facts.AsOf ? facts : facts.RewoundTo(at));
        }
    }

    // Whatever is said of when it changes, time goes on.
    private DateTimeOffset? Later(DateTimeOffset at) => Next is { } next ? next > at ? next : calendar.NextMidnight(at) : null;

    private (Reading<bool> Holds, DateTimeOffset? Until) Ask(FactCondition condition, CustomerFacts then, TimeSpan recheck)
    {
        if (condition is ConditionExpression<CustomerFacts> expression)
        {
            var timed = expression.HoldsUntil(then, recheck);
            return (timed.Reading, timed.Until);
        }

        var read = vocabulary.Read(then, then.AsOf);
        return (condition.Holds(read), condition.Until(read, recheck));
    }
}

/// <summary>What a condition came to.</summary>
/// <param name="Since">Since when it has completed the item; null where it has not.</param>
/// <param name="Now">What it is at the last instant that was asked.</param>
/// <param name="Starts">When it began to hold, each time.</param>
internal sealed record EvidenceRun(DateTimeOffset? Since, Reading<bool> Now, IReadOnlyList<DateTimeOffset> Starts);

/// <summary>What a measure came to.</summary>
/// <param name="Value">The present value.</param>
/// <param name="IncreasedAt">When it last came further; null where it never did.</param>
/// <param name="FirstAtTarget">When it was first at the target; null where it never was.</param>
/// <param name="AtTargetSince">Since when it is at the target; null where it is not.</param>
internal sealed record MeasureRun(Reading<double> Value, DateTimeOffset? IncreasedAt, DateTimeOffset? FirstAtTarget, DateTimeOffset? AtTargetSince);
