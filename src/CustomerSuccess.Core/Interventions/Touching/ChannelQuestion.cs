using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>On which channel is a contact touched next? Immutable.</summary>
internal sealed class ChannelQuestion
{
    /// <summary>The customer as of <see cref="At"/>.</summary>
    public required CustomerFacts Facts { get; init; }

    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The rung.</summary>
    public required Rung Rung { get; init; }

    /// <summary>What for.</summary>
    public required CommunicationPurpose Purpose { get; init; }

    /// <summary>The channels that failed in the case.</summary>
    public IEnumerable<string> Failed { get; init; } = [];

    /// <summary>Touches of all cases of the customer; those of other contacts are passed over.</summary>
    public IEnumerable<Touch> Touches { get; init; } = [];

    /// <summary>The thresholds.</summary>
    public AttemptOptions Options { get; init; } = new();

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The channel for a touch, or why there is none. Immutable.</summary>
internal sealed class ChannelAnswer
{
    /// <summary>The channel; null where none is left.</summary>
    public string? Channel { get; init; }

    /// <summary>Why this one, or why none, in words.</summary>
    public required string Because { get; init; }

    /// <summary>The channels that were not to be used, in the order of preference.</summary>
    public IReadOnlyList<BarredChannel> Barred { get; init; } = [];

    /// <summary>Whether contacts may be touched and only attempts used the channels up: the work goes to the queue of the customer's owner.</summary>
    public bool IsExhausted => Channel is null && Barred.Any(b => b.Reason is SuppressionReason.Saturated or SuppressionReason.ChannelFailed);

    /// <summary>
    /// Why the touch is held back, of several reasons the first of: saturated, failed, not known whether it is permitted, not permitted, none offered;
    /// null where there is a channel.
    /// </summary>
    public SuppressionReason? Reason => Channel is not null ? null : Barred.Select(b => b.Reason).OrderBy(Rank).Cast<SuppressionReason?>().FirstOrDefault();

    /// <summary>When a channel is free by time alone, UTC; null where nothing tells.</summary>
    public DateTimeOffset? Until => Channel is null ? Barred.Min(b => b.Until) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Channel ?? "no channel"}: {Because}";

    private static int Rank(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Saturated => 0,
        SuppressionReason.ChannelFailed => 1,
        SuppressionReason.ConsentUnknown => 2,
        SuppressionReason.OptOut => 3,
        _ => 4,
    };
}

/// <summary>A channel that is not to be used, and why. Immutable.</summary>
/// <param name="Channel">The channel; null where none is offered at all.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">Why, in words.</param>
/// <param name="Until">From when time alone frees it, UTC; null where it does not.</param>
internal sealed record BarredChannel(string? Channel, SuppressionReason Reason, string Because, DateTimeOffset? Until = null);
