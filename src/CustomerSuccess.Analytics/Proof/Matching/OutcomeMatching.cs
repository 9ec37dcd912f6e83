namespace CustomerSuccess.Proof;

/// <summary>Gives each outcome the score that was known before it.</summary>
internal sealed class OutcomeMatching
{
    private readonly ScoreHistory _history;
    private readonly TimeSpan _horizon;
    private readonly List<MatchedOutcome> _matched = [];
    private readonly int[] _outcomes;
    private readonly bool[] _seen;
    private int _withoutScore;
    private int _tooOld;
    private int _tooLate;
    private int _sameInstant;
    private int _undated;

    private OutcomeMatching(ScoreHistory history, JudgeOptions options)
    {
        _history = history;
        _horizon = TimeSpan.FromDays(options.HorizonDays);
        _outcomes = new int[history.Customers];
        _seen = new bool[history.Customers];
    }

    public static (IReadOnlyList<MatchedOutcome> Matched, MatchReport Report) Run(
        IEnumerable<DatedScore> scores, IEnumerable<DatedOutcome> outcomes, JudgeOptions options, CancellationToken cancellationToken)
    {
        var history = ScoreHistory.Of(scores, cancellationToken);
        var days = DecisionDays.Of(outcomes, cancellationToken);
        var matching = new OutcomeMatching(history, options);
        foreach (var (decision, contradicted) in days.Decisions())
        {
            cancellationToken.ThrowIfCancellationRequested();
            matching.Match(decision, contradicted);
        }

        return (matching._matched, matching.Report(days));
    }

    private void Match(DatedOutcome decision, bool contradicted)
    {
        var customer = _history.Find(decision.CustomerId);
        if (customer >= 0)
        {
            _seen[customer] = true;
        }

        if (contradicted)
        {
            return;
        }

        if (customer < 0)
        {
            _withoutScore++;
            return;
        }

        var day = new DateTimeOffset(decision.DecidedAt.Date, TimeSpan.Zero);
        var dated = _history.LatestBefore(customer, day);
        if (dated is { } latest && decision.DecidedAt - latest.Score.Date!.Value <= _horizon)
        {
            Take(customer, decision, latest.Score, latest.Rivals);
        }
        else if (_history.Undated(customer) is { } undated)
        {
            _undated++;
            Take(customer, decision, undated.Score, undated.Rivals);
        }
        else if (dated is null)
        {
            _tooLate++;
        }
        else
        {
            _tooOld++;
        }
    }

    private void Take(int customer, DatedOutcome decision, DatedScore score, bool rivals)
    {
        _matched.Add(new(score.Score, decision.Churned, score.Segment, decision.DecidedAt - score.Date));
        _outcomes[customer]++;
        _sameInstant += rivals ? 1 : 0;
    }

    private MatchReport Report(DecisionDays days) => new()
    {
        Scores = _history.Rows,
        Outcomes = days.Rows,
        Judged = _matched.Count,
        WithoutScore = _withoutScore,
        TooOld = _tooOld,
        TooLate = _tooLate,
        Contradicting = days.Contradicting,
        Repeated = days.Repeated,
        SameInstant = _sameInstant,
        Undated = _undated,
        CustomersWithSeveral = _outcomes.Count(c => c > 1),
        CustomersWithoutOutcome = _seen.Count(false),
    };
}
