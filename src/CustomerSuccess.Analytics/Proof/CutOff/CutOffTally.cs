using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>Counts the customers of a cut-off, and gathers the two tables that are judged.</summary>
internal sealed class CutOffTally(CutOffOptions options)
{
    private readonly List<DatedScore> _scores = [];
    private readonly List<DatedOutcome> _outcomes = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly StrategyTally _strategies = new();
    private readonly int[] _counts = new int[Enum.GetValues<RiskOutcome>().Length];
    private int _active;
    private int _withoutScore;
    private int _failed;
    private int _missing;
    private int _leftUnjudged;
    private int _partial;
    private int _runsOn;
    private int _repeated;

    public CutOffOptions Options => options;

    /// <summary>Whether a customer was met already.</summary>
    public bool Has(string customerId) => _seen.Contains(customerId);

    /// <summary>Notes a customer; false, and counted, where it was met already.</summary>
    public bool IsNew(string customerId)
    {
        var isNew = _seen.Add(customerId);
        _repeated += isNew ? 0 : 1;
        return isNew;
    }

    public void Add(HealthScore score, RiskDecision decision)
    {
        Count(decision);
        if (!decision.IsAtRisk)
        {
            return;
        }

        // The strategy is judged, not the people who overrule it; and as of the cut-off, though the score of a lost customer stands still.
        if (score is { CustomerId: { } id, Computed: { } value })
        {
            _strategies.Add(score.Definition);
            _scores.Add(new(id, options.At, value, string.IsNullOrWhiteSpace(score.Segment) ? null : score.Segment));
            _outcomes.Add(new(id, decision.At, decision.Outcome == RiskOutcome.Left));
            return;
        }

        _ = score.State == HealthScoreState.Failed ? _failed++ : _withoutScore++;
        _leftUnjudged += decision.Outcome == RiskOutcome.Left ? 1 : 0;
    }

    /// <summary>Adds a customer who was active and whom the scorer did not give.</summary>
    public void AddMissing(RiskDecision decision)
    {
        Count(decision);
        _missing += decision.IsAtRisk ? 1 : 0;
        _leftUnjudged += decision.Outcome == RiskOutcome.Left ? 1 : 0;
    }

    /// <summary>Adds a score that failed before it was known whose it is.</summary>
    public void AddUnreadable()
    {
        _active++;
        _failed++;
    }

    public CutOffReport Report(CancellationToken cancellationToken) => new(
        options,
        ScoreJudge.Judge(_scores, _outcomes, options.Judge.Over((int)options.Horizon.TotalDays, _strategies.Bands), cancellationToken),
        _strategies.Judged(),
        _strategies.BandsDiffer && options.Judge.StatedBands is null)
    {
        Active = _active,
        NotAtRisk = Of(RiskOutcome.NotAtRisk),
        DecidedBefore = Of(RiskOutcome.DecidedBefore),
        Involuntary = Of(RiskOutcome.Involuntary),
        Unexplained = Of(RiskOutcome.Unexplained),
        Contradicting = Of(RiskOutcome.Contradicting),
        WithoutScore = _withoutScore,
        Failed = _failed,
        Missing = _missing,
        LeftUnjudged = _leftUnjudged,
        PartlyLeft = _partial,
        RunningOn = _runsOn,
        Repeated = _repeated,
    };

    private void Count(RiskDecision decision)
    {
        _active++;
        _counts[(int)decision.Outcome]++;
        _partial += decision.IsPartial ? 1 : 0;
        _runsOn += decision.RunsOn ? 1 : 0;
    }

    private int Of(RiskOutcome outcome) => _counts[(int)outcome];
}
