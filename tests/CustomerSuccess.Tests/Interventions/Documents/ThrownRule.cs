using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Interventions.Documents;

/// <summary>A rule, or a policy, without mistakes, thrown by a seed: every property, with and without it.</summary>
internal sealed class ThrownRule
{
    public static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Trait("plan", TraitKind.Text).Trait("seats", TraitKind.Number).Trait("onboarded", TraitKind.Instant).Signal("login").Signal("workshop").Build();

    public static readonly FactCondition Condition = FactCondition.Of("is strategic", _ => Reading.Known(true), "3");

    private static readonly string[] Odd = ["plain", "with space", "é \"quoted\"", "a/b", "1", "👩 \\ {}"];

    private static readonly TimeZoneInfo[] Zones = [TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu")];

    private readonly Random _dice;

    public ThrownRule(int seed)
    {
        _dice = new Random(seed);
        var trigger = Thrown();
        var isFollowUp = trigger is AnchorTrigger { Anchor.Kind: AnchorKind.Signal, Offset.TotalDays: >= 14 and <= 28 };
        var mayComeBack = trigger is ConditionTrigger && _dice.Next(2) == 0;
        Rule = Rule.Of($"rule {One(Odd)}", new()
        {
            Trigger = trigger,
            Purpose = new() { Reason = One(Odd), Agenda = One(Odd), ExpectedResult = One(Odd), Communication = Any<CommunicationPurpose>() },
            Guard = Maybe(() => Thrown(2)),
            Correlation = Maybe(() => Words.Text(One(["customer.id", "customer.id + '/' + customer.plan", "orElse(customer.plan, 'none')"]))),
            Severity = Any<CaseSeverity>(),
            Audience = new() { Personas = Names("persona") },
            Wait = Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.FromDays(3),
            Ladder = [.. Enumerable.Range(0, _dice.Next(4)).Select(_ => new Rung { Channels = Names("channel"), Audience = Maybe(() => new Audience { Personas = Names("persona") }), Wait = Maybe(() => (TimeSpan?)Time()), Execution = Any<TouchExecution>() })],
            Success = trigger is ConditionTrigger ? Maybe(() => Thrown(2)) : Thrown(2),
            SuccessWithin = Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.FromDays(30),
            Exit = Maybe(() => Thrown(1)),
            CoolDown = mayComeBack ? Time() : Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.Zero,
            ReEntry = mayComeBack ? ReEntry.AfterCoolDown : One([ReEntry.AfterClear, ReEntry.Never]),
            Caps = [.. Enumerable.Range(1, _dice.Next(3)).Select(i => new RuleCap(_dice.Next(1, 9), TimeSpan.FromDays(i * 30)))],
            Priority = _dice.Next(-2, 3),
            Minutes = _dice.Next(2) == 0 ? 30 : 0.1 + (_dice.NextDouble() * 100),
            Kind = Any<RuleKind>(),
            Cause = Maybe(() => (InteractionCause?)Any<InteractionCause>()),
            Direction = Maybe(() => One(Odd)),
            Tags = Names("tag"),
            Lateness = Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.FromDays(1),
            WhenUnknown = Any<WhenUndetermined>(),
            OnRemoved = Any<WhenRemoved>(),
            Hypothesis = isFollowUp ? Maybe(() => Thrown(1)) : null,
            Description = Maybe(() => One(Odd)),
        });
        Policy = new()
        {
            Budgets = [.. Enumerable.Range(1, _dice.Next(4)).Select(i => new Budget { Owner = Any<BudgetOwnerKind>(), Touches = _dice.Next(4), Within = TimeSpan.FromDays(i), Channel = Maybe(() => One(Odd)) })],
            Inhibitions = [.. Enumerable.Range(0, _dice.Next(3)).Select(_ => new Inhibition { BySeverity = Any<CaseSeverity>(), ByTag = Maybe(() => One(Odd)), ByRule = Maybe(() => One(Odd)), BelowSeverity = Maybe(() => (CaseSeverity?)CaseSeverity.Severe), Rule = Maybe(() => One(Odd)), Tag = Maybe(() => One(Odd)) })],
            Calendar = Maybe(() => new WorkingCalendar { Days = [DayOfWeek.Sunday, Any<DayOfWeek>()], From = new(_dice.Next(12), _dice.Next(60)), To = new(_dice.Next(12, 24), 59, _dice.Next(60)), Holidays = [new(2026, 12, _dice.Next(1, 32))], ForPeopleToo = _dice.Next(2) == 0 }),
            Retry = Maybe(() => new RetryPolicy { Attempts = _dice.Next(1, 9), Delay = Time(), Factor = 1 + _dice.NextDouble(), Timeout = Time(), WhenUncertain = Any<UncertainDelivery>() }) ?? new(),
            Attempts = Maybe(() => new AttemptOptions { SaturatedAfter = _dice.Next(1, 9), SaturationWindow = Time(), RateWindow = Time(), ResponsiveTouches = _dice.Next(1, 9), UnresponsiveTouches = _dice.Next(3, 9), UnresponsiveOver = Time(), UnresponsiveChannels = _dice.Next(1, 4) }) ?? new(),
            UndeterminedFor = Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.FromDays(14),
        };
    }

    public Rule Rule { get; }

    public InterventionPolicy Policy { get; }

    public static Rule Read(string text, string name = "rule.json") => RuleDocument.Read(new(name, text), Words, [Condition]);

    private RuleTrigger Thrown() => _dice.Next(11) switch
    {
        0 or 1 => Trigger.When(Thrown(2), Maybe(() => (TimeSpan?)Time()) ?? TimeSpan.Zero, Maybe(() => new EvaluationGrid(One(Zones), _dice.Next(1, 8), Maybe(() => (DateOnly?)new DateOnly(2026, 1, 5))))),
        2 => Trigger.After(Anchor.Signal(One(Odd)), TimeSpan.FromDays(_dice.Next(10, 30))),
        3 => _dice.Next(2) == 0 ? Trigger.After(Thrown(Odd), Time()) : Trigger.Before(Thrown(Odd), Time()),
        4 => Trigger.Absence(One(Odd), Time(), Thrown(Odd), _dice.Next(1, 4)),
        5 => _dice.Next(2) == 0 ? Trigger.Every(Any<CalendarPeriod>(), One(Zones)) : Trigger.AbsenceIn(Any<CalendarPeriod>(), One(Odd), One(Zones), _dice.Next(1, 4)),
        6 => Trigger.Cron(One(["0 9 * * MON", "*/5 0 9 * * *", "0 0 L * *"]), One(Zones)),
        7 => Trigger.Signal(One(Odd), Maybe(() => SignalExpressions.Language.Condition(One(["signal.value <= 6.0", "signal.cause == 'customer' && signal.actor == 'jane'"])))),
        8 => _dice.Next(2) == 0 ? Trigger.SegmentEntered(One(Odd), Maybe(() => One(Odd))) : Trigger.SegmentLeft(One(Odd), One(Odd)),
        9 => _dice.Next(2) == 0 ? Trigger.BandChanged(Maybe(() => "Red"), Maybe(() => "Green")) : Trigger.ContactLeft(Maybe(() => One(Odd))),
        _ => Trigger.Milestone(Any<MilestoneMoment>(), Maybe(() => One(Odd))),
    };

    private Anchor Thrown(string[] names) => One([Anchor.CustomerSince, Anchor.Renewal, Anchor.SubscriptionStart, Anchor.SubscriptionEnd, Anchor.PlanStart, Anchor.MilestoneDue(), Anchor.MilestoneDue(One(names)), Anchor.Trait(One(names)), Anchor.Signal(One(names))]);

    private FactCondition Thrown(int depth) => _dice.Next(depth > 0 ? 7 : 4) switch
    {
        0 => Words.Condition("customer.plan == 'pro' && signals.login.count(days(7)) > 3.5"),
        1 => Words.Condition("health.band == 'Red' || health.value < 40.0"),
        2 => Fact.Number("a b").AtLeast(_dice.NextDouble() * 1e6),
        3 => Condition,
        4 => !Thrown(depth - 1),
        5 => Thrown(depth - 1) & Thrown(depth - 1),
        _ => Thrown(depth - 1) | Thrown(depth - 1),
    };

    private TimeSpan Time() => _dice.Next(4) switch { 0 => TimeSpan.FromDays(_dice.Next(1, 400)), 1 => TimeSpan.FromHours(_dice.Next(1, 100)), 2 => TimeSpan.FromMinutes(_dice.Next(1, 100)), _ => TimeSpan.FromTicks(_dice.NextInt64(1, TimeSpan.TicksPerDay * 300)) };

    private string[] Names(string what) => [.. Enumerable.Range(0, _dice.Next(3)).Select(i => $"{what} {i} {One(Odd)}")];

    private T One<T>(IReadOnlyList<T> of) => of[_dice.Next(of.Count)];

    private TEnum Any<TEnum>()
        where TEnum : struct, Enum => One(Enum.GetValues<TEnum>());

    private T? Maybe<T>(Func<T> make) => _dice.Next(2) == 0 ? make() : default;
}
