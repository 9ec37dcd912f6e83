namespace CustomerSuccess.SuccessPlans;

/// <summary>Makes a milestone's ledger of a schedule: back along the driving path, then forward through slack and charges.</summary>
internal static class LedgerWalk
{
    public static PlanLedger Of(PlanGraph graph, PlanSchedule schedule, int milestone, Func<int, ChargedTo> charged, bool isInsufficient, PlanLedger? disputed)
    {
        var path = new List<int>();
        for (var at = milestone; at >= 0; at = schedule.Driver[at])
        {
            path.Add(at);
        }

        path.Reverse();
        var slack = 0;
        foreach (var item in path)
        {
            slack += graph.Planned[item] - schedule.DriversDue(item);
        }

        var charges = new int[path.Count];
        for (var i = 0; i < path.Count; i++)
        {
            var deviation = schedule.Finish[path[i]] - schedule.Ready[path[i]] - graph.Duration[path[i]];
            if (deviation > 0)
            {
                var consumed = Math.Min(slack, deviation);
                slack -= consumed;
                charges[i] = deviation - consumed;
            }
            else
            {
                slack += Repay(charges, i, -deviation);
            }
        }

        return new PlanLedger
        {
            Milestone = graph.Items[milestone].Id,
            DueDay = graph.Due[milestone],
            ReachedDay = schedule.Finish[milestone],
            IsProjected = schedule.Done[milestone] == PlanSchedule.Open,
            Lines = Lines(graph, schedule, path, charges, charged),
            UnusedSlack = slack,
            IsPlanInsufficient = isInsufficient,
            AsDisputed = disputed,
        };
    }

    // What was saved repays the latest charges first; what is left over is slack.
    private static int Repay(int[] charges, int before, int saved)
    {
        for (var i = before - 1; i >= 0 && saved > 0; i--)
        {
            var repaid = Math.Min(charges[i], saved);
            charges[i] -= repaid;
            saved -= repaid;
        }

        return saved;
    }

    private static LedgerLine[] Lines(PlanGraph graph, PlanSchedule schedule, List<int> path, int[] charges, Func<int, ChargedTo> charged)
    {
        var lines = new LedgerLine[path.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var item = path[i];
            lines[i] = new()
            {
                Item = graph.Items[item].Id,
                Title = graph.Items[item].Title,
                ChargedTo = charged(item),
                ReadyDay = schedule.Ready[item],
                DoneDay = schedule.Finish[item],
                PlannedDuration = graph.Duration[item],
                Charge = charges[i],
                IsOpen = schedule.Done[item] == PlanSchedule.Open,
            };
        }

        return lines;
    }
}
