namespace CustomerSuccess.Health;

/// <summary>A child account with its score, or without one and why. Immutable.</summary>
public sealed class ChildAccount
{
    private readonly double? _value;
    private readonly HealthScore? _score;

    /// <summary>A child without a score so far.</summary>
    /// <param name="customerId">The child. Not empty.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ChildAccount(string customerId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        CustomerId = customerId;
    }

    /// <summary>A child with its score.</summary>
    /// <param name="score">The score; one that is unknown or has failed is missing, with its reason and bounds.</param>
    /// <exception cref="ArgumentException">The score names no customer.</exception>
    public ChildAccount(HealthScore score)
        : this((score ?? throw new ArgumentNullException(nameof(score))).CustomerId ?? throw new ArgumentException("The score names no customer. Say whose it is: new ChildAccount(id) { Score = score }.", nameof(score)))
    {
        Score = score;
        IsLost = score.FrozenAt is not null;
    }

    /// <summary>The child.</summary>
    public string CustomerId { get; }

    /// <summary>Its score; null where it has none.</summary>
    public HealthScore? Score
    {
        get => _score;
        init => (_score, Reason) = (value, value?.Reason ?? Reason);
    }

    /// <summary>Its score as a number, 0 to 100, where that is all there is; the value of <see cref="Score"/> otherwise. Null where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 100.</exception>
    public double? Value
    {
        get => _value ?? _score?.Value;
        init => _value = value is null or (>= 0 and <= 100) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The score of '{CustomerId}' is a number from 0 to 100, or null.");
    }

    /// <summary>Why there is no score, in words.</summary>
    public string Reason { get; init; } = "no score";

    /// <summary>Its recurring revenue a year; not given unless stated.</summary>
    public Reading<Money> Revenue { get; init; } = Reading.Unknown<Money>(new UnknownCause("revenue", UnknownKind.NotGiven));

    /// <summary>Whether it is lost or closed.</summary>
    public bool IsLost { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {(Value is { } value ? NumberText.Of(value) : Reason)}";
}
