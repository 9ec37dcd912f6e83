namespace CustomerSuccess.SuccessPlans;

/// <summary>Says what of a plan lies ahead.</summary>
internal static class OutlookMaker
{
    /// <summary>The open items, by when they are expected.</summary>
    public static OutlookEntry[] Open(PlanState state)
    {
        var graph = state.Plan.Graph;
        bool IsOpen(int place) => state.Parts.Evidence[place].IsOpen;
        string[] Names(int[] places) => [.. places.Where(IsOpen).Select(p => graph.Items[p].Id).Order(StringComparer.Ordinal)];
        return
        [
            .. Enumerable.Range(0, graph.Items.Length).Where(IsOpen)
                .Select(p => Entry(state, graph.Items[p], !state.Parts.Evidence[p].IsUnknown, Names(graph.After[p]), Names(graph.Before[p])))
                .OrderBy(e => e.DueOn >= PlanDates.Today(state) ? e.ExpectedOn : e.DueOn).ThenBy(e => e.IsMilestone).ThenBy(e => e.Item, StringComparer.Ordinal),
        ];
    }

    public static IReadOnlyList<OutlookPeriod> Periods(PlanState state, int[] days, OutlookEntry[] ahead)
    {
        var today = PlanDates.Today(state);
        var (periods, after) = (new List<OutlookPeriod>(), 0);
        foreach (var end in days.Cast<int?>().Append(null))
        {
            // Today belongs to the first.
            var from = state.Plan.DateOf(state.Day + after + (after == 0 ? 0 : 1));
            DateOnly? through = end is { } last ? state.Plan.DateOf(state.Day + last) : null;
            periods.Add(new()
            {
                AfterDays = after,
                ThroughDays = end,
                From = from,
                Through = through,
                Entries = Array.AsReadOnly([.. ahead.Where(e => (after == 0 || e.ExpectedOn >= from) && (through is null || e.ExpectedOn <= through))]),
            });
            after = end ?? after;
        }

        return periods.AsReadOnly();
    }

    public static IReadOnlyList<OutlookAsk> Asks(PlanState state) => Array.AsReadOnly(
    [
        .. TeeUps.Of(state)
            .Where(t => t.Standing is TeeUpStanding.Announced or TeeUpStanding.Due or TeeUpStanding.Later)
            .Select(t => Ask(state, t))
            .OrderBy(a => a.ExpectedOn).ThenBy(a => a.TeeUp, StringComparer.Ordinal),
    ]);

    private static OutlookEntry Entry(PlanState state, PlanItem item, bool isKnown, string[] waitsFor, string[] then)
    {
        var owed = item as Accountability;
        return new()
        {
            Item = item.Id,
            Title = item.Title,
            Party = owed?.Party,
            Role = owed?.Role,
            Owner = owed?.Owner,
            DueOn = state.Plan.DateOf(item.DueDay),
            ExpectedOn = state.Plan.DateOf(PlanDates.Expected(state, item.Id)),
            IsKnown = isKnown,
            WaitsFor = Array.AsReadOnly(waitsFor),
            Then = Array.AsReadOnly(then),
        };
    }

    private static OutlookAsk Ask(PlanState state, TeeUpState teeUp)
    {
        var (today, isDue) = (PlanDates.Today(state), teeUp.Standing != TeeUpStanding.Announced);
        var on = teeUp.AskAgainOn > teeUp.MilestoneOn ? teeUp.AskAgainOn.Value : teeUp.MilestoneOn;
        return new()
        {
            TeeUp = teeUp.Id,
            Title = teeUp.Title,
            Kind = teeUp.Kind,
            Milestone = teeUp.Milestone,
            MilestoneTitle = state.Milestone(teeUp.Milestone).Title,
            Needs = teeUp.Needs,
            IsDue = isDue,
            ExpectedOn = on < today ? today : on,
        };
    }
}
