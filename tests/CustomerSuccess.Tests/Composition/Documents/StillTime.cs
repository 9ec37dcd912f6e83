namespace CustomerSuccess.Tests.Composition.Documents;

/// <summary>A time that passes only when a test says so.</summary>
internal sealed class StillTime(DateTimeOffset now) : TimeProvider
{
    private readonly List<StillTimer> _timers = [];

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StillTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Pass(TimeSpan time)
    {
        Now += time;
        _timers.ForEach(t => t.RunIfDue());
    }

    private sealed class StillTimer(StillTime time, Action run) : ITimer
    {
        private DateTimeOffset? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : time.Now + dueTime;
            return true;
        }

        public void RunIfDue()
        {
            if (_due <= time.Now)
            {
                _due = null;
                run();
            }
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
