namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads the milestones and accountabilities of a plan.</summary>
internal sealed class PlanItemReader(PlanPlaces places, FactConditionReader conditions)
{
    public const string Example = "{ \"id\": \"live\", \"due\": 60 }";

    private const string Owed = "{ \"id\": \"contract\", \"party\": \"customer\", \"due\": 14 }";
    private const int FarthestDay = 1_000_000;

    // Stands for a condition that has mistakes: what follows of it is no mistake of its own.
    private static readonly FactCondition Unread = FactCondition.Of("unread", _ => Reading.Known(true), "1");

    public IReadOnlyList<Milestone> Milestones() => [.. places.Each(PlanPlaces.Milestones, Example).Select(Milestone)];

    public IReadOnlyList<Accountability> Accountabilities() => [.. places.Each(PlanPlaces.Accountabilities, Owed).Select(Accountability)];

    private Milestone Milestone(DocumentReader one)
    {
        var id = places.Id(PlanPlaces.Milestones, one, Example);
        var objective = one.Text("objective");
        var (due, start) = Days(one);
        var milestone = new Milestone
        {
            Id = id,
            Title = one.Text("title") ?? id,
            Weight = one.Number("weight", 1),
            Kind = one.Word<MilestoneKind>("kind") ?? MilestoneKind.Outcome,
            ValueDriver = one.Text("valueDriver"),
            Objective = objective,
            DueDay = due,
            StartDay = start,
            After = one.Texts("after"),
            Evidence = Evidence(one) ?? (objective is null && one.Find("objective") is not null ? Unread : null),
            Mode = one.Word<EvidenceMode>("mode") ?? EvidenceMode.Latched,
            Dimension = one.Text("dimension"),
            Skills = Skills(one),
            IsFirstValue = one.Flag("firstValue"),
            EndsLaunch = one.Flag("endsLaunch"),
        };
        return Accepted(one) is { } accepts ? milestone with { Accepts = accepts } : milestone;
    }

    private Accountability Accountability(DocumentReader one)
    {
        var id = places.Id(PlanPlaces.Accountabilities, one, Owed);
        one.Required("party", "Say who owes it: \"party\": \"customer\" or \"vendor\".");
        var (due, start) = Days(one);
        var accountability = new Accountability
        {
            Id = id,
            Title = one.Text("title") ?? id,
            Party = one.Word<PlanParty>("party") ?? PlanParty.Customer,
            Place = one.Word<PlanPlace>("place") ?? PlanPlace.OutsideProduct,
            Weight = one.Number("weight", 1),
            Role = one.Text("role"),
            Owner = one.Text("owner"),
            DueDay = due,
            StartDay = start,
            After = one.Texts("after"),
            Evidence = Evidence(one),
            Mode = one.Word<EvidenceMode>("mode") ?? EvidenceMode.Latched,
            Dimension = one.Text("dimension"),
        };
        return Accepted(one) is { } accepts ? accountability with { Accepts = accepts } : accountability;
    }

    // Without a due day nothing is said of the start either.
    private static (int Due, int Start) Days(DocumentReader one)
    {
        one.Required("due", "Say when it is expected, in days since the plan's start: \"due\": 60.");
        var (due, start) = (one.Whole("due", -FarthestDay, FarthestDay), one.Whole("start", -FarthestDay, FarthestDay));
        return due is { } day ? (day, start ?? 0) : (0, 0);
    }

    private FactCondition? Evidence(DocumentReader one) => one.Find("evidence") is { } node ? conditions.Read(node) ?? Unread : null;

    // Null where it is not stated, or has mistakes.
    private static EvidenceKind[]? Accepted(DocumentReader one)
    {
        if (one.Find("accepts") is not { } node || !one.Is(node, DocumentKind.List, "a list: [ … ]"))
        {
            return null;
        }

        EvidenceKind?[] kinds = [.. node.Parts.Select(p => one.Is(p, DocumentKind.Text, "a text") ? one.WordOf<EvidenceKind>(p) : null)];
        return Array.TrueForAll(kinds, k => k is not null) ? Array.ConvertAll(kinds, k => k!.Value) : null;
    }

    private static List<SkillNeed> Skills(DocumentReader one)
    {
        List<SkillNeed> skills = [];
        foreach (var node in one.Named("skills"))
        {
            if (string.IsNullOrWhiteSpace(node.Name))
            {
                one.Check.AddName("DO004", node, $"A skill has a name.", "Write the name of a skill: { \"reporting\": 3 }.");
            }
            else if (one.NumberOf(node) is { } level)
            {
                if (level is 1 or 2 or 3 or 4 or 5)
                {
                    skills.Add(new(node.Name, (int)level));
                }
                else
                {
                    one.Check.Add("DO004", node, $"{level} is no level of a skill.", "Write the level that is needed, a whole number from 1 to 5.");
                }
            }
        }

        return skills;
    }
}
