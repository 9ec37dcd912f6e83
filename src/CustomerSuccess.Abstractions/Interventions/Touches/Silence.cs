using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>A time in which nobody is touched: at a customer, in a segment, by a rule, or at all. Of several records of one id the last recorded holds. Immutable.</summary>
public sealed record Silence
{
    private readonly string? _customerId;
    private readonly string? _segment;
    private readonly string? _rule;
    private readonly DateTimeOffset? _recordedAt;

    /// <summary>Creates a silence.</summary>
    /// <param name="id">The id. Not empty.</param>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when, exclusive; after <paramref name="from"/>. A silence that is ended early is recorded again with another end.</param>
    /// <param name="because">Why, for a person. Not empty.</param>
    /// <exception cref="ArgumentException">A text is empty, or it ends before it begins.</exception>
    public Silence(string id, DateTimeOffset from, DateTimeOffset to, string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        if (to < from)
        {
            throw new ArgumentException($"The silence '{id}' ends {NumberText.Instant(to)}, before it begins {NumberText.Instant(from)}.", nameof(to));
        }

        (Id, From, To, Because) = (id, from.ToUniversalTime(), to.ToUniversalTime(), because);
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>From when, UTC.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Until when, exclusive, UTC.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Why.</summary>
    public string Because { get; }

    /// <summary>The customer; null for every one.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? CustomerId { get => _customerId; init => _customerId = ContactText.NotEmpty(value, "customer"); }

    /// <summary>The segment of the scheme for experience; null for every one.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Segment { get => _segment; init => _segment = ContactText.NotEmpty(value, "segment"); }

    /// <summary>The rule; null for every one.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Rule { get => _rule; init => _rule = ContactText.NotEmpty(value, "rule"); }

    /// <summary>When it became known; <see cref="From"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? From; init => _recordedAt = value == From ? null : value.ToUniversalTime(); }

    /// <summary>Whether it covers an instant, for a customer in a segment and a rule.</summary>
    public bool Covers(DateTimeOffset at, string customerId, string? segment, string rule) =>
        at >= From && at < To
        && (CustomerId is null || CustomerId == customerId) && (Segment is null || Segment == segment) && (Rule is null || Rule == rule);

    /// <inheritdoc />
    public override string ToString() => $"silence '{Id}' until {NumberText.Instant(To)}: {Because}";
}

/// <summary>Gives silences.</summary>
public interface ISilenceSource
{
    /// <summary>The silences recorded up to an instant, those of the past included where they are at hand; of one id the last recorded holds.</summary>
    /// <param name="knownAt">As known at when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken);
}
