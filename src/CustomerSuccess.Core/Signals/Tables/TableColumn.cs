namespace CustomerSuccess.Signals;

/// <summary>One measure of every customer: the numbers, the places of their windows, and until when each number stands.</summary>
internal sealed class TableColumn
{
    private const int RowsBetweenLooks = 4096;

    private double[] _numbers = [];
    private long[] _until = [];
    private TableWindow[] _windows = [];

    public ReadOnlySpan<double> Numbers => _numbers;

    public CompiledMeasure? Measure { get; private set; }

    public void Resize(int rows)
    {
        Array.Resize(ref _numbers, rows);
        Array.Resize(ref _until, rows);
        Array.Resize(ref _windows, rows);
    }

    /// <summary>Nothing that was computed stands any more.</summary>
    public void Forget(CompiledMeasure measure)
    {
        Measure = measure;
        Array.Clear(_until);
        Array.Clear(_windows);
    }

    /// <summary>What was computed of one customer does not stand any more.</summary>
    public void Forget(int row)
    {
        _until[row] = 0;
        _windows[row] = default;
    }

    /// <summary>Moves every row to an instant and tells how many were computed.</summary>
    public long MoveTo(long to, CustomerSignals[] customers, CancellationToken cancellationToken)
    {
        var measure = Measure!;
        if (measure.Measure.Season is not null || !measure.Covers(to, to))
        {
            return ComputeAll(to, customers, measure, cancellationToken);
        }

        var computed = 0L;
        var isAge = measure.Measure.Aggregation == SignalAggregation.Age;
        for (var row = 0; row < customers.Length; row++)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (_until[row] <= to)
            {
                ref var window = ref _windows[row];
                if (!window.IsLoaded)
                {
                    window = TableWindow.Of(customers[row], measure);
                }

                _numbers[row] = window.Read(measure, to, out _until[row]);
                computed++;
            }
            else if (isAge)
            {
                _numbers[row] = _windows[row].Age(to);
            }
        }

        return computed;
    }

    // A comparison with a season moves with the calendar; what is not covered is soon said.
    private long ComputeAll(long to, CustomerSignals[] customers, CompiledMeasure measure, CancellationToken cancellationToken)
    {
        Forget(measure);
        for (var row = 0; row < customers.Length; row++)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var since = measure.Measure.Season is null ? 0 : SeriesSince.Of(customers[row].Views(), to, to);
            _numbers[row] = WindowReader.Read(customers[row].View(measure.Measure.Signal), measure, to, to, since).Number;
        }

        return customers.Length;
    }
}
