using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Whom a delay is charged to.</summary>
public enum ChargedTo
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The vendor.</summary>
    Vendor,

    /// <summary>Nobody who owed something: the plan asked for too little, or the evidence came late.</summary>
    PlanOrEvidence,

    /// <summary>An accountability that was excused.</summary>
    Excused,
}

/// <summary>
/// Who failed first on the way to a milestone, and what it delayed. The lines are the driving path: what each item in turn had to
/// wait for last. Charges sum to the delay exactly. Definition: docs/joint-accountabilities.md. Immutable.
/// </summary>
public sealed class PlanLedger
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>When it is due, in days since the plan's start.</summary>
    public required int DueDay { get; init; }

    /// <summary>When it was reached, or will be if everything open takes as long as planned from now on.</summary>
    public required int ReachedDay { get; init; }

    /// <summary>Whether it is not reached yet, so that day, delay and charges are projected.</summary>
    public required bool IsProjected { get; init; }

    /// <summary>By how many days it is later than due, 0 where it is not.</summary>
    public int Delay => Math.Max(0, ReachedDay - DueDay);

    /// <summary>The driving path, from its first item to the milestone.</summary>
    public required IReadOnlyList<LedgerLine> Lines { get; init; }

    /// <summary>The first line, along the path, with a charge that is neither excused nor a milestone's; null where there is none.</summary>
    public LedgerLine? FirstFailure => Lines.FirstOrDefault(l => l is { Charge: > 0, ChargedTo: ChargedTo.Customer or ChargedTo.Vendor });

    /// <summary>The days of slack that nothing has consumed.</summary>
    public required int UnusedSlack { get; init; }

    /// <summary>Whether everything that was owed for it was kept, late or not, and it is open after its day.</summary>
    public required bool IsPlanInsufficient { get; init; }

    /// <summary>The ledger as it would be if all standing disputes were right; null where nothing on the way to the milestone is disputed.</summary>
    public required PlanLedger? AsDisputed { get; init; }

    /// <summary>The days that are charged to one.</summary>
    public int DaysOf(ChargedTo one) => Lines.Where(l => l.ChargedTo == one).Sum(l => l.Charge);

    /// <summary>Who delayed what by how much, a line each.</summary>
    public string Explain() => LedgerText.Of(this);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milestone}: {Delay} days late{(IsProjected ? ", projected" : "")}");
}

/// <summary>What one item of the driving path adds to a delay. Immutable.</summary>
public sealed class LedgerLine
{
    /// <summary>The milestone or accountability.</summary>
    public required string Item { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Whom its charge is charged to.</summary>
    public required ChargedTo ChargedTo { get; init; }

    /// <summary>From when it could be worked on.</summary>
    public required int ReadyDay { get; init; }

    /// <summary>When it was done, or will be.</summary>
    public required int DoneDay { get; init; }

    /// <summary>How long it was to take, in days.</summary>
    public required int PlannedDuration { get; init; }

    /// <summary>By how much it took longer (or, negative, shorter).</summary>
    public int Deviation => DoneDay - ReadyDay - PlannedDuration;

    /// <summary>The days of the milestone's delay that are charged for it, 0 or more.</summary>
    public required int Charge { get; init; }

    /// <summary>Whether it is open, so that its day is projected.</summary>
    public required bool IsOpen { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item}: {Charge} days, {ChargedTo}");
}
