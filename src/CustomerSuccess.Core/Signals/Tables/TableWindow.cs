namespace CustomerSuccess.Signals;

/// <summary>
/// The windows of one length over one signal: where each customer's lies in its series, and until when what was read in it
/// stands. All measures of such windows share them. They move forward: the places are advanced rather than searched.
/// </summary>
/// <param name="signal">The signal.</param>
/// <param name="columns">The measures read in these windows; at least one, none against a season.</param>
internal sealed class TableWindow(TableSignal signal, TableColumn[] columns)
{
    /// <summary>Whose memory is asked for at once: more would no longer be in the nearest cache when it is read.</summary>
    private const int RowsAtOnce = 32;

    /// <summary>How many signals of a window are asked for at most.</summary>
    private const int MostFetched = 16;

    private readonly WindowRoom _room = new();
    private readonly TableSelection[] _selections = [.. columns.GroupBy(c => c.Selection).Select(g => new TableSelection([.. g]))];
    private readonly bool _needsOrigins = columns.Any(c => c.NeedsOrigins);
    private WindowPlace[] _places = [];

    public void Resize(int rows)
    {
        Array.Resize(ref _places, rows);
        Array.ForEach(columns, c => c.Resize(rows));
        Array.ForEach(_selections, s => s.Resize(rows));
    }

    /// <summary>Nothing that was computed stands any more.</summary>
    public void Forget() => Array.Clear(_places);

    /// <summary>What was computed of one customer does not stand any more.</summary>
    public void Forget(int row) => _places[row] = default;

    /// <summary>Moves every row to an instant and tells how many numbers were computed.</summary>
    /// <param name="to">The instant, UTC ticks; not before the last unless everything was forgotten.</param>
    /// <param name="customers">The customers, one a row.</param>
    /// <param name="cancellationToken">Cancels between customers.</param>
    public long MoveTo(long to, CustomerSignals[] customers, CancellationToken cancellationToken)
    {
        var measure = columns[0].Measure;
        if (!measure.Covers(to, to))
        {
            Forget();
            Array.ForEach(columns, c => c.Fill(double.NaN));
            return (long)customers.Length * columns.Length;
        }

        var computed = 0L;
        Span<int> rows = stackalloc int[RowsAtOnce];
        for (var row = 0; row < customers.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = 0;
            for (; row < customers.Length && count < rows.Length; row++)
            {
                rows[count] = row;
                count += _places[row].Until <= to ? 1 : 0;
            }

            signal.See(rows[..count], customers);
            FetchAll(rows[..count], to);
            computed += count;
            foreach (var changed in rows[..count])
            {
                Compute(changed, signal.Of(changed), measure, to);
            }
        }

        Array.ForEach(columns, c => c.Age(to));
        return computed * columns.Length;
    }

    // Everything that computing these rows will read.
    private void FetchAll(ReadOnlySpan<int> rows, long to)
    {
        foreach (var row in rows)
        {
            ref readonly var series = ref signal.Of(row);
            ref readonly var place = ref _places[row];
            if (_needsOrigins)
            {
                series.People.FetchAll(actorsToo: !place.IsFound);
            }

            foreach (var selection in _selections)
            {
                selection.FetchFilter(row);
            }

            // Where it was not searched yet it is mostly at the end.
            var behind = place.IsFound ? Math.Min(series.Count, place.Behind + 1) : series.Count;
            series.FetchFrom(Math.Max(place.First, behind - MostFetched), behind, place.StaysKnown(to) ? long.MaxValue : to);
        }
    }

    private void Compute(int row, in SignalSeries series, CompiledMeasure measure, long to)
    {
        ref var place = ref _places[row];
        if (!place.IsFound)
        {
            foreach (var selection in _selections)
            {
                selection.FindFilter(row, series.People);
            }
        }

        place.MoveTo(series, measure, to);
        var known = _room.Known(series, place.Range, to, _needsOrigins);
        foreach (var selection in _selections)
        {
            selection.Compute(row, known, series.People.ActorCount, _room, to);
        }
    }
}
