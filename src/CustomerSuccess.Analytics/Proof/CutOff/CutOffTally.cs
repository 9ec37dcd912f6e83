using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>Counts the customers of a cut-off, and gathers the two tables that are judged.</summary>
internal sealed class CutOffTally(CutOffOptions options)
{
    private readonly List<DatedScore> _scores = [];
    private readonly List<DatedOutcome> _outcomes = [];
    private readonly int[] _outcome = new int[Enum.GetValues<RiskOutcome>().Length];
    private int _active;
    private int _withoutScore;
    private int _failed;

    public CutOffOptions Options => options;

    public void Add(HealthScore score, (RiskOutcome Outcome, DateTimeOffset At) decision)
    {
        _active++;
        _outcome[(int)decision.Outcome]++;
        if (decision.Outcome is not (RiskOutcome.Stayed or RiskOutcome.Left))
        {
            return;
        }

        // The strategy is judged, not the people who overrule it.
        if (score is { CustomerId: { } id, Computed: { } value })
        {
            _scores.Add(new(id, score.AsOf, value, string.IsNullOrWhiteSpace(score.Segment) ? null : score.Segment));
            _outcomes.Add(new(id, decision.At, decision.Outcome == RiskOutcome.Left));
        }
        else if (score.State == HealthScoreState.Failed)
        {
            _failed++;
        }
        else
        {
            _withoutScore++;
        }
    }

    public CutOffReport Report(CancellationToken cancellationToken) => new()
    {
        CutOff = options,
        Active = _active,
        NotAtRisk = _outcome[(int)RiskOutcome.NotAtRisk],
        DecidedBefore = _outcome[(int)RiskOutcome.DecidedBefore],
        Involuntary = _outcome[(int)RiskOutcome.Involuntary],
        WithoutScore = _withoutScore,
        Failed = _failed,
        Proof = ScoreJudge.Judge(_scores, _outcomes, options.JudgeWithHorizon(), cancellationToken),
    };
}
