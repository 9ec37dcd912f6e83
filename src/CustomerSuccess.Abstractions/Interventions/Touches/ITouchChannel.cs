namespace CustomerSuccess.Interventions;

/// <summary>What became of an attempt at a touch.</summary>
public enum TouchResultKind
{
    /// <summary>It was sent, or done.</summary>
    Sent,

    /// <summary>It was refused for good: an address that does not exist. It is not tried again.</summary>
    Rejected,

    /// <summary>It failed, and may succeed another time.</summary>
    Failed,

    /// <summary>It is not known: the channel did not say in time, or the attempt was broken off.</summary>
    Uncertain,
}

/// <summary>What a channel says of an attempt. Immutable.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Detail">More, in words, without personal data; null for none.</param>
public sealed record TouchResult(TouchResultKind Kind, string? Detail = null)
{
    /// <summary>It was sent.</summary>
    public static TouchResult Sent { get; } = new(TouchResultKind.Sent);
}

/// <summary>
/// What is to be said to whom, why, and what is expected of it. It names the contact by id: addresses are the host's. Immutable.
/// </summary>
public sealed class TouchMessage
{
    /// <summary>The touch's key: what a channel honours as idempotency key, in words of <see cref="TouchKey.ToString"/>.</summary>
    public required TouchKey Key { get; init; }

    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The contact.</summary>
    public required string? ContactId { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Who owns the customer, in whose name it is sent; null where nobody does.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>What it is for.</summary>
    public required TouchPurpose Purpose { get; init; }

    /// <summary>The instant of the attempt, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The contact's language as a BCP 47 tag; null where it is not known.</summary>
    public string? Language { get; init; }
}

/// <summary>Sends touches: the host's. Used from several threads at once.</summary>
public interface ITouchChannel
{
    /// <summary>The channel's name, as experiences and contacts name it: <c>email</c>.</summary>
    string Name { get; }

    /// <summary>Whether the same key sent twice reaches the contact once.</summary>
    bool HonoursIdempotencyKeys { get; }

    /// <summary>Sends a touch. An exception counts as <see cref="TouchResultKind.Failed"/>.</summary>
    ValueTask<TouchResult> SendAsync(TouchMessage message, CancellationToken cancellationToken);
}
