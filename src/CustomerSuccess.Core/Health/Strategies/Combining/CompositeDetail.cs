namespace CustomerSuccess.Health;

/// <summary>What stands behind a composite's score: the scores of its parts, each with its share in the whole.</summary>
internal sealed class CompositeDetail(IReadOnlyList<ScoredPart> parts, double[]? shares, ScoreLineState passedOver) : ScoreDetail
{
    public override IReadOnlyList<ScoreLine> Lines(HealthScore score)
    {
        var lines = new List<ScoreLine>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, share) = (parts[i], shares?[i] ?? 0);
            var own = part.Score.Detail.Lines(part.Score);
            if (!part.Answers && own.All(l => l.Cause is null))
            {
                lines.Add(Silent(part));
            }

            lines.AddRange(own.Select(l => Scaled(l, part.Name, share, State(l, part))));
        }

        return lines.AsReadOnly();
    }

    public override IReadOnlyList<ExceptionLine> Exceptions(HealthScore score) =>
        [.. parts.SelectMany((p, i) => p.Score.Detail.Exceptions(p.Score).Select(e => Scaled(e, p.Name, shares?[i] ?? 0)))];

    public override IReadOnlyList<UsageVerdict> Usage => [.. parts.SelectMany(p => p.Score.Usage).Distinct()];

    public override ScoreChange ChangeSince(HealthScore before, HealthScore after) => ChangeAttribution.Of(before, after);

    public override Counterfactual WayTo(HealthScore score, HealthBand band) => NoWay.To(score, band);

    private static ScoreLine Silent(ScoredPart part) => new()
    {
        Name = part.Name,
        Group = "",
        Kind = ScoreLineKind.Measure,
        Points = 0,
        State = ScoreLineState.LeftToStrategy,
        Cause = new UnknownCause(part.Name, UnknownKind.Stated, part.Score.Reason),
    };

    private ScoreLineState State(ScoreLine line, ScoredPart part) =>
        line.Cause is not null && !part.Answers && shares is not null ? passedOver : line.State;

    private static ScoreLine Scaled(ScoreLine line, string part, double share, ScoreLineState state) => new()
    {
        Name = line.Name,
        Group = line.Group.Length == 0 ? part : $"{part}/{line.Group}",
        Kind = line.Kind,
        Points = share * line.Points,
        State = state,
        Raw = line.Raw,
        RawText = line.RawText,
        Unit = line.Unit,
        Normalised = line.Normalised,
        Weight = share * line.Weight,
        Age = line.Age,
        Cause = line.Cause,
        Because = line.Because,
    };

    private static ExceptionLine Scaled(ExceptionLine exception, string part, double share) => new()
    {
        Id = $"{part}/{exception.Id}",
        Kind = exception.Kind,
        Outcome = exception.Outcome,
        Because = exception.Because,
        Points = share * exception.Points,
        HeldAsItStands = exception.HeldAsItStands,
    };
}
