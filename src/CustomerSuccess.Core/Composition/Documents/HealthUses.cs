using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Who is scored by which scorecard, on which grid, at which distance. Immutable.</summary>
internal sealed class HealthUses
{
    public IReadOnlyList<ScorecardUse> ScoredBy { get; init; } = [];

    public NewCustomerUse? ColdStart { get; init; }

    public RollUpOptions? RollUp { get; init; }

    public EvaluationGrid? Grid { get; init; }

    public TimeSpan? Spacing { get; init; }

    // What is usual is left out, stated or not.
    private Dictionary<string, object?>? RollUpJson => RollUp is null ? null : RollUpReader.Json(RollUp);

    private string? GridText => Grid?.ToString() is { } text && text != EvaluationGrid.Daily.ToString() ? text : null;

    public Dictionary<string, object?>? Json() => ScoredBy.Count == 0 && ColdStart is null && RollUpJson is null && GridText is null && Spacing is null ? null : new()
    {
        ["scoredBy"] = ScoredBy.Select(u => (object)new Dictionary<string, object?> { ["scorecard"] = u.Scorecard, ["segment"] = u.Segment, ["stage"] = u.Stage }).ToList(),
        ["coldStart"] = ColdStart is null ? null : new Dictionary<string, object?>
        {
            ["scorecard"] = ColdStart.Scorecard,
            ["maximumAge"] = ColdStart.MaximumAge?.TotalDays,
            ["untilCoverage"] = ColdStart.UntilCoverage,
        },
        ["rollUp"] = RollUpJson,
        ["grid"] = GridText,
        ["trendOver"] = Spacing?.TotalDays,
    };

    /// <summary>Says to a registration who is scored by which.</summary>
    public void AddTo(CustomerSuccessBuilder builder, IReadOnlyList<Scorecard<CustomerFacts>> scorecards)
    {
        foreach (var scorecard in scorecards.Where(s => ScoredBy.Any(u => u.Scorecard == s.Name) || ColdStart?.Scorecard == s.Name))
        {
            builder.AddHealthStrategy(scorecard.Name, scorecard);
        }

        foreach (var use in ScoredBy)
        {
            builder.UseStrategy(use.Scorecard, use.Segment, use.Stage);
        }

        if (ColdStart is { } cold)
        {
            builder.UseColdStart(cold.Scorecard, cold.MaximumAge, cold.UntilCoverage);
        }
    }

    /// <summary>Says to a builder who is scored by which.</summary>
    public void AddTo(CustomerHealthBuilder health, IReadOnlyList<Scorecard<CustomerFacts>> scorecards)
    {
        foreach (var use in ScoredBy)
        {
            if (scorecards.FirstOrDefault(s => s.Name == use.Scorecard) is { } scorecard)
            {
                health.ScoredBy(scorecard, use.Segment, use.Stage);
            }
        }

        if (ColdStart is { } cold && scorecards.FirstOrDefault(s => s.Name == cold.Scorecard) is { } start)
        {
            health.ColdStart(start, cold.MaximumAge, cold.UntilCoverage);
        }
    }

    /// <summary>Says grid and distance.</summary>
    public void AddTimesTo(CustomerHealthBuilder health)
    {
        if (Grid is not null)
        {
            health.On(Grid);
        }

        if (Spacing is { } spacing)
        {
            health.TrendOver(spacing);
        }
    }
}

/// <summary>A scorecard and whom it scores.</summary>
/// <param name="Scorecard">The scorecard's name.</param>
/// <param name="Segment">The segment; null for everyone else.</param>
/// <param name="Stage">The lifecycle stage; null for any.</param>
internal sealed record ScorecardUse(string Scorecard, string? Segment, string? Stage);

/// <summary>The scorecard of new customers, and how long they are new.</summary>
/// <param name="Scorecard">The scorecard's name.</param>
/// <param name="MaximumAge">The age from which they are not; null for whatever its age.</param>
/// <param name="UntilCoverage">The coverage of the usual score from which they are not; null for whatever is known.</param>
internal sealed record NewCustomerUse(string Scorecard, TimeSpan? MaximumAge, double? UntilCoverage);
