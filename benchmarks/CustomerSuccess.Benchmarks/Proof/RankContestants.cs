using CustomerSuccess.Proof;
using Microsoft.ML;

namespace CustomerSuccess.Benchmarks.Proof;

/// <summary>The AUC of many scores: ours with DeLong's interval, and that of Microsoft.ML's evaluator, which gives none.</summary>
internal sealed class RankContestants
{
    // Scores of single precision are all that the other reads.
    private const double Tolerance = 1e-6;

    private readonly double[] _scores;
    private readonly bool[] _churned;
    private readonly MLContext _context = new(seed: 1);
    private readonly IDataView _view;

    public RankContestants(int customers)
    {
        var random = new Random(20260101);
        (_scores, _churned) = (new double[customers], new bool[customers]);
        for (var i = 0; i < customers; i++)
        {
            // A hundredth of a point, so that there are ties; those who leave have somewhat less.
            _churned[i] = random.Next(10) == 0;
            _scores[i] = Math.Round(Math.Clamp((random.NextDouble() * 100) - (_churned[i] ? 15 : 0), 0, 100), 2);
        }

        _view = _context.Data.LoadFromEnumerable(_scores.Select((s, i) => new Scored { Label = _churned[i], Score = -(float)s, PredictedLabel = s < 50 }).ToArray());
    }

    public RankFigures Ours() => RankFigures.Of(_scores, _churned);

    public double Theirs() => _context.BinaryClassification.EvaluateNonCalibrated(_view).AreaUnderRocCurve;

    /// <summary>Throws where the two do not agree.</summary>
    public void Check()
    {
        var (ours, theirs) = (Ours().Auc!.Estimate, Theirs());
        if (!(Math.Abs(ours - theirs) <= Tolerance))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Our AUC is {ours:R} and theirs {theirs:R}."));
        }
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
