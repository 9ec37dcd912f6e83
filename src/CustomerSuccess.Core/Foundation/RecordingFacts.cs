namespace CustomerSuccess;

/// <summary>
/// Hands readings on and remembers them, for the engine to say how much of what a strategy read was known. A name counts as
/// known where everything read under it, its age too, was known. Safe to read from several threads.
/// </summary>
internal sealed class RecordingFacts(IFacts inner) : IFacts
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, UnknownCause? Cause)> _read = [];

    public IReadOnlyList<string> Names => inner.Names;

    /// <summary>The facts behind any number of recorders.</summary>
    public static IFacts Behind(IFacts facts)
    {
        while (facts is RecordingFacts recording)
        {
            facts = recording.Inner;
        }

        return facts;
    }

    /// <summary>Every name that was read, in the order of first reading, with the cause where it is not known.</summary>
    public IReadOnlyList<(string Name, UnknownCause? Cause)> Read
    {
        get
        {
            lock (_lock)
            {
                return [.. _read];
            }
        }
    }

    private IFacts Inner => inner;

    public Reading<double> Number(string name) => Record(name, inner.Number(name));

    public Reading<bool> Flag(string name) => Record(name, inner.Flag(name));

    public Reading<string> Text(string name) => Record(name, inner.Text(name));

    public Reading<TimeSpan> Age(string name) => Record(name, inner.Age(name));

    private Reading<TValue> Record<TValue>(string name, Reading<TValue> reading)
    {
        var cause = reading.IsKnown ? null : reading.Causes.Count > 0 ? reading.Causes[0] : new UnknownCause(name, UnknownKind.NotGiven);
        lock (_lock)
        {
            var place = _read.FindIndex(r => r.Name == name);
            if (place < 0)
            {
                _read.Add((name, cause));
            }
            else if (_read[place].Cause is null && cause is not null)
            {
                _read[place] = (name, cause);
            }
        }

        return reading;
    }
}
