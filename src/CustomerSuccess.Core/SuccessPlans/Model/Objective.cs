namespace CustomerSuccess.SuccessPlans;

/// <summary>What the customer wants, in a measure that the customer chose. Immutable.</summary>
public sealed record Objective
{
    /// <summary>The id, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; the id unless stated.</summary>
    public string Title { get => field ?? Id; init; }

    /// <summary>The unit of the measure, for instance <c>reports a month</c>; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the customer stands at the start.</summary>
    public required double Baseline { get; init; }

    /// <summary>Where it wants to be: above the baseline or below it, never at it.</summary>
    public required double Target { get; init; }

    /// <summary>When it wants to be there, in days since the plan's start.</summary>
    public required int DueDay { get; init; }

    /// <summary>Reads where the customer stands now.</summary>
    public required ObjectiveMeasure Measure { get; init; }

    /// <summary>The stakeholder whose objective it is, of the plan's definition of success; null for the customer as a whole.</summary>
    public string? Stakeholder { get; init; }

    /// <summary>How far a value has come: (value − baseline) ÷ (target − baseline), within [0, 1].</summary>
    public double ProgressAt(double value) => Math.Clamp((value - Baseline) / (Target - Baseline), 0, 1);

    /// <inheritdoc />
    public override string ToString() => $"{Title}: {NumberText.Of(Baseline)} → {NumberText.Of(Target, Unit)}";
}
