namespace CustomerSuccess.Interventions;

/// <summary>
/// A condition that begins to hold. Without a duration, where its changes are foreseen, it fires at the exact instant; otherwise only points of the grid
/// count: pending from the first at which it holds, firing at the first that is at least the duration later. A point at which it is not known keeps what
/// is pending, cannot fire, and lapses it once it is not known for longer than the duration.
/// </summary>
internal sealed class ConditionWatch(ConditionTrigger trigger) : TriggerWatch
{
    private const string Again = "again@";

    /// <summary>The occurrence of what held all along when a cool-down was over.</summary>
    public static Firing AgainAt(DateTimeOffset instant) => new($"{Again}{Text(instant)}", instant);

    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var grid = trigger.Grid ?? moments.Grid;
        var walk = new ConditionWalk(trigger.When, moments, grid);
        return trigger.For == TimeSpan.Zero && !walk.IsOnGrid ? Exact(walk, after, upTo) : OnGrid(walk, moments, grid, after, upTo);
    }

    /// <summary>As known now: whether it held at the instant at which it fired, and at what it was pending from.</summary>
    public override Reading<bool> StillFires(CustomerMoments moments, InterventionCase opened)
    {
        if (moments.At(opened.FiredAt) is not { } moment)
        {
            return Reading.Known(false);
        }

        // One that came back when its cool-down was over has no crossing of its own.
        var holds = moment.Holds(trigger.When);
        return trigger.For == TimeSpan.Zero || opened.Key.Occurrence.StartsWith(Again, StringComparison.Ordinal) || holds is not { IsKnown: true, Value: true } ? holds : Reading.Known(HeldLongEnough(moments, opened.FiredAt));
    }

    // That it began even earlier than was known changes nothing of that it held.
    private bool HeldLongEnough(CustomerMoments moments, DateTimeOffset at)
    {
        var grid = trigger.Grid ?? moments.Grid;
        var (walk, run) = (new ConditionWalk(trigger.When, moments, grid), new GridRun(trigger.For));
        for (var next = StartOf(moments, grid, at); next is { } point && point <= at; next = grid.FirstAfter(point))
        {
            run.See(point, walk.At(point).Value);
        }

        return run.HasFired;
    }

    private static TriggerReading Exact(ConditionWalk walk, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading();
        Reading<bool>? before = null;
        for (DateTimeOffset? next = after; next is { } at && at <= upTo;)
        {
            var stretch = walk.At(at);
            if (before is { } was && stretch.Value is { IsKnown: true, Value: true } && !(was.IsKnown && was.Value))
            {
                reading.Firings.Add(new(Text(stretch.At), stretch.At) { IsAfterClear = was.IsKnown });
            }
            else if (before is not null && !stretch.Value.IsKnown)
            {
                reading.Undetermined.Add(new(Text(stretch.At), stretch.At, stretch.Value.Causes));
            }

            (before, reading.Next, next) = (stretch.Value, stretch.Until, stretch.Until);
        }

        return reading;
    }

    private TriggerReading OnGrid(ConditionWalk walk, CustomerMoments moments, EvaluationGrid grid, DateTimeOffset after, DateTimeOffset upTo)
    {
        var (reading, run) = (new TriggerReading(), new GridRun(trigger.For));
        DateTimeOffset? next = StartOf(moments, grid, after);
        while (next is { } point && point <= upTo)
        {
            var stretch = walk.At(point);
            var fired = run.See(point, stretch.Value);
            if (fired is not null && point > after)
            {
                reading.Firings.Add(fired);
            }

            // Between two points nothing changes but what the duration makes of it.
            next = PointAtOrAfter(grid, stretch.Until);
            if (run.PendingSince is { } since && stretch.Value is { IsKnown: true, Value: true })
            {
                var fires = PointAtOrAfter(grid, Later(since, trigger.For));
                next = fires > point ? ConditionWalk.Earlier(fires, next) : next;
            }
            else if (run.IsUnderWay && !stretch.Value.IsKnown && grid.FirstAfter(point) is { } following)
            {
                next = following;
            }
        }

        (reading.Next, reading.Pending) = (next, Pending(run, grid));
        return reading;
    }

    private PendingTrigger? Pending(GridRun run, EvaluationGrid grid) => run.PendingSince is { } since && PointAtOrAfter(grid, Later(since, trigger.For)) is { } fires
        ? new(since, fires, run.Undetermined)
        : null;

    // Seen from the midst of it a run fires within three durations of it: one that is not known, one that it holds, and one more that is not known.
    private DateTimeOffset? StartOf(CustomerMoments moments, EvaluationGrid grid, DateTimeOffset after)
    {
        var back = trigger.For < TimeSpan.MaxValue / 4 ? trigger.For * 3 : TimeSpan.MaxValue;
        DateTimeOffset? start = after - DateTimeOffset.MinValue > back ? after - back : DateTimeOffset.MinValue;
        for (var i = 0; i < 4; i++)
        {
            start = start is { } known ? grid.LastBefore(known) : null;
        }

        return start ?? grid.FirstAfter(DateTimeOffset.MinValue);
    }

    private static DateTimeOffset Later(DateTimeOffset instant, TimeSpan by) => DateTimeOffset.MaxValue - instant > by ? instant + by : DateTimeOffset.MaxValue;

    private static DateTimeOffset? PointAtOrAfter(EvaluationGrid grid, DateTimeOffset? instant) => instant is { } at ? grid.FirstAfter(at > DateTimeOffset.MinValue ? at.AddTicks(-1) : at) : null;

    /// <summary>One run of points at which a condition holds.</summary>
    private sealed class GridRun(TimeSpan duration)
    {
        private DateTimeOffset? _since;
        private DateTimeOffset? _undeterminedSince;
        private bool _fired;
        private bool _afterClear;
        private bool _wasClear = true;

        /// <summary>Since when it holds without having fired; null where it does not.</summary>
        public DateTimeOffset? PendingSince => _fired ? null : _since;

        /// <summary>Whether it has held for long enough, and has not ended since.</summary>
        public bool HasFired => _fired;

        /// <summary>Whether it holds, as far as is known.</summary>
        public bool IsUnderWay => _since is not null;

        public IReadOnlyList<UnknownCause> Undetermined { get; private set; } = [];

        /// <summary>The next point; gives the firing where it fires there.</summary>
        public Firing? See(DateTimeOffset point, Reading<bool> holds)
        {
            Undetermined = holds.Causes;
            if (!holds.IsKnown)
            {
                _undeterminedSince ??= point;
                if (point - _undeterminedSince > duration)
                {
                    (_since, _fired) = (null, false);
                }

                _wasClear = false;
                return null;
            }

            _undeterminedSince = null;
            if (!holds.Value)
            {
                (_since, _fired, _wasClear) = (null, false, true);
                return null;
            }

            if (_since is null)
            {
                (_since, _fired, _afterClear) = (point, false, _wasClear);
            }

            _wasClear = false;
            if (_fired || point - _since.Value < duration)
            {
                return null;
            }

            _fired = true;
            return new(Text(_since.Value), point) { IsAfterClear = _afterClear };
        }
    }
}
