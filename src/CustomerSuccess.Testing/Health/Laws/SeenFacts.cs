namespace CustomerSuccess.Testing;

/// <summary>Hands readings on and remembers what was asked for. A null type stands for an age. Safe to use from several threads.</summary>
internal sealed class SeenFacts(IFacts inner) : IFacts
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string Name, FactType? Type)> _asked = [];

    public IReadOnlyList<string> Names => inner.Names;

    public IReadOnlyCollection<(string Name, FactType? Type)> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public IReadOnlyCollection<string> AskedNames => Asked.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);

    public Reading<double> Number(string name) => inner.Number(Ask(name, FactType.Number));

    public Reading<bool> Flag(string name) => inner.Flag(Ask(name, FactType.Flag));

    public Reading<string> Text(string name) => inner.Text(Ask(name, FactType.Text));

    public Reading<TimeSpan> Age(string name) => inner.Age(Ask(name, null));

    private string Ask(string name, FactType? type)
    {
        lock (_lock)
        {
            _asked.Add((name, type));
        }

        return name;
    }
}
