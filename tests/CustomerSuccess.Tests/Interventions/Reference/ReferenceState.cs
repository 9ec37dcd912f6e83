using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>A touch, as it stands.</summary>
internal sealed class ReferenceTouch(int rung)
{
    public int Rung => rung;

    public string? Contact { get; set; }

    public TouchState State { get; set; }

    public DateTimeOffset? Due { get; set; }

    public string? Channel { get; set; }

    public bool IsByPeople { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? Sent { get; set; }

    public DateTimeOffset? NotBefore { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public SuppressionReason? Reason { get; set; }

    public bool HoldsBudget => State is TouchState.Reserved or TouchState.Started or TouchState.Retrying || Sent is not null;

    public bool IsUnsent => State is TouchState.Reserved or TouchState.Retrying or TouchState.Suppressed;

    public void Cancel(DateTimeOffset at) => (State, Ended, NotBefore) = (TouchState.Cancelled, at, null);

    public ReferenceTouch Copy() => (ReferenceTouch)MemberwiseClone();

    public override string ToString() => $"{rung} {Contact} {State} {Channel}{(IsByPeople ? " by people" : "")}, due {Short(Due)}, tried {Attempts}, sent {Short(Sent)}, not before {Short(NotBefore)}, ended {Short(Ended)}, {Reason}";

    public static string Short(DateTimeOffset? at) => at is { } known ? Watch.Text(known) : "never";
}

/// <summary>A case, as it stands.</summary>
internal sealed class ReferenceCase(StoryRule rule, string customer, CaseKey key, DateTimeOffset firedAt)
{
    public StoryRule Rule => rule;

    public string Customer => customer;

    public CaseKey Key => key;

    public DateTimeOffset FiredAt => firedAt;

    public CaseOutcome? Outcome { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? UnknownSince { get; set; }

    public List<ReferenceTouch> Touches { get; private set; } = [];

    public bool IsOpen => Outcome is null;

    public bool IsTouched => Touches.Exists(t => t.Sent is not null);

    public ReferenceCase Copy()
    {
        var copy = (ReferenceCase)MemberwiseClone();
        copy.Touches = [.. Touches.Select(t => t.Copy())];
        return copy;
    }

    public void Close(CaseOutcome outcome, DateTimeOffset at)
    {
        (Outcome, ClosedAt) = (outcome, at);
        Touches.FindAll(t => t.IsUnsent).ForEach(t => t.Cancel(at));
    }

    public override string ToString() => $"{key} fired {Watch.Text(firedAt)} {Outcome?.ToString() ?? "open"} {ReferenceTouch.Short(ClosedAt)}, unknown since {ReferenceTouch.Short(IsOpen ? UnknownSince : null)}{string.Concat(Touches.Select(t => $"\n    {t}"))}";
}

/// <summary>An occurrence that opened no case.</summary>
internal sealed record ReferenceSpent(string Customer, CaseKey Key, DateTimeOffset At, SuppressionReason Reason);
