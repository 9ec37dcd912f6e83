using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

/// <summary>A plan without mistakes, thrown by a seed: every property, with and without it.</summary>
internal sealed class ThrownPlan
{
    public static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Trait("plan", TraitKind.Text).Trait("seats", TraitKind.Number).Signal("login").Signal("export").Build();

    public static readonly FactCondition Condition = FactCondition.Of("is live", _ => Reading.Known(true), "3");

    public static readonly ObjectiveMeasure Measure = ObjectiveMeasure.Of("close days", _ => Reading.Known(1d), "2");

    private static readonly string[] Odd = ["plain", "with space", "é \"quoted\"", "a/b", "1", "👩 \\ {}"];

    private readonly Random _dice;

    public ThrownPlan(int seed)
    {
        _dice = new Random(seed);
        string[] drivers = Ids("driver", 3), objectives = Ids("objective", 3), owed = Ids("owed", 6), results = ["result", .. Ids("result ", 4)];
        var (items, day) = (new List<string>(), 0);
        Accountability[] accountabilities = [.. owed.Select(id => Owed(id, items, ref day))];
        Milestone[] milestones = [.. results.Select(id => Result(id, items, ref day, drivers, objectives))];
        var outcomes = Ids("outcome", 3);
        Template = PlanTemplate.Of($"plan {Odd[_dice.Next(Odd.Length)]}", new()
        {
            ValueDrivers = [.. drivers.Select(d => new ValueDriver { Name = d, Description = Maybe(() => "what it is") })],
            Objectives = [.. objectives.Select(Goal)],
            Milestones = milestones,
            Accountabilities = accountabilities,
            Outcomes = [.. outcomes.Select((id, i) => new DesiredOutcome { Id = id, Title = Maybe(() => "wanted") ?? id, Milestones = Some(results), Follows = i == 0 ? null : Maybe(() => outcomes[i - 1]), Stakeholder = Maybe(() => "sponsor") })],
            TeeUps = [.. Ids("ask", 3).Select(id => new TeeUp { Id = id, Title = Maybe(() => "May we?") ?? id, Kind = Any<TeeUpKind>(), Milestone = One(results), Needs = Any<TeeUpNeed>() })],
            Blockers = [.. Ids("blocker", 3).Select(id => new PossibleBlocker { Pattern = id, Dimension = One(Odd), Item = Maybe(() => One(items)), Prevention = Maybe(() => "ask early") })],
            Assets = drivers.Length == 0 ? [] : [.. Ids("asset", 3).Select(id => new PlanAsset { Id = id, Title = Maybe(() => "Guide") ?? id, ValueDriver = One(drivers), Item = Maybe(() => One(items)) })],
        });
    }

    public PlanTemplate Template { get; }

    public static PlanTemplate Read(string text, string name = "plan.json") => PlanTemplateDocument.Read(new(name, text), Words, [Condition], [Measure]);

    private Accountability Owed(string id, List<string> items, ref int day)
    {
        day += _dice.Next(0, 5);
        var owed = new Accountability
        {
            Id = id,
            Title = Maybe(() => One(Odd)) ?? id,
            Party = Any<PlanParty>(),
            Place = Any<PlanPlace>(),
            Weight = Maybe(() => (double?)(_dice.Next(0, 4) * 0.3)) ?? 1,
            Role = Maybe(() => "champion"),
            Owner = Maybe(() => "jane"),
            DueDay = day,
            StartDay = _dice.Next(0, day + 1),
            After = Some(items),
            Evidence = Maybe(() => Evidence(2)),
            Mode = Any<EvidenceMode>(),
            Dimension = Maybe(() => "People"),
        };
        items.Add(id);
        return Accepting(owed) is { } accepts ? owed with { Accepts = accepts } : owed;
    }

    private Milestone Result(string id, List<string> items, ref int day, string[] drivers, string[] objectives)
    {
        day += _dice.Next(0, 5);
        var result = new Milestone
        {
            Id = id,
            Title = Maybe(() => One(Odd)) ?? id,
            Weight = Maybe(() => (double?)(1 + (_dice.NextDouble() * 1e3))) ?? 1,
            Kind = Any<MilestoneKind>(),
            ValueDriver = drivers.Length == 0 ? null : Maybe(() => One(drivers)),
            Objective = objectives.Length == 0 ? null : Maybe(() => One(objectives)),
            DueDay = day,
            StartDay = _dice.Next(2) * day,
            After = Some(items),
            Evidence = Maybe(() => Evidence(2)),
            Mode = Any<EvidenceMode>(),
            Dimension = Maybe(() => One(Odd)),
            Skills = [.. Ids("skill", 3).Select(s => new SkillNeed(s, _dice.Next(1, 6)))],
            IsFirstValue = _dice.Next(2) == 0,
            EndsLaunch = _dice.Next(2) == 0,
        };
        items.Add(id);
        return Accepting(result) is { } accepts ? result with { Accepts = accepts } : result;
    }

    private Objective Goal(string id) => new()
    {
        Id = id,
        Title = Maybe(() => One(Odd)) ?? id,
        Unit = Maybe(() => "hours"),
        Baseline = (_dice.NextDouble() * 200) - 100,
        Target = _dice.Next(200, 300),
        DueDay = _dice.Next(0, 400),
        Measure = _dice.Next(3) == 0 ? Measure : ObjectiveMeasure.Of(Words.Number("signals.login.count(days(28)) / 3.5 + customer.seats")),
        Stakeholder = Maybe(() => "sponsor"),
    };

    private FactCondition Evidence(int depth) => _dice.Next(depth > 0 ? 8 : 5) switch
    {
        0 => Words.Condition("customer.plan == 'pro' && signals.export.count(days(7)) > 3.5"),
        1 => Fact.Number("a b").AtLeast(_dice.NextDouble() * 1e6),
        2 => Fact.Text("plan").IsOneOf([.. Enumerable.Range(0, _dice.Next(1, 4)).Select(i => $"p{i}")]),
        3 => Condition,
        4 => Fact.IsKnown("x"),
        5 => !Evidence(depth - 1),
        6 => Evidence(depth - 1) & Evidence(depth - 1),
        _ => Evidence(depth - 1) | Evidence(depth - 1),
    };

    // Sometimes what would be taken anyhow, stated.
    private EvidenceKind[]? Accepting(PlanItem item)
    {
        EvidenceKind[] stated = [.. Some([EvidenceKind.Event, EvidenceKind.Attestation, EvidenceKind.Document])];
        return _dice.Next(2) == 0 || (stated.Length == 0 && item.Accepts.Count > 0) ? null : stated;
    }

    private string[] Ids(string what, int most) => [.. Enumerable.Range(0, _dice.Next(0, most + 1)).Select(i => $"{what} {i} {Odd[_dice.Next(Odd.Length)]}")];

    private T One<T>(IReadOnlyList<T> of) => of[_dice.Next(of.Count)];

    private T[] Some<T>(IReadOnlyList<T> of) => [.. of.Where(_ => _dice.Next(3) == 0)];

    private TEnum Any<TEnum>()
        where TEnum : struct, Enum => One(Enum.GetValues<TEnum>());

    private T? Maybe<T>(Func<T> make) => _dice.Next(2) == 0 ? make() : default;
}
