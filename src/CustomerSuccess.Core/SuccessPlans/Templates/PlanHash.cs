namespace CustomerSuccess.SuccessPlans;

/// <summary>The content hash of a template or of a customer's plan: everything that its state and its words are made of.</summary>
internal static class PlanHash
{
    public static string Of(string name, PlanContent content) => CanonicalJson.Hash(Model(name, content));

    /// <summary>The hash of a customer's plan: the content as it is for this customer, and the day and zone from which it counts.</summary>
    public static string Of(string name, PlanContent content, DateOnly startsOn, string zone)
    {
        var model = Model(name, content);
        model["startsOn"] = startsOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        model["zone"] = zone;
        return CanonicalJson.Hash(model);
    }

    private static Dictionary<string, object?> Model(string name, PlanContent content) => new(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["kind"] = "plan",
        ["name"] = name,
        ["milestones"] = List(content.Milestones, Of),
        ["accountabilities"] = List(content.Accountabilities, Of),
        ["objectives"] = List(content.Objectives, Of),
        ["outcomes"] = List(content.Outcomes, o => new(StringComparer.Ordinal) { ["id"] = o.Id, ["title"] = Title(o.Title, o.Id), ["milestones"] = Texts(o.Milestones), ["follows"] = o.Follows, ["stakeholder"] = o.Stakeholder }),
        ["teeUps"] = List(content.TeeUps, t => new(StringComparer.Ordinal) { ["id"] = t.Id, ["title"] = Title(t.Title, t.Id), ["kind"] = t.Kind.ToString(), ["milestone"] = t.Milestone, ["needs"] = t.Needs == TeeUpNeed.Reached ? null : t.Needs.ToString() }),
        ["blockers"] = List(content.Blockers, b => new(StringComparer.Ordinal) { ["pattern"] = b.Pattern, ["dimension"] = b.Dimension, ["item"] = b.Item, ["prevention"] = b.Prevention }),
        ["valueDrivers"] = List(content.ValueDrivers, v => new(StringComparer.Ordinal) { ["name"] = v.Name }),
        ["assets"] = List(content.Assets, a => new(StringComparer.Ordinal) { ["id"] = a.Id, ["title"] = Title(a.Title, a.Id), ["valueDriver"] = a.ValueDriver, ["item"] = a.Item }),
    };

    private static Dictionary<string, object?> Of(Milestone milestone)
    {
        var model = OfItem(milestone, milestone.Weight);
        model["kind"] = milestone.Kind == MilestoneKind.Outcome ? null : milestone.Kind.ToString();
        model["valueDriver"] = milestone.ValueDriver;
        model["objective"] = milestone.Objective;
        model["skills"] = List(milestone.Skills, s => new(StringComparer.Ordinal) { ["skill"] = s.Skill, ["level"] = s.Level });
        model["firstValue"] = milestone.IsFirstValue ? true : null;
        model["endsLaunch"] = milestone.EndsLaunch ? true : null;
        return model;
    }

    private static Dictionary<string, object?> Of(Accountability accountability)
    {
        var model = OfItem(accountability, accountability.Weight);
        model["party"] = accountability.Party.ToString();
        model["place"] = accountability.Place == PlanPlace.OutsideProduct ? null : accountability.Place.ToString();
        model["role"] = accountability.Role;
        model["owner"] = accountability.Owner;
        return model;
    }

    private static Dictionary<string, object?> Of(Objective objective) => new(StringComparer.Ordinal)
    {
        ["id"] = objective.Id,
        ["title"] = Title(objective.Title, objective.Id),
        ["unit"] = objective.Unit,
        ["baseline"] = objective.Baseline,
        ["target"] = objective.Target,
        ["due"] = objective.DueDay,
        ["measure"] = objective.Measure.Signed,
        ["stakeholder"] = objective.Stakeholder,
    };

    private static Dictionary<string, object?> OfItem(PlanItem item, double weight) => new(StringComparer.Ordinal)
    {
        ["id"] = item.Id,
        ["title"] = Title(item.Title, item.Id),
        ["weight"] = weight == 1 ? null : weight,
        ["due"] = item.DueDay,
        ["start"] = item.StartDay == 0 ? null : item.StartDay,
        ["after"] = Texts(item.After),
        ["evidence"] = item.Evidence?.Signed,
        ["accepts"] = Texts([.. item.Accepts.Select(a => a.ToString())]),
        ["mode"] = item.Mode == EvidenceMode.Latched ? null : item.Mode.ToString(),
        ["dimension"] = item.Dimension,
    };

    private static string? Title(string title, string id) => title == id ? null : title;

    private static List<object>? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : texts.Cast<object>().ToList();

    private static List<object>? List<T>(IReadOnlyList<T> items, Func<T, Dictionary<string, object?>> model) => items.Count == 0 ? null : items.Select(model).Cast<object>().ToList();
}
