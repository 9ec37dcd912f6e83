namespace CustomerSuccess;

/// <summary>
/// A fact with two clocks: when it holds from in the world, and when it became known. As of t and as known at k it is
/// visible where <see cref="EffectiveAt"/> ≤ t and <see cref="RecordedAt"/> ≤ k.
/// </summary>
public interface IDated
{
    /// <summary>The customer that it is about.</summary>
    string CustomerId { get; }

    /// <summary>From when it holds, UTC.</summary>
    DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known, UTC.</summary>
    DateTimeOffset RecordedAt { get; }
}
