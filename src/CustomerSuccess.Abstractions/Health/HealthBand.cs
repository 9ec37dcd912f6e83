namespace CustomerSuccess.Health;

/// <summary>A named part of the scale from 0 to 100, for instance green from 75. Immutable.</summary>
public sealed class HealthBand
{
    internal HealthBand(string name, int index, double lower, double upper)
    {
        Name = name;
        Index = index;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The name, as the host wrote it.</summary>
    public string Name { get; }

    /// <summary>The place in the order from worst (0) to best.</summary>
    public int Index { get; }

    /// <summary>The lower edge, 0 for the worst band. Whether it belongs to the band is the scorecard's <see cref="EdgeConvention"/>.</summary>
    public double Lower { get; }

    /// <summary>The upper edge, 100 for the best band.</summary>
    public double Upper { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
