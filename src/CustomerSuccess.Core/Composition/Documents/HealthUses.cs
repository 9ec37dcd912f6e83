using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Who is scored by which scorecard, on which grid, at which distance. Immutable.</summary>
internal sealed class HealthUses
{
    public IReadOnlyList<ScorecardUse> ScoredBy { get; init; } = [];

    public EvaluationGrid? Grid { get; init; }

    public TimeSpan? Spacing { get; init; }

    public Dictionary<string, object?>? Json() => ScoredBy.Count == 0 && Grid is null && Spacing is null ? null : new()
    {
        ["scoredBy"] = ScoredBy.Select(u => (object)new Dictionary<string, object?> { ["scorecard"] = u.Scorecard, ["segment"] = u.Segment }).ToList(),
        ["grid"] = Grid?.ToString(),
        ["trendOver"] = Spacing?.TotalDays,
    };

    public void AddTo(CustomerHealthBuilder health, IReadOnlyList<Scorecard<CustomerFacts>> scorecards)
    {
        foreach (var use in ScoredBy)
        {
            if (scorecards.FirstOrDefault(s => s.Name == use.Scorecard) is { } scorecard)
            {
                health.ScoredBy(scorecard, use.Segment);
            }
        }

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
internal sealed record ScorecardUse(string Scorecard, string? Segment);
