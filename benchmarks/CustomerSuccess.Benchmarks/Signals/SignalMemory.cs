using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>What signals cost on the heap, everything included: columns, room for more, customers, actors, ids, texts.</summary>
internal static class SignalMemory
{
    /// <summary>An instant, another and a value: the least that a signal is.</summary>
    public const double Least = 24;

    public static (SignalLog Log, double BytesPerSignal) Load(SignalWorkload workload, bool withIds)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var log = new SignalLog(keepIds: withIds);
        var accepted = log.AppendAll(workload.Arriving(withIds));
        if (accepted != (long)workload.Customers * workload.Signals)
        {
            throw new InvalidOperationException($"The log accepted {accepted} signals.");
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(workload);
        return (log, bytes / (double)accepted);
    }
}
