namespace CustomerSuccess.Contacts;

/// <summary>The usual causes of issues. A host's own is a text beside them.</summary>
public static class IssueCauses
{
    /// <summary>The customer did not know how.</summary>
    public const string CustomerKnowledge = "customer knowledge";

    /// <summary>The product.</summary>
    public const string Product = "product";

    /// <summary>The vendor's work.</summary>
    public const string Vendor = "vendor";
}

/// <summary>What is to be done about an issue, and by when. Immutable.</summary>
public sealed record IssuePlan
{
    /// <summary>Creates a plan.</summary>
    /// <param name="action">What is to be done. Not empty.</param>
    /// <param name="dueAt">By when.</param>
    /// <exception cref="ArgumentException">Nothing is to be done.</exception>
    public IssuePlan(string action, DateTimeOffset dueAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        (Action, DueAt) = (action, dueAt.ToUniversalTime());
    }

    /// <summary>What is to be done. Free text: it never reaches logs or metrics.</summary>
    public string Action { get; }

    /// <summary>By when, UTC.</summary>
    public DateTimeOffset DueAt { get; }

    /// <summary>The date; no free text.</summary>
    public override string ToString() => $"a plan due {NumberText.Instant(DueAt)}";
}

/// <summary>
/// Something that is wrong at a customer: opened, contained, closed. Of several records of one id the one that was recorded last
/// holds; of several recorded at one instant the one that tells furthest. It is open from <see cref="OpenedAt"/> (included) to
/// <see cref="ClosedAt"/> (excluded). Immutable.
/// </summary>
public sealed record Issue : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly DateTimeOffset? _containedAt;
    private readonly DateTimeOffset? _closedAt;
    private readonly string? _cause;
    private readonly string? _product;

    /// <summary>Creates a record of an issue.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="id">The id, compared ordinally, of one customer's issues. Not empty.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="openedAt">Since when there is one.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public Issue(string customerId, string id, IssueSeverity severity, DateTimeOffset openedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (CustomerId, Id, Severity, OpenedAt) = (customerId, id, severity, openedAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The id.</summary>
    public string Id { get; internal init; }

    /// <summary>How grave it is.</summary>
    public IssueSeverity Severity { get; init; }

    /// <summary>Since when there is one, UTC.</summary>
    public DateTimeOffset OpenedAt { get; }

    DateTimeOffset IDated.EffectiveAt => OpenedAt;

    /// <summary>When it was contained, UTC; null where it is not.</summary>
    /// <exception cref="ArgumentException">It lies before it was opened.</exception>
    public DateTimeOffset? ContainedAt { get => _containedAt; init => _containedAt = NotBefore(value, "contained"); }

    /// <summary>When it was closed, UTC; null where it is not.</summary>
    /// <exception cref="ArgumentException">It lies before it was opened.</exception>
    public DateTimeOffset? ClosedAt { get => _closedAt; init => _closedAt = NotBefore(value, "closed"); }

    /// <summary>When this record became known; <see cref="OpenedAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? OpenedAt; init => _recordedAt = value == OpenedAt ? null : value.ToUniversalTime(); }

    /// <summary>What it came from: one of <see cref="IssueCauses"/> or the host's own; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Cause { get => _cause; init => _cause = ContactText.NotEmpty(value, "cause"); }

    /// <summary>The product; null where it concerns none, or that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Product { get => _product; init => _product = ContactText.NotEmpty(value, "product"); }

    /// <summary>What is to be done about it, by when; null for no plan.</summary>
    public IssuePlan? Plan { get; init; }

    /// <summary>Whether it is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) => OpenedAt <= at && !(ClosedAt <= at);

    internal DateTimeOffset Furthest => ClosedAt > (ContainedAt ?? OpenedAt) ? ClosedAt.Value : ContainedAt ?? OpenedAt;

    string IToldApart.Content => ContentText.Of(CustomerId, Id, Severity.Level, OpenedAt.Ticks, ContainedAt?.Ticks, ClosedAt?.Ticks, Cause, Product, Plan?.Action, Plan?.DueAt.Ticks);

    /// <summary>The id, the severity and the customer; no free text.</summary>
    public override string ToString() => $"{Id}: {Severity} at {CustomerId} since {NumberText.Instant(OpenedAt)}";

    private DateTimeOffset? NotBefore(DateTimeOffset? at, string what) => at is null || at >= OpenedAt
        ? at?.ToUniversalTime()
        : throw new ArgumentException($"An issue is {what} before it is opened. Check the two dates.", nameof(at));
}
