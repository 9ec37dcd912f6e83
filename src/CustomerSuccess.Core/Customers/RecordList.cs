namespace CustomerSuccess.Customers;

/// <summary>Records that are only ever added, each once. What was read does not change. Safe to use from several threads.</summary>
internal sealed class RecordList<T>
    where T : class
{
    private readonly Lock _lock = new();
    private T[] _all = [];

    public T[] All => Volatile.Read(ref _all);

    public void Add(T record)
    {
        lock (_lock)
        {
            if (!_all.Contains(record))
            {
                Volatile.Write(ref _all, [.. _all, record]);
            }
        }
    }
}
