namespace CustomerSuccess.Health;

/// <summary>The first part that has a score; later ones are not asked.</summary>
internal sealed class FirstCombination : Combination
{
    public override string Name => "firstThatAnswers";

    public override IReadOnlyList<ScoredPart> Ask(IReadOnlyList<StrategyPart> parts, HealthScoreContext context)
    {
        var asked = new List<ScoredPart>();
        foreach (var part in parts)
        {
            asked.Add(Ask(part, context));
            if (asked[^1].Answers)
            {
                break;
            }
        }

        return asked;
    }

    public override double[]? Shares(IReadOnlyList<ScoredPart> parts) => parts[^1].Answers ? All(parts, parts.Count - 1) : null;

    public override double Coverage(IReadOnlyList<ScoredPart> parts) => parts.Where(p => !p.Failed).Average(p => p.Score.Coverage);

    // A part that failed is not missing data: no fact that arrives repairs it.
    public override (double Lower, double Upper) Bounds(IReadOnlyList<ScoredPart> parts)
    {
        var open = parts.Where(p => !p.Failed).ToArray();
        return (open.Min(p => p.Lower), open.Max(p => p.Upper));
    }

    public override bool Fails(IReadOnlyList<ScoredPart> parts) => parts.All(p => p.Failed);
}
