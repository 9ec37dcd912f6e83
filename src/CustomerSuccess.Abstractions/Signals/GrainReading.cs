namespace CustomerSuccess.Signals;

/// <summary>A measure of one user, product or account. Immutable.</summary>
public sealed class GrainReading
{
    /// <summary>The user, the product or the customer.</summary>
    public required string Key { get; init; }

    /// <summary>The value, or why there is none.</summary>
    public required Reading<double> Reading { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Key}: {Reading}";
}
