namespace CustomerSuccess.Signals;

/// <summary>One measure of every customer of a table. NaN is unknown, an infinity "not a number".</summary>
internal sealed class TableColumn(SignalMeasure measure)
{
    private readonly bool _isAge = measure is { Aggregation: SignalAggregation.Age, Season: null };
    private double[] _numbers = [];
    private long[] _latest = [];
    private MeasureCache? _compiledBy;

    public ReadOnlySpan<double> Numbers => _numbers;

    public ReadOnlyMemory<double> Memory => _numbers;

    /// <summary>The measure against the coverage of the log.</summary>
    public CompiledMeasure Measure { get; private set; } = null!;

    /// <summary>Columns of one window that have the same are computed from the same of its signals.</summary>
    public (bool IsDistinct, bool NeedsValues, string? Actor, string? Product, int Causes) Selection { get; } = SelectionOf(new(measure, SignalCoverage.Complete));

    public bool NeedsOrigins { get; } = new CompiledMeasure(measure, SignalCoverage.Complete).NeedsOrigins;

    public void Resize(int rows)
    {
        Array.Resize(ref _numbers, rows);
        Array.Resize(ref _latest, _isAge ? rows : 0);
    }

    /// <summary>Compiles the measure, once until something else is stated of what the log covers; whether that was now.</summary>
    public bool Compile(MeasureCache measures)
    {
        if (_compiledBy == measures)
        {
            return false;
        }

        (_compiledBy, Measure) = (measures, measures.Compile(measure));
        return true;
    }

    private static (bool, bool, string?, string?, int) SelectionOf(CompiledMeasure compiled) =>
        (compiled.IsDistinct, compiled.NeedsValues, compiled.Measure.Actor, compiled.Measure.Product, compiled.Causes);

    public void Fill(double number) => Array.Fill(_numbers, number);

    public void Set(int row, double number) => _numbers[row] = number;

    /// <summary>Computes the measure of one customer over the signals that it asks for.</summary>
    public void Compute(int row, in WindowSignals signals, long to)
    {
        if (_isAge)
        {
            _latest[row] = signals.Occurred.IsEmpty ? long.MinValue : signals.Occurred[^1];
        }
        else
        {
            _numbers[row] = WindowReader.Aggregate(Measure, signals, to).Number;
        }
    }

    /// <summary>Time since the latest signal goes on where nothing else changes.</summary>
    public void Age(long to)
    {
        for (var row = 0; row < _latest.Length; row++)
        {
            _numbers[row] = _latest[row] == long.MinValue ? double.NaN : WindowAggregates.Days(to - _latest[row]);
        }
    }

    /// <summary>Compares every customer with a season: that moves with the calendar.</summary>
    public long ComputeSeason(long to, CustomerSignals[] customers, CancellationToken cancellationToken)
    {
        for (var row = 0; row < customers.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var since = SeriesSince.Of(customers[row].Views(), to, to);
            _numbers[row] = WindowReader.Read(customers[row].View(measure.Signal), Measure, to, to, since, to).Number;
        }

        return customers.Length;
    }
}
