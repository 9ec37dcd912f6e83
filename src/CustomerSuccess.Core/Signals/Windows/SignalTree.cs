using System.Collections.Concurrent;

namespace CustomerSuccess.Signals;

/// <summary>The signals of an account and all below it, put together under each name when that is asked for. Safe to use from several threads.</summary>
internal sealed class SignalTree(IReadOnlyList<NamedSeries[]> accounts)
{
    /// <summary>Accounts have others below them, and nobody read which.</summary>
    public static SignalTree NotRead { get; } = new([]);

    private readonly ConcurrentDictionary<string, SignalSeries> _together = new(StringComparer.Ordinal);

    public SignalSeries Find(string name) => _together.GetOrAdd(name, Together);

    // One actor in two accounts is one actor.
    private SignalSeries Together(string name)
    {
        var origins = new OriginTable();
        var entries = new List<SignalEntry>();
        foreach (var series in accounts.SelectMany(a => a).Where(s => s.Name == name).Select(s => s.Series))
        {
            for (var i = 0; i < series.Count; i++)
            {
                var entry = series[i];
                entries.Add(entry with { Origin = origins.NumberOf(series.People[entry.Origin]) });
            }
        }

        entries.Sort();
        var buffer = new SignalBuffer();
        entries.ForEach(e => buffer.Add(e));
        return buffer.View(origins.View);
    }
}
