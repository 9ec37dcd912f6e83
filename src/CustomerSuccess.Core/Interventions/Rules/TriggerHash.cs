namespace CustomerSuccess.Interventions;

/// <summary>What triggers are hashed by: of each kind all that tells when it fires.</summary>
internal static class TriggerHash
{
    public static Dictionary<string, object?> Of(RuleTrigger trigger) => trigger switch
    {
        ConditionTrigger condition => new(StringComparer.Ordinal) { ["when"] = condition.When.Signed, ["for"] = condition.For == TimeSpan.Zero ? null : DocumentSpan.Write(condition.For), ["grid"] = condition.Grid?.ToString() },
        AnchorTrigger anchor => new(StringComparer.Ordinal) { ["anchor"] = Of(anchor.Anchor), ["offset"] = DocumentSpan.Write(anchor.Offset) },
        AbsenceTrigger absence => new(StringComparer.Ordinal) { ["absence"] = absence.Signal, ["within"] = DocumentSpan.Write(absence.Within), ["after"] = Of(absence.After), ["fewerThan"] = absence.FewerThan },
        CalendarTrigger calendar => new(StringComparer.Ordinal) { ["every"] = calendar.Every.ToString(), ["zone"] = calendar.Zone.Id, ["absence"] = calendar.Signal, ["fewerThan"] = calendar.Signal is null ? null : calendar.FewerThan },
        CronTrigger cron => new(StringComparer.Ordinal) { ["cron"] = cron.Expression, ["zone"] = cron.Zone.Id },
        SignalTrigger signal => new(StringComparer.Ordinal) { ["signal"] = signal.Signal, ["where"] = signal.Where?.Signed },
        SegmentTrigger segment => new(StringComparer.Ordinal) { ["scheme"] = segment.Scheme, ["entered"] = segment.Entered, ["left"] = segment.Left },
        BandTrigger band => new(StringComparer.Ordinal) { ["band"] = true, ["to"] = band.To, ["from"] = band.From },
        MilestoneTrigger milestone => new(StringComparer.Ordinal) { ["milestone"] = milestone.Moment.ToString(), ["id"] = milestone.Milestone },
        ContactTrigger contact => new(StringComparer.Ordinal) { ["contactLeft"] = true, ["persona"] = contact.Persona },
        _ => throw new InvalidOperationException($"A {trigger.GetType().Name} has no hash."),
    };

    private static Dictionary<string, object?> Of(Anchor anchor) => new(StringComparer.Ordinal) { ["kind"] = anchor.Kind.ToString(), ["name"] = anchor.Name };
}
