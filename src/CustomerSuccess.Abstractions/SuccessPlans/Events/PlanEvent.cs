using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Something that was recorded about a plan: everything that a plan's state is made of, beside the facts that its expressions
/// read. Visible where <see cref="OccurredAt"/> ≤ as of and <see cref="RecordedAt"/> ≤ known at. Never changed and never removed; it can be
/// taken back by <see cref="EventTakenBack"/>. Immutable.
/// </summary>
public abstract record PlanEvent : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;

    private protected PlanEvent(string id, string planId, string customerId, DateTimeOffset occurredAt)
    {
        ValidText.Check(id);
        ValidText.Check(planId);
        ValidText.Check(customerId);
        (Id, PlanId, CustomerId, OccurredAt) = (id, planId, customerId, occurredAt.ToUniversalTime());
    }

    /// <summary>The event's id, one of its own within the plan: the same one twice is one event.</summary>
    public string Id { get; private protected init; }

    /// <summary>The plan.</summary>
    public string PlanId { get; }

    /// <summary>The customer: of a cluster's plan, the one of its customers that it is about.</summary>
    public string CustomerId { get; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset OccurredAt { get; }

    DateTimeOffset IDated.EffectiveAt => OccurredAt;

    /// <summary>When it became known, UTC; <see cref="OccurredAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? OccurredAt; init => _recordedAt = value == OccurredAt ? null : value.ToUniversalTime(); }

    /// <summary>Everything it says, as a text that differs where anything of it does.</summary>
    public string Content => ContentText.Of(GetType().Name, Id, PlanId, CustomerId, OccurredAt.Ticks, RecordedAt.Ticks) + Told;

    /// <summary>The event without what it says of a person.</summary>
    internal abstract PlanEvent Without(ContactRedaction person);

    /// <summary>Everything that the kind of event adds.</summary>
    private protected abstract string Told { get; }
}
