namespace CustomerSuccess.SuccessPlans;

/// <summary>Says how a milestone stands: whether it is reached, how far it has come, at what pace, and how sure that is.</summary>
internal static class MilestoneMaker
{
    private const double Tolerance = 1e-9;
    private const double UntilReached = 0.99;

    public static MilestoneState Make(SuccessPlan plan, PlanOptions options, int m, StateParts parts, EventBook book, FactsEvidence followed, SuccessDefinition? definition, bool isInsufficient)
    {
        var (shape, place) = (plan.Shape, plan.Shape.Milestones[m]);
        var (milestone, evidence, objective) = ((Milestone)shape.Items[place], parts.Evidence[place], shape.Objectives[m]);
        var measured = objective is null ? null : followed.Run(objective);
        var work = objective is null ? Work(shape, m, parts) : Measured(objective, measured!, plan.Start, followed.Facts.AsOf);
        var (verification, by) = Verify(milestone, place, evidence, book, followed, definition);
        var expected = Expected(milestone, objective, shape, m, followed.Day);
        var causes = Causes(shape, m, evidence, measured, parts, plan.Start <= followed.Facts.AsOf);
        return new()
        {
            Id = milestone.Id,
            Title = milestone.Title,
            Share = shape.Shares[m],
            DueDay = milestone.DueDay,
            Reached = evidence.IsUnknown ? Reading.Unknown<bool>(evidence.Causes!) : Reading.Known(!evidence.IsOpen),
            ReachedAt = evidence.At,
            ReachedDay = evidence.IsOpen ? null : evidence.Day,
            Progress = objective is not null ? work : !evidence.IsOpen ? ValueRange.Of(1) : evidence.IsUnknown ? ValueRange.Unknown : ValueRange.Of(0),
            Actual = evidence.IsOpen ? new(Math.Min(work.Lower, UntilReached), Math.Min(work.Upper, UntilReached)) : ValueRange.Of(1),
            Expected = expected,
            Pace = PaceOf(milestone, evidence, work, expected, LastIncrease(plan, m, parts, measured, followed), options, followed.Day),
            Verification = verification,
            AcknowledgedBy = by,
            IsVendorsWordOnly = evidence.IsVendorsOnly,
            IsPlanInsufficient = isInsufficient,
            Value = measured?.Value,
            Causes = causes,
        };
    }

    private static Pace PaceOf(Milestone milestone, ItemEvidence evidence, ValueRange actual, double expected, int lastIncrease, PlanOptions options, int day)
    {
        if (!evidence.IsOpen)
        {
            return Pace.Reached;
        }

        if (day < milestone.StartDay)
        {
            return Pace.NotStarted;
        }

        if (evidence.IsUnknown || !actual.IsKnown)
        {
            return Pace.Unknown;
        }

        if (Math.Min(actual.Lower, UntilReached) >= expected - options.OnTrackWithin - Tolerance && day <= milestone.DueDay)
        {
            return Pace.OnTrack;
        }

        var patience = Math.Max(options.StuckAfterDays, options.StuckAfterShare * (milestone.DueDay - milestone.StartDay));
        return day - Math.Max(lastIncrease, milestone.StartDay) >= patience - Tolerance ? Pace.Stuck : Pace.Behind;
    }

    // The share of the weight of what is owed for it that is done; the rest of what is not known may be.
    private static ValueRange Work(PlanShape shape, int m, StateParts parts)
    {
        if (shape.Weights[m] <= 0)
        {
            return ValueRange.Of(0);
        }

        var (done, unknown) = (0d, 0d);
        foreach (var a in shape.Owed[m])
        {
            if (!parts.Evidence[a].IsOpen)
            {
                done += shape.Weight(a);
            }
            else if (parts.Evidence[a].IsUnknown)
            {
                unknown += shape.Weight(a);
            }
        }

        return new(done / shape.Weights[m], (done + unknown) / shape.Weights[m]);
    }

    private static ValueRange Measured(Objective objective, MeasureRun run, DateTimeOffset start, DateTimeOffset asOf) =>
        asOf < start ? ValueRange.Of(0) : run.Value.IsKnown ? ValueRange.Of(objective.ProgressAt(run.Value.Value)) : ValueRange.Unknown;

    public static double Expected(Milestone milestone, Objective? objective, PlanShape shape, int m, int day)
    {
        if (objective is not null)
        {
            var length = objective.DueDay - milestone.StartDay;
            return length <= 0 ? (day >= objective.DueDay ? 1 : 0) : Math.Clamp((day - milestone.StartDay) / (double)length, 0, 1);
        }

        if (shape.Weights[m] <= 0)
        {
            return day >= milestone.DueDay ? 1 : 0;
        }

        var due = 0d;
        foreach (var a in shape.Owed[m])
        {
            due += shape.Items[a].DueDay <= day ? shape.Weight(a) : 0;
        }

        return due / shape.Weights[m];
    }

    // The day on which its progress last grew; before the start where it never did.
    private static int LastIncrease(SuccessPlan plan, int m, StateParts parts, MeasureRun? measured, FactsEvidence followed)
    {
        if (measured is not null)
        {
            return measured.IncreasedAt is { } at ? plan.Calendar.DayOf(at) : int.MinValue;
        }

        var last = int.MinValue;
        foreach (var a in plan.Shape.Owed[m])
        {
            if (plan.Shape.Weight(a) > 0)
            {
                last = Math.Max(last, parts.Evidence[a].IsOpen ? int.MinValue : parts.Evidence[a].Day);
                foreach (var began in plan.Graph.Items[a].Mode == EvidenceMode.Held ? followed.Run(a)?.Starts ?? [] : [])
                {
                    last = Math.Max(last, plan.Calendar.DayOf(began));
                }
            }
        }

        return last;
    }

    private static (Verification Verification, string? By) Verify(Milestone milestone, int place, ItemEvidence evidence, EventBook book, FactsEvidence followed, SuccessDefinition? definition)
    {
        var (claimed, acknowledged) = (false, (OutcomeAcknowledged?)null);
        foreach (var given in book.Of(place))
        {
            if (given is OutcomeClaimed or OutcomeAcknowledged && book.Stands(given, followed.Facts.AsOf, followed.Facts.KnownAt))
            {
                claimed = true;
                acknowledged = given is OutcomeAcknowledged a && (acknowledged is null || (a.OccurredAt, a.Id).CompareTo((acknowledged.OccurredAt, acknowledged.Id)) < 0) ? a : acknowledged;
            }
        }

        // Use by someone who cannot leave is no evidence of value.
        var isLockedIn = evidence.IsSeenOnly && definition?.Stakeholders.Any(s => s.IsLockedIn) == true;
        return acknowledged is not null ? (Verification.Acknowledged, (string?)acknowledged.ContactId)
            : !evidence.IsOpen && !isLockedIn && milestone.Kind == MilestoneKind.Outcome ? (Verification.Evidenced, null)
            : claimed || !evidence.IsOpen ? (Verification.Claimed, null)
            : (Verification.None, null);
    }

    private static IReadOnlyList<UnknownCause> Causes(PlanShape shape, int m, ItemEvidence evidence, MeasureRun? measured, StateParts parts, bool hasBegun)
    {
        if (!evidence.IsOpen || !hasBegun)
        {
            return measured is null || !hasBegun ? [] : measured.Value.Causes;
        }

        IEnumerable<UnknownCause> causes = evidence.Causes ?? [];
        causes = measured is not null ? causes.Concat(measured.Value.Causes) : shape.Owed[m].Aggregate(causes, (all, a) => parts.Evidence[a].IsOpen && parts.Evidence[a].Causes is { Count: > 0 } own ? all.Concat(own) : all);
        UnknownCause[] found = [.. causes.Distinct().OrderBy(c => c.ToString(), StringComparer.Ordinal)];
        return found;
    }
}
