namespace CustomerSuccess.SuccessPlans;

/// <summary>Makes a customer's plan of a template's content and what differs from it.</summary>
internal static class PlanChanges
{
    public static PlanContent Apply(string path, PlanContent content, IReadOnlyList<PlanChange> changes, DiagnosticList found)
    {
        foreach (var change in changes)
        {
            content = change switch
            {
                DueMoved due => Items(content, due.Item, i => i with { DueDay = due.Day }, o => o with { DueDay = due.Day }),
                WeightChanged weight => Items(content, weight.Item, i => i is Milestone m ? m with { Weight = weight.Weight } : ((Accountability)i) with { Weight = weight.Weight }, null),
                ObjectiveSet set => Items(content, set.Item, null, o => o with { Baseline = set.Baseline, Target = set.Target }),
                OwnerNamed owner => Items(content, owner.Item, i => i is Accountability a ? a with { Owner = owner.Owner } : null, null),
                ItemRemoved removed => Without(content, removed.Item),
                AccountabilityAdded added => With(content, added),
                _ => null,
            } ?? NotThere(path, content, change, found);
        }

        return content;
    }

    private static PlanContent NotThere(string path, PlanContent content, PlanChange change, DiagnosticList found)
    {
        if (change is AccountabilityAdded)
        {
            found.Add("PL017", $"{path}/{change.Item}", $"The plan adds '{change.Item}', and has one of that id already, or names under Before what it does not have.", "Give it an id of its own, and name items of the plan.");
        }
        else
        {
            found.Add("PL017", $"{path}/{change.Item}", $"The plan changes '{change.Item}' ({change.GetType().Name}), and has none that this could be said of.", Suggestion.For(change.Item, [.. content.Items.Select(i => i.Id), .. content.Objectives.Select(o => o.Id), .. content.TeeUps.Select(t => t.Id)]));
        }

        return content;
    }

    // Null where nothing has that id.
    private static PlanContent? Items(PlanContent content, string id, Func<PlanItem, PlanItem?>? item, Func<Objective, Objective>? objective)
    {
        if (item is not null && content.Items.FirstOrDefault(i => i.Id == id) is { } found && item(found) is { } changed)
        {
            return Each(content, i => i.Id == id ? changed : i);
        }

        return objective is not null && content.Objectives.Any(o => o.Id == id)
            ? content with { Objectives = [.. content.Objectives.Select(o => o.Id == id ? objective(o) : o)] }
            : null;
    }

    private static PlanContent? With(PlanContent content, AccountabilityAdded added)
    {
        if (content.Items.Any(i => i.Id == added.Item) || !added.Before.All(id => content.Items.Any(i => i.Id == id)))
        {
            return null;
        }

        var item = new Accountability { Id = added.Item, Title = added.Title ?? added.Item, Party = added.Party, DueDay = added.Day, After = added.After };
        var linked = Each(content, i => added.Before.Contains(i.Id, StringComparer.Ordinal) ? i with { After = [.. i.After, added.Item] } : i);
        return linked with { Accountabilities = [.. linked.Accountabilities, item] };
    }

    private static PlanContent? Without(PlanContent content, string id) =>
        content.Objectives.Any(o => o.Id == id) ? Each(content, i => i is Milestone m && m.Objective == id ? m with { Objective = null } : i) with { Objectives = [.. content.Objectives.Where(o => o.Id != id)] }
        : content.TeeUps.Any(t => t.Id == id) ? content with { TeeUps = [.. content.TeeUps.Where(t => t.Id != id)] }
        : content.Items.FirstOrDefault(i => i.Id == id) is { } gone ? Without(content, gone)
        : null;

    // What named it as a prerequisite names what came before it; what was made of it goes with it.
    private static PlanContent Without(PlanContent content, PlanItem gone)
    {
        var linked = Each(content, i => i.After.Contains(gone.Id, StringComparer.Ordinal)
            ? i with { After = [.. i.After.SelectMany(a => a == gone.Id ? gone.After : [a]).Distinct(StringComparer.Ordinal)] }
            : i);
        return linked with
        {
            Milestones = [.. linked.Milestones.Where(m => m.Id != gone.Id)],
            Accountabilities = [.. linked.Accountabilities.Where(a => a.Id != gone.Id)],
            Outcomes = [.. linked.Outcomes.Select(o => o with { Milestones = [.. o.Milestones.Where(m => m != gone.Id)] })],
            TeeUps = [.. linked.TeeUps.Where(t => t.Milestone != gone.Id)],
            Blockers = [.. linked.Blockers.Where(b => b.Item != gone.Id)],
            Assets = [.. linked.Assets.Where(a => a.Item != gone.Id)],
        };
    }

    private static PlanContent Each(PlanContent content, Func<PlanItem, PlanItem> item) => content with
    {
        Milestones = [.. content.Milestones.Select(m => (Milestone)item(m))],
        Accountabilities = [.. content.Accountabilities.Select(a => (Accountability)item(a))],
    };
}
