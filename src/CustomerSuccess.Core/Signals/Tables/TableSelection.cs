using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>Columns of one window that are computed from the same of its signals: these are picked once for all of them.</summary>
/// <param name="columns">The columns; at least one.</param>
internal sealed class TableSelection(TableColumn[] columns)
{
    private readonly bool _isByName = columns[0].Selection is { Actor: not null } or { Product: not null };

    // Whom and what a filter asks for, in the numbers of each customer; what names nobody asks the same of all.
    private readonly OriginFilter _ofAll = new(default, 0, columns[0].Selection.Causes);
    private OriginFilter[] _filters = [];

    /// <summary>How many columns there are.</summary>
    public int Count => columns.Length;

    public void Resize(int rows) => Array.Resize(ref _filters, _isByName ? rows : 0);

    /// <summary>Finds whom and what is asked for among the people of a customer.</summary>
    public void FindFilter(int row, in OriginView people)
    {
        if (_isByName)
        {
            _filters[row] = people.Filter(columns[0].Measure);
        }
    }

    /// <summary>Asks memory for what a customer's filter is.</summary>
    public void FetchFilter(int row)
    {
        if (_isByName)
        {
            Fetch.Elements(_filters, (nint)row * Unsafe.SizeOf<OriginFilter>(), Unsafe.SizeOf<OriginFilter>());
        }
    }

    /// <summary>Computes all columns of one customer.</summary>
    /// <param name="row">The customer's row.</param>
    /// <param name="known">The known signals of its window.</param>
    /// <param name="actors">How many actors it has.</param>
    /// <param name="room">Room to pick signals.</param>
    /// <param name="to">The instant, UTC ticks.</param>
    public void Compute(int row, in WindowSignals known, int actors, WindowRoom room, long to)
    {
        var measure = columns[0].Measure;
        ref readonly var filter = ref _isByName ? ref _filters[row] : ref _ofAll;
        if (measure.IsDistinct)
        {
            var count = WindowAggregates.DistinctActors(known.Origins, filter, actors);
            foreach (var column in columns)
            {
                column.Set(row, count);
            }
        }
        else if (measure.AsksForAll)
        {
            Compute(row, known, to);
        }
        else
        {
            Compute(row, room.Select(known, measure, filter), to);
        }
    }

    private void Compute(int row, in WindowSignals signals, long to)
    {
        foreach (var column in columns)
        {
            column.Compute(row, signals, to);
        }
    }
}
