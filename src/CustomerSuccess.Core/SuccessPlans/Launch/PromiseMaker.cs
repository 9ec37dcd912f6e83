namespace CustomerSuccess.SuccessPlans;

/// <summary>Says what became of a promise.</summary>
internal static class PromiseMaker
{
    public static PromiseState Make(PlanState state, PromiseMade made)
    {
        var place = made.Item is { } item ? state.Plan.Graph.PlaceOf(item) : -1;
        if (place < 0)
        {
            return Of(state, made, PromiseStanding.Broken, Why(state, made.Item), made.Day, null);
        }

        var evidence = state.Parts.Evidence[place];
        var due = made.Day ?? state.Plan.Graph.Due[place];
        return evidence.IsUnknown ? Of(state, made, PromiseStanding.Unknown, $"it is not known whether '{made.Item}' is done", due, null)
            : evidence.IsOpen ? Of(state, made, state.Day > due ? PromiseStanding.Overdue : PromiseStanding.Open, null, due, null)
            : Of(state, made, evidence.Day > due ? PromiseStanding.KeptLate : PromiseStanding.Kept, null, due, evidence.Day);
    }

    private static PromiseState Of(PlanState state, PromiseMade made, PromiseStanding standing, string? reason, int? due, int? delivered) => new()
    {
        Made = made,
        Standing = standing,
        Reason = reason,
        DueDay = due,
        DeliveredDay = delivered,
        DaysLate = due is { } day && standing is PromiseStanding.KeptLate or PromiseStanding.Overdue or PromiseStanding.Broken ? Math.Max(0, (delivered ?? state.Day) - day) : 0,
    };

    private static string Why(PlanState state, string? item) => item is null
        ? "no item of the plan delivers it"
        : state.Plan.Version.Changes.OfType<ItemRemoved>().LastOrDefault(r => r.Item == item) is { } removed
            ? $"'{item}' was removed from the plan: {removed.Reason}"
            : $"the plan has no '{item}'";
}
