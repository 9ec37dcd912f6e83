namespace CustomerSuccess.Health;

/// <summary>Counts scores and reports every so often.</summary>
internal sealed class ProgressCount(IProgress<ScoringProgress>? progress)
{
    private const int Every = 1000;

    private long _customers;
    private long _unknown;
    private long _failed;

    public void Add(HealthScoreState state)
    {
        _customers++;
        _unknown += state == HealthScoreState.Unknown ? 1 : 0;
        _failed += state == HealthScoreState.Failed ? 1 : 0;
        if (_customers % Every == 0)
        {
            Report(finished: false);
        }
    }

    public void Finish() => Report(finished: true);

    private void Report(bool finished) =>
        progress?.Report(new ScoringProgress { Customers = _customers, Unknown = _unknown, Failed = _failed, Finished = finished });
}
