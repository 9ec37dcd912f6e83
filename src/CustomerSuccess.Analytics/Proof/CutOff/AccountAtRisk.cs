using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>
/// The decisions of one customer about a cut-off. They are taken as they are known later, for a notice that was recorded late had
/// still been given; what was due is taken as it was known then.
/// </summary>
internal sealed class AccountAtRisk
{
    private readonly CutOffOptions _options;
    private readonly IReadOnlyList<Outcome> _outcomes;
    private readonly Outcome[] _before;
    private readonly Outcome[] _within;
    private readonly Subscription[]? _running;
    private readonly Subscription[] _lasting;
    private readonly Subscription[] _runningAsKnown;
    private readonly bool _inactive;

    public AccountAtRisk(AccountRecords records, CutOffOptions options)
    {
        var after = records.At(options.End, options.OutcomesKnownAt);
        _options = options;
        _outcomes = after.Outcomes;
        _inactive = after.Version is { IsActive: false };
        _running = Running(records.At(options.At, options.OutcomesKnownAt));
        _runningAsKnown = Running(records.At(options.At, options.At)) ?? [];
        _lasting = [.. (after.Subscriptions ?? []).Where(s => !(s.End <= options.End))];
        _before = [.. _outcomes.Where(o => Leaves(o) && IsBefore(o) && !_outcomes.Any(r => r.DecidedAt < options.FirstDay && TakesBack(r, o, orReturns: true)))];
        // What is booked later about a subscription that was given up before is no further decision.
        _within = [.. _outcomes.Where(o => Leaves(o) && !IsBefore(o) && !GivenUp(o.SubscriptionId, _before)
            && !_outcomes.Any(r => TakesBack(r, o, orReturns: o.Kind == OutcomeKind.InvoluntaryLoss))).OrderBy(MadeAt)];
    }

    /// <summary>Whether the customer had left, or said that it would, by the day of the cut-off.</summary>
    public bool HadDecided =>
        _before.Any(o => o.SubscriptionId is null)
        || (_before.Length > 0 && (_running is null or [] || (_options.CountPartialLoss ? _running.Any(IsGivenUpBefore) : _running.All(IsGivenUpBefore))));

    /// <summary>Whether a subscription lasts that was not given up.</summary>
    public bool StaysOn => !_inactive && _lasting.Any(s => !GivenUp(s.Id, _before) && !GivenUp(s.Id, _within));

    /// <summary>Whether something was given up within the horizon.</summary>
    public bool GaveUpSome => _within.Length > 0;

    /// <summary>Whether the customer is no longer active, or all its subscriptions ended, by the horizon's end.</summary>
    public bool IsGone => _inactive || (_running is { Length: > 0 } && _lasting.Length == 0);

    /// <summary>
    /// The decision with which the customer left: the first that concerns the customer as a whole or, where nothing remains, the
    /// last of those that concern one subscription each, whichever came first; null where it did not leave.
    /// </summary>
    public Outcome? Leaving
    {
        get
        {
            if (_options.CountPartialLoss)
            {
                return _within.FirstOrDefault();
            }

            var whole = Array.Find(_within, o => o.SubscriptionId is null);
            var last = StaysOn ? null : _within.Where(o => o.SubscriptionId is not null).DistinctBy(o => o.SubscriptionId).LastOrDefault();
            return whole is null || (last is not null && MadeAt(last) < MadeAt(whole)) ? last : whole;
        }
    }

    /// <summary>When a decision was made: the earlier of when it is dated and when it was recorded.</summary>
    public static DateTimeOffset MadeAt(Outcome outcome) => outcome.RecordedAt < outcome.DecidedAt ? outcome.RecordedAt : outcome.DecidedAt;

    /// <summary>Whether a renewal says the opposite at the same instant.</summary>
    public bool IsContradicted(Outcome leaving) =>
        _outcomes.Any(r => r.Kind == OutcomeKind.Renewal && Concern(r, leaving) && (r.DecidedAt, r.RecordedAt) == (leaving.DecidedAt, leaving.RecordedAt));

    /// <summary>Whether a loss is in effect while a subscription that it concerns runs on without an end.</summary>
    public bool RunsOn(Outcome leaving) =>
        leaving.IsLoss && leaving.TakesEffectAt <= _options.End
        && !_outcomes.Any(r => TakesBack(r, leaving, orReturns: true))
        && _lasting.Any(s => s.End is null && s.IsRunning(_options.End) && (leaving.SubscriptionId is null || leaving.SubscriptionId == s.Id));

    /// <summary>When something was decided, or due to be, within the horizon.</summary>
    public DateTimeOffset[] Decisions() =>
    [
        .. _outcomes.Where(o => o.Kind == OutcomeKind.Renewal).Select(o => o.DecidedAt).Where(at => at >= _options.FirstDay),
        .. _runningAsKnown.Where(s => !IsGivenUpBefore(s)).Select(s => s.RenewsAt).OfType<DateTimeOffset>().Where(at => at >= _options.FirstDay && at <= _options.End),
        .. _within.Select(MadeAt),
    ];

    private Subscription[]? Running(AccountFacts account) =>
        account.Subscriptions is { } all ? [.. all.Where(s => s.IsRunning(_options.At))] : null;

    private bool IsBefore(Outcome outcome) => MadeAt(outcome) < _options.FirstDay;

    private bool IsGivenUpBefore(Subscription subscription) => GivenUp(subscription.Id, _before);

    private static bool GivenUp(string? subscriptionId, Outcome[] decisions) =>
        subscriptionId is not null && Array.Exists(decisions, o => o.SubscriptionId == subscriptionId);

    private static bool Leaves(Outcome outcome) => outcome.Kind is OutcomeKind.NoticeGiven or OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss;

    // A renewal takes a decision back. A return does not: the customer had left.
    private static bool TakesBack(Outcome later, Outcome decision, bool orReturns) =>
        (later.Kind == OutcomeKind.Renewal || (orReturns && later.Kind == OutcomeKind.Return))
        && Concern(later, decision)
        && (later.DecidedAt > decision.DecidedAt || (later.DecidedAt == decision.DecidedAt && later.RecordedAt > decision.RecordedAt));

    private static bool Concern(Outcome one, Outcome other) =>
        one.SubscriptionId is null || other.SubscriptionId is null || one.SubscriptionId == other.SubscriptionId;
}
