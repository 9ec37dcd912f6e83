using System.Runtime.InteropServices;

namespace CustomerSuccess.Proof;

/// <summary>The scores by customer, each customer's in the order of their dates; of one instant, in the order of the table.</summary>
internal sealed class ScoreHistory
{
    private const int None = -1;

    private readonly Dictionary<string, int> _customers = new(StringComparer.Ordinal);
    private readonly List<DatedScore> _rows = [];
    private readonly List<int> _undated = [];
    private readonly List<int> _undatedRows = [];
    private int[] _starts = [];
    private int[] _order = [];

    private ScoreHistory()
    {
    }

    public int Rows => _rows.Count;

    public int Customers => _customers.Count;

    public static ScoreHistory Of(IEnumerable<DatedScore> scores, CancellationToken cancellationToken)
    {
        var history = new ScoreHistory();
        var customers = new List<int>();
        foreach (var score in scores)
        {
            cancellationToken.ThrowIfCancellationRequested();
            customers.Add(history.Add(score));
        }

        history.Sort(customers);
        return history;
    }

    /// <summary>The customer's place, or −1 where there is no score of it.</summary>
    public int Find(string customerId) => _customers.TryGetValue(customerId, out var place) ? place : None;

    /// <summary>The latest of the customer's dated scores before an instant, and whether it has rivals of the same instant; null where there is none.</summary>
    public (DatedScore Score, bool Rivals)? LatestBefore(int customer, DateTimeOffset instant)
    {
        var dates = _order.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]);
        var (low, high) = (0, dates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rows[dates[middle]].Date!.Value < instant ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return null;
        }

        var latest = _rows[dates[low - 1]];
        return (latest, low > 1 && _rows[dates[low - 2]].Date == latest.Date);
    }

    /// <summary>The customer's undated score, the last of the table, and whether there are more; null where there is none.</summary>
    public (DatedScore Score, bool Rivals)? Undated(int customer) =>
        _undated[customer] == 0 ? null : (_rows[_undatedRows[customer]], _undated[customer] > 1);

    private int Add(DatedScore score)
    {
        var row = _rows.Count;
        if (score is null)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {row} of the scores is null. Leave such rows out."));
        }

        _rows.Add(score);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, score.CustomerId, out var known);
        if (!known)
        {
            place = _undated.Count;
            _undated.Add(0);
            _undatedRows.Add(None);
        }

        if (score.Date is not null)
        {
            return place;
        }

        _undated[place]++;
        _undatedRows[place] = row;
        return None;
    }

    // Rows by customer, by counting; then each customer's by date.
    private void Sort(List<int> customers)
    {
        _starts = new int[Customers + 1];
        foreach (var customer in customers)
        {
            if (customer != None)
            {
                _starts[customer + 1]++;
            }
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        _order = new int[_starts[^1]];
        var next = _starts.AsSpan(0, Customers).ToArray();
        for (var row = 0; row < customers.Count; row++)
        {
            if (customers[row] != None)
            {
                _order[next[customers[row]]++] = row;
            }
        }

        for (var customer = 0; customer < Customers; customer++)
        {
            _order.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]).Sort(Earlier);
        }
    }

    private int Earlier(int row, int other) =>
        _rows[row].Date!.Value.CompareTo(_rows[other].Date!.Value) is var order and not 0 ? order : row.CompareTo(other);
}
