using System.Runtime.InteropServices;

namespace CustomerSuccess.Proof;

/// <summary>The decisions that the table of outcomes holds: one for each customer and day (UTC), in the order of the table.</summary>
internal sealed class DecisionDays
{
    private readonly Dictionary<(string CustomerId, DateOnly Day), int> _places = [];
    private readonly List<DatedOutcome> _first = [];
    private readonly List<int> _rows = [];
    private readonly List<bool> _contradicted = [];

    private DecisionDays()
    {
    }

    /// <summary>The rows of the table.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that repeat a decision.</summary>
    public int Repeated { get; private set; }

    /// <summary>Rows that contradict each other.</summary>
    public int Contradicting { get; private set; }

    public static DecisionDays Of(IEnumerable<DatedOutcome> outcomes, CancellationToken cancellationToken)
    {
        var days = new DecisionDays();
        foreach (var outcome in outcomes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            days.Add(outcome);
        }

        for (var i = 0; i < days._rows.Count; i++)
        {
            (days.Contradicting, days.Repeated) = days._contradicted[i]
                ? (days.Contradicting + days._rows[i], days.Repeated)
                : (days.Contradicting, days.Repeated + days._rows[i] - 1);
        }

        return days;
    }

    /// <summary>One outcome for each customer and day, of several rows the first, and whether another row contradicts it.</summary>
    public IEnumerable<(DatedOutcome Outcome, bool Contradicted)> Decisions() => _first.Zip(_contradicted);

    private void Add(DatedOutcome outcome)
    {
        if (outcome is null)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {Rows} of the outcomes is null. Leave such rows out."));
        }

        Rows++;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _places, (outcome.CustomerId, DateOnly.FromDateTime(outcome.DecidedAt.UtcDateTime)), out var known);
        if (!known)
        {
            place = _first.Count;
            _first.Add(outcome);
            _rows.Add(0);
            _contradicted.Add(false);
        }

        _rows[place]++;
        _contradicted[place] |= outcome.Churned != _first[place].Churned;
    }
}
