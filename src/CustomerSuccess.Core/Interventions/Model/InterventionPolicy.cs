using System.Collections.ObjectModel;

namespace CustomerSuccess.Interventions;

/// <summary>
/// What holds for all rules: budgets, inhibitions, the time of day, retries. It is checked by <see cref="RuleSet.Of"/>. Open cases follow the present
/// one. Immutable.
/// </summary>
public sealed class InterventionPolicy
{
    private readonly IReadOnlyList<Budget> _budgets = [];
    private readonly IReadOnlyList<Inhibition> _inhibitions = [];

    /// <summary>How many touches there may be, over all rules; none for as many as come.</summary>
    public IReadOnlyList<Budget> Budgets { get => _budgets; init => _budgets = Copy(value); }

    /// <summary>Which open cases hold back the touches of which others at the same customer.</summary>
    public IReadOnlyList<Inhibition> Inhibitions { get => _inhibitions; init => _inhibitions = Copy(value); }

    /// <summary>When contacts may be touched, in their own zone; null for at any time.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>How often and how long a channel is tried.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>The thresholds of answers, failures and saturation.</summary>
    public AttemptOptions Attempts { get; init; } = new();

    /// <summary>After how long a case ends of which it is not known whether what triggered it still holds, above 0; 14 days unless stated.</summary>
    public TimeSpan UndeterminedFor { get; init; } = TimeSpan.FromDays(14);

    private static ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array.AsReadOnly([.. items]);
    }
}

/// <summary>At most so many touches in any time of a length, of everyone of a kind, over all rules. Immutable.</summary>
public sealed record Budget
{
    /// <summary>Whose time it protects.</summary>
    public required BudgetOwnerKind Owner { get; init; }

    /// <summary>How many touches, 0 or more.</summary>
    public required int Touches { get; init; }

    /// <summary>In any time of which length, above 0.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>On which channel; null for all together.</summary>
    public string? Channel { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Touches} {(Channel is null ? "" : $"{Channel} ")}touches in {DocumentSpan.Write(Within)}";
}

/// <summary>An open case holds back the touches of other cases at the same customer. Never its own. Immutable.</summary>
public sealed record Inhibition
{
    /// <summary>Cases at least as grave hold back; null for whatever gravity.</summary>
    public CaseSeverity? BySeverity { get; init; }

    /// <summary>Cases of this rule hold back; null for any.</summary>
    public string? ByRule { get; init; }

    /// <summary>Cases of rules with this tag hold back; null for any.</summary>
    public string? ByTag { get; init; }

    /// <summary>Cases less grave than this are held back; null for whatever gravity.</summary>
    public CaseSeverity? BelowSeverity { get; init; }

    /// <summary>Cases of this rule are held back; null for any.</summary>
    public string? Rule { get; init; }

    /// <summary>Cases of rules with this tag are held back; null for any.</summary>
    public string? Tag { get; init; }
}

/// <summary>How often and how long a channel is tried. Immutable.</summary>
public sealed record RetryPolicy
{
    /// <summary>How many attempts, 1 or more; 3 unless stated. Then the touch is given up.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long after the first attempt, above 0; 5 minutes unless stated.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>By how much the wait grows from one attempt to the next, 1 or more; 2 unless stated.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>How long one attempt may take, above 0; 30 seconds unless stated.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is done where it is not known whether an attempt reached the contact, and the channel does not honour idempotency keys.</summary>
    public UncertainDelivery WhenUncertain { get; init; }

    /// <summary>How long after an attempt the next one is, from 1.</summary>
    internal TimeSpan DelayAfter(int attempt)
    {
        var ticks = (double)Delay.Ticks;
        for (var i = 1; i < attempt && ticks < TimeSpan.TicksPerDay * 365d; i++)
        {
            ticks *= Factor;
        }

        return TimeSpan.FromTicks((long)Math.Min(ticks, TimeSpan.TicksPerDay * 365d));
    }
}

/// <summary>What is done where it is not known whether an attempt reached the contact.</summary>
public enum UncertainDelivery
{
    /// <summary>It is not tried again: at most once. It counts as sent.</summary>
    AtMostOnce,

    /// <summary>It is tried again: at least once.</summary>
    AtLeastOnce,
}

/// <summary>The thresholds of answers, failures and saturation. Immutable.</summary>
public sealed record AttemptOptions
{
    /// <summary>A channel is saturated for a contact after so many attempts without answer, 1 or more; 3 unless stated.</summary>
    public int SaturatedAfter { get; init; } = 3;

    /// <summary>Within which time they count, above 0; 30 days unless stated.</summary>
    public TimeSpan SaturationWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Within which time responses and attempts are counted for the choice of a channel, above 0; 180 days unless stated.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromDays(180);

    /// <summary>A contact is responsive who answered one of so many last touches, 1 or more; 2 unless stated.</summary>
    public int ResponsiveTouches { get; init; } = 2;

    /// <summary>A contact is unresponsive who answered none of so many last touches; 4 unless stated.</summary>
    public int UnresponsiveTouches { get; init; } = 4;

    /// <summary>And those were spread over at least this time; 21 days unless stated.</summary>
    public TimeSpan UnresponsiveOver { get; init; } = TimeSpan.FromDays(21);

    /// <summary>And over so many channels; 2 unless stated.</summary>
    public int UnresponsiveChannels { get; init; } = 2;
}
