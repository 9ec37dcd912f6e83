namespace CustomerSuccess.Composition;

/// <summary>Runs something once nothing has stirred for a time. Safe to use from several threads.</summary>
internal sealed class QuietPeriod : IDisposable
{
    private readonly ITimer _timer;
    private readonly TimeSpan _quiet;

    public QuietPeriod(TimeProvider time, TimeSpan quiet, Action run)
    {
        _quiet = quiet;
        _timer = time.CreateTimer(_ => run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something stirred: the time begins again.</summary>
    public void Stir() => _timer.Change(_quiet, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
