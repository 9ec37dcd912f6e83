using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>One signal of every customer of a table: its series as it stood when it was last looked at.</summary>
internal sealed class TableSignal(string name)
{
    private SignalSeries[] _series = [];
    private bool[] _isSeen = [];

    public string Name => name;

    public void Resize(int rows)
    {
        Array.Resize(ref _series, rows);
        Array.Resize(ref _isSeen, rows);
    }

    /// <summary>The customer has new signals.</summary>
    public void Forget(int row) => _isSeen[row] = false;

    /// <summary>Looks at the series of customers that were not looked at: level by level, so that memory is waited for once for all of them.</summary>
    public void See(ReadOnlySpan<int> rows, CustomerSignals[] customers)
    {
        foreach (var row in rows)
        {
            Fetch.Elements(_series, (nint)row * Unsafe.SizeOf<SignalSeries>(), Unsafe.SizeOf<SignalSeries>());
            if (!_isSeen[row])
            {
                Fetch.Object(customers[row]);
            }
        }

        foreach (var row in rows)
        {
            if (!_isSeen[row])
            {
                customers[row].FetchSeries();
            }
        }

        foreach (var row in rows)
        {
            if (!_isSeen[row])
            {
                customers[row].FetchBuffer(name);
            }
        }

        foreach (var row in rows)
        {
            if (!_isSeen[row])
            {
                _series[row] = customers[row].View(name);
                _isSeen[row] = true;
            }
        }
    }

    /// <summary>The series of a customer that was looked at.</summary>
    public ref readonly SignalSeries Of(int row) => ref _series[row];
}
