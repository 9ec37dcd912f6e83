namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How a plan stands for a customer as of an instant, as known at an instant: computed from the plan, the customer's facts and what was recorded
/// about the plan, never kept by hand. Immutable and safe to share between threads.
/// </summary>
public sealed class PlanState
{
    private readonly EventSnapshot _events;
    private readonly CustomerFacts _facts;
    private readonly Vocabulary<CustomerFacts>? _vocabulary;
    private readonly Lazy<IReadOnlyList<PlanEvent>> _standing;
    private readonly Lazy<SuccessVector> _vector;
    private readonly Lazy<IReadOnlyList<OutcomeState>> _outcomes;

    internal PlanState(SuccessPlan plan, PlanOptions options, EventSnapshot events, FactsEvidence followed, SuccessDefinition? definition, StateParts parts)
    {
        (Plan, Options, _events, _facts, _vocabulary, Day, Definition, Parts) = (plan, options, events, followed.Facts, followed.Vocabulary, followed.Day, definition, parts);
        Milestones = Array.AsReadOnly(Array.ConvertAll(parts.Milestones, m => m!));
        Accountabilities = Array.AsReadOnly(Array.ConvertAll(plan.Shape.Accountabilities, a => parts.Accountabilities[a]!));
        Ledgers = Array.AsReadOnly(Array.ConvertAll(parts.Ledgers, l => l!));
        _standing = new(() => _events.Standing(AsOf, KnownAt));
        _vector = new(() => PlanVector.Of(this));
        _outcomes = new(() => OutcomeMaker.Of(this));
    }

    /// <summary>The plan, in the version that was asked.</summary>
    public SuccessPlan Plan { get; }

    /// <summary>The customer.</summary>
    public string CustomerId => _facts.CustomerId;

    /// <summary>The instant as of which it holds, UTC.</summary>
    public DateTimeOffset AsOf => _facts.AsOf;

    /// <summary>The instant at which it is known, UTC.</summary>
    public DateTimeOffset KnownAt => _facts.KnownAt;

    /// <summary>The day, since the plan's start, of <see cref="AsOf"/> in the plan's zone; negative before the start.</summary>
    public int Day { get; }

    /// <summary>What success is for the customer; null where that was not said.</summary>
    public SuccessDefinition? Definition { get; }

    /// <summary>The thresholds.</summary>
    public PlanOptions Options { get; }

    /// <summary>The milestones, prerequisites first.</summary>
    public IReadOnlyList<MilestoneState> Milestones { get; }

    /// <summary>The accountabilities, prerequisites first.</summary>
    public IReadOnlyList<AccountabilityState> Accountabilities { get; }

    /// <summary>A ledger a milestone, in the order of <see cref="Milestones"/>.</summary>
    public IReadOnlyList<PlanLedger> Ledgers { get; }

    /// <summary>The value that the plan has delivered, 0 to 1: Σ share·progress over its milestones; both ends differ where some of it is not known.</summary>
    public ValueRange Value => PlanVector.ValueOf(Plan.Shape, Parts);

    /// <summary>How far the value has moved over the window, 90 days unless stated, under this plan.</summary>
    public SuccessVector Vector => _vector.Value;

    /// <summary>The pace of the plan as a whole: of its open milestones the worst, stuck before behind, unknown, on track and not started; reached when all are.</summary>
    public Pace Pace => Milestones.Select(m => m.Pace).MaxBy(p => p switch { Pace.Stuck => 5, Pace.Behind => 4, Pace.Unknown => 3, Pace.OnTrack => 2, Pace.NotStarted => 1, _ => 0 });

    /// <summary>The desired outcomes: which are reached, and how sure that is.</summary>
    public IReadOnlyList<OutcomeState> Outcomes => _outcomes.Value;

    /// <summary>Whether every desired outcome is reached and none follows: the customer has nothing ahead of it with the product. False where the plan names no outcome.</summary>
    public bool NothingFollows => Outcomes.Count > 0 && Outcomes.All(o => o.IsReached);

    /// <summary>What was recorded about the plan and stands, by when it happened.</summary>
    public IReadOnlyList<PlanEvent> Events => _standing.Value;

    /// <summary>What was recorded about the plan and is of no use to it, with the reason: for instance of an item that it has not.</summary>
    public IReadOnlyList<RefusedEvent> Refused => _events.Refused(AsOf, KnownAt);

    internal StateParts Parts { get; }

    internal CustomerFacts Facts => _facts;

    internal Vocabulary<CustomerFacts>? Vocabulary => _vocabulary;

    /// <summary>How a milestone stands.</summary>
    /// <exception cref="ArgumentException">The plan has none of that id.</exception>
    public MilestoneState Milestone(string id) => Milestones.FirstOrDefault(m => m.Id == id) ?? throw Missing("milestone", id, Milestones.Select(m => m.Id));

    /// <summary>How an accountability stands.</summary>
    /// <exception cref="ArgumentException">The plan has none of that id.</exception>
    public AccountabilityState Accountability(string id) => Accountabilities.FirstOrDefault(a => a.Id == id) ?? throw Missing("accountability", id, Accountabilities.Select(a => a.Id));

    /// <summary>The ledger of a milestone.</summary>
    /// <exception cref="ArgumentException">The plan has none of that id.</exception>
    public PlanLedger Ledger(string milestone) => Ledgers.FirstOrDefault(l => l.Milestone == milestone) ?? throw Missing("milestone", milestone, Milestones.Select(m => m.Id));

    /// <summary>How much of what a party owed, and had come due, it kept.</summary>
    public KeptRate Kept(PlanParty party)
    {
        int Count(AccountabilityStanding standing) => Accountabilities.Count(a => a.Party == party && a.Standing == standing);
        return new()
        {
            Party = party,
            Kept = Count(AccountabilityStanding.Kept),
            KeptLate = Count(AccountabilityStanding.KeptLate),
            Failed = Count(AccountabilityStanding.Failed),
            Excused = Count(AccountabilityStanding.Excused),
        };
    }

    /// <summary>When a milestone will be reached, with a range.</summary>
    /// <param name="milestone">The milestone.</param>
    /// <param name="cohort">How long its items took other customers; null for this plan's own pace.</param>
    /// <exception cref="ArgumentException">The plan has none of that id.</exception>
    public PlanForecast Forecast(string milestone, PaceCohort? cohort = null)
    {
        var place = Milestones.Select(m => m.Id).ToList().IndexOf(milestone);
        return place >= 0 ? ForecastMaker.Of(this, place, cohort) : throw Missing("milestone", milestone, Milestones.Select(m => m.Id));
    }

    /// <summary>The value that was expected and the value there was, at the ends of days from day 0 to the last due day or the present one, whichever is later.</summary>
    /// <param name="everyDays">The distance of the points in days, 1 or more; the last point is there in any case.</param>
    public IReadOnlyList<ValuePoint> Curve(int everyDays = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyDays, 1);
        return ValueCurve.Of(this, everyDays);
    }

    /// <summary>The items, from the first to the milestone that is reached last, of which each has to wait for the one before it: a day later for one of them is a day later for the plan, unless there is slack.</summary>
    public IReadOnlyList<string> CriticalPath => [.. Ledgers.MaxBy(l => (l.ReachedDay, -Plan.Graph.PlaceOf(l.Milestone)))!.Lines.Select(l => l.Item)];

    /// <summary>The state of the same plan as of an earlier instant, as known at the same instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies after <see cref="AsOf"/>.</exception>
    public PlanState RewoundTo(DateTimeOffset earlier)
    {
        var book = new EventBook(Plan, CustomerId);
        foreach (var given in _events.All)
        {
            book.Add(given);
        }

        return new StateMaker(Plan, Options, book, new(Plan, _facts.RewoundTo(earlier), _vocabulary), Definition).Make(null, []);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Plan.Version.PlanId} of {CustomerId} on day {Day}: {Pace}, value {Value}");

    private static ArgumentException Missing(string what, string id, IEnumerable<string> among) =>
        new($"The plan has no {what} '{id}'. {Suggestion.For(id, [.. among])}", nameof(id));
}
