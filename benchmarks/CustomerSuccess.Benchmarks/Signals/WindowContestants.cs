using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>The eight measures of every customer as of an instant: by hand, by a new table, and by a table that moves on from the day before.</summary>
internal sealed class WindowContestants
{
    private readonly SignalWorkload _workload;
    private readonly SignalLog _log;
    private readonly DateTimeOffset _asOf;
    private readonly double[][] _byHand;
    private readonly SignalTable _moving;

    public WindowContestants(SignalWorkload workload, SignalLog log, DateTimeOffset asOf)
    {
        (_workload, _log, _asOf) = (workload, log, asOf);
        _byHand = [.. WindowMeasures.All.Select(_ => new double[workload.Customers])];
        _moving = new SignalTable(log, WindowMeasures.All);
    }

    /// <summary>How many numbers the last move of the table that moves on computed anew.</summary>
    public long Computed => _moving.Computed;

    public void ByHand() => HandWrittenWindows.Run(_workload, _asOf, _byHand);

    public SignalTable FromScratch()
    {
        var table = new SignalTable(_log, WindowMeasures.All);
        table.MoveTo(_asOf);
        return table;
    }

    public void ToTheDayBefore() => _moving.MoveTo(_asOf.AddDays(-1));

    public void OneDayOn() => _moving.MoveTo(_asOf);

    /// <summary>All have the same numbers to the last bit, and so have the facts of some customers.</summary>
    public void Check()
    {
        ByHand();
        var scratch = FromScratch();
        ToTheDayBefore();
        OneDayOn();
        for (var m = 0; m < _byHand.Length; m++)
        {
            var (name, measure) = WindowMeasures.All[m];
            Agreement.OfBits<double>($"A new table's '{name}'", _byHand[m], scratch[name]);
            Agreement.OfBits<double>($"A moving table's '{name}'", _byHand[m], _moving[name]);
            for (var customer = 0; customer < _workload.Customers; customer += 97)
            {
                var read = _log.Facts(SignalWorkload.CustomerId(customer), _asOf).Signals.Read(measure).OrElse(double.NaN);
                Agreement.OfBits<double>($"The facts' '{name}'", [_byHand[m][customer]], [read]);
            }
        }
    }
}
