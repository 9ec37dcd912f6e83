using CustomerSuccess.Proof;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The two files that a score is judged from. Both headers are read before any line, so that a mistake there costs no time.</summary>
internal sealed class JudgeFiles : IDisposable
{
    public static readonly TableShape Scores = new("score", ["customer", "date", "score"], ["segment"])
    {
        Mixup = (["decision_date", "outcome"], "It has those of outcomes: name the file of scores first, then that of outcomes."),
    };

    public static readonly TableShape Outcomes = new("outcome", ["customer", "decision_date", "outcome"], [])
    {
        Mixup = (["date", "score"], "It has those of scores: name the file of scores first, then that of outcomes."),
    };

    private const string Churned = "churned";
    private const string Retained = "retained";

    private readonly CsvTable _scores;
    private readonly CsvTable _outcomes;

    // The same customers stand in both files.
    private readonly TextPool _texts = new();

    public JudgeFiles(string scores, string outcomes)
    {
        if (SameFile.Is(scores, outcomes))
            throw new InputException($"{Quoted.Clean(scores)}: this file is named twice. Name the file of scores first, then that of outcomes.");
        _scores = new CsvTable(scores, Scores);
        try
        {
            _outcomes = new CsvTable(outcomes, Outcomes);
        }
        catch
        {
            _scores.Dispose();
            throw;
        }
    }

    public IEnumerable<DatedScore> ReadScores()
    {
        foreach (var cells in _scores.Rows())
            yield return new(cells.Text("customer", _texts), cells.OptionalInstant("date"), cells.Number("score"), cells.OptionalText("segment", _texts));
    }

    public IEnumerable<DatedOutcome> ReadOutcomes()
    {
        foreach (var cells in _outcomes.Rows())
            yield return new(cells.Text("customer", _texts), cells.Instant("decision_date"), cells.Category("outcome", [Churned, Retained]) == Churned);
    }

    public void Dispose()
    {
        _scores.Dispose();
        _outcomes.Dispose();
    }
}
