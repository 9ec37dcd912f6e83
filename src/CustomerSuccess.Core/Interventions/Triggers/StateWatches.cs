using CustomerSuccess.Contacts;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Something of the customer's state that is compared from one point of the grid of health to the next. Both points are seen with the present
/// configuration: what changes by configuration alone is no change.
/// </summary>
internal abstract class StateWatch : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var (reading, grid) = (new TriggerReading(), moments.Grid);
        var start = after < DateTimeOffset.MaxValue ? grid.LastBefore(after.AddTicks(1)) : grid.LastBefore(after);
        var next = start is { } known ? PointAfter(moments, known) : grid.FirstAfter(after);
        if (next is null || next > upTo)
        {
            reading.Next = next;
            return reading;
        }

        var before = start is { } first ? StatesAt(moments.At(first)) : [];
        for (; next is { } point && point <= upTo; next = PointAfter(moments, point))
        {
            var states = StatesAt(moments.At(point));
            foreach (var firing in Compare(before, states, point))
            {
                reading.Firings.Add(firing);
            }

            // What is not known does not forget what was.
            foreach (var (subject, state) in states)
            {
                if (state is not null)
                {
                    before[subject] = state;
                }
            }

            foreach (var gone in before.Keys.Where(k => !states.ContainsKey(k)).ToArray())
            {
                before.Remove(gone);
            }
        }

        reading.Next = next;
        return reading;
    }

    /// <summary>The states by subject; a null where one is not known. Empty where there is no such customer.</summary>
    protected abstract Dictionary<string, string?> StatesAt(Moment? moment);

    /// <summary>When a state may be another one after a moment; the next point where that cannot be told.</summary>
    protected abstract DateTimeOffset? Until(Moment moment, EvaluationGrid grid);

    protected abstract IEnumerable<Firing> Compare(Dictionary<string, string?> before, Dictionary<string, string?> now, DateTimeOffset point);

    private DateTimeOffset? PointAfter(CustomerMoments moments, DateTimeOffset point)
    {
        var until = ConditionWalk.Earlier(moments.At(point) is { } moment ? Until(moment, moments.Grid) : null, moments.NextVersionAfter(point));
        return until is { } at ? moments.Grid.FirstAfter(at > point ? at.AddTicks(-1) : point) : null;
    }
}

/// <summary>A segment entered or left.</summary>
internal sealed class SegmentWatch(SegmentTrigger trigger) : StateWatch
{
    protected override Dictionary<string, string?> StatesAt(Moment? moment) => moment is null ? [] : new(StringComparer.Ordinal) { [trigger.Scheme] = moment.Facts.Segments.Find(trigger.Scheme)?.Segment };

    protected override DateTimeOffset? Until(Moment moment, EvaluationGrid grid) => moment.Facts.Segments.Until();

    protected override IEnumerable<Firing> Compare(Dictionary<string, string?> before, Dictionary<string, string?> now, DateTimeOffset point)
    {
        var (left, entered) = (before.GetValueOrDefault(trigger.Scheme), now.GetValueOrDefault(trigger.Scheme));
        if (entered is not null && left != entered && (trigger.Entered is null || trigger.Entered == entered) && (trigger.Left is null || trigger.Left == left))
        {
            yield return new($"{Part(left ?? "none")}>{Part(entered)}@{Text(point)}", point);
        }
    }
}

/// <summary>A change of band.</summary>
internal sealed class BandWatch(BandTrigger trigger) : StateWatch
{
    private const string Health = "health";

    protected override Dictionary<string, string?> StatesAt(Moment? moment) => moment is null ? [] : new(StringComparer.Ordinal) { [Health] = moment.Facts.Find<Health.HealthFacts>()?.Score.Band?.Name };

    protected override DateTimeOffset? Until(Moment moment, EvaluationGrid grid) => grid.FirstAfter(moment.At);

    protected override IEnumerable<Firing> Compare(Dictionary<string, string?> before, Dictionary<string, string?> now, DateTimeOffset point)
    {
        var (left, entered) = (before.GetValueOrDefault(Health), now.GetValueOrDefault(Health));
        if (left is not null && entered is not null && left != entered && (trigger.To is null || trigger.To == entered) && (trigger.From is null || trigger.From == left))
        {
            yield return new($"{Part(left)}>{Part(entered)}@{Text(point)}", point);
        }
    }
}

/// <summary>A milestone that fell behind or got stuck.</summary>
internal sealed class PaceWatch(MilestoneTrigger trigger) : StateWatch
{
    protected override Dictionary<string, string?> StatesAt(Moment? moment) => moment?.Facts.Plan?.State is not { } state ? [] : state.Milestones
        .Where(m => trigger.Milestone is null || trigger.Milestone == m.Id)
        .ToDictionary(m => m.Id, m => m.Pace == Pace.Unknown ? null : Is(m.Pace) ? "yes" : "no", StringComparer.Ordinal);

    protected override DateTimeOffset? Until(Moment moment, EvaluationGrid grid) => grid.FirstAfter(moment.At);

    protected override IEnumerable<Firing> Compare(Dictionary<string, string?> before, Dictionary<string, string?> now, DateTimeOffset point) =>
        now.Where(s => s.Value == "yes" && before.GetValueOrDefault(s.Key) != "yes").OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new Firing($"{Part(s.Key)}@{Text(point)}", point));

    private bool Is(Pace pace) => pace == Pace.Stuck || (trigger.Moment == MilestoneMoment.Behind && pace == Pace.Behind);
}

/// <summary>A milestone that was reached, at its instant.</summary>
internal sealed class ReachedWatch(MilestoneTrigger trigger) : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading { Next = moments.IsActive(upTo) ? moments.Grid.FirstAfter(upTo) : moments.NextVersionAfter(upTo) };
        foreach (var milestone in moments.At(upTo)?.Facts.Plan?.State?.Milestones ?? [])
        {
            if (milestone.ReachedAt is { } at && at > after && at <= upTo && (trigger.Milestone is null || trigger.Milestone == milestone.Id))
            {
                reading.Firings.Add(new($"{Part(milestone.Id)}@{Text(at)}", at));
            }
        }

        reading.Firings.Sort((a, b) => a.At.CompareTo(b.At) is not 0 and var order ? order : string.CompareOrdinal(a.Occurrence, b.Occurrence));
        return reading;
    }
}

/// <summary>A contact who moved on.</summary>
internal sealed class ContactWatch(ContactTrigger trigger) : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading { Next = moments.NextVersionAfter(upTo) };
        if (moments.At(upTo) is { } moment && upTo > after)
        {
            var contacts = moment.Facts.Contacts;
            foreach (var mover in ContactMoves.Within(contacts, upTo, upTo - after))
            {
                if (trigger.Persona is null || contacts.History(mover.ContactId).LastOrDefault(c => c.Persona is not null)?.Persona == trigger.Persona)
                {
                    reading.Firings.Add(new($"{Part(mover.ContactId)}@{Text(mover.MovedAt)}", mover.MovedAt) { ContactId = mover.ContactId });
                }
            }

            reading.Next = ConditionWalk.Earlier(contacts.ContactsUntil(), reading.Next);
        }

        return reading;
    }
}
