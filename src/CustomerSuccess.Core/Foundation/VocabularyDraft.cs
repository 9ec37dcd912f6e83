namespace CustomerSuccess;

/// <summary>The readers that were named so far: stated ones, and those that scorecards bring along.</summary>
internal sealed class VocabularyDraft<T>
{
    private readonly List<FactReader<T>> _stated = [];
    private readonly List<(string Scorecard, FactReader<T> Reader)> _brought = [];

    public void Add(FactReader<T> reader) => _stated.Add(reader);

    public void Add(string scorecard, FactReader<T> reader) => _brought.Add((scorecard, reader));

    public void Add(VocabularyDraft<T> other)
    {
        _stated.AddRange(other._stated);
        _brought.AddRange(other._brought);
    }

    /// <summary>A stated reader has the word; of those that scorecards bring, the first. The same reader named twice is one.</summary>
    public Vocabulary<T> Compile(DiagnosticList found)
    {
        var readers = new Dictionary<string, FactReader<T>>(StringComparer.Ordinal);
        foreach (var reader in _stated)
        {
            if (!readers.TryAdd(reader.Name, reader) && !readers[reader.Name].IsSameAs(reader))
            {
                found.Add("VO001", $"facts/{reader.Name}", $"Two different readers are named '{reader.Name}'.", "Rename one: strategies read by name.");
            }
        }

        foreach (var (scorecard, reader) in _brought)
        {
            if (!readers.TryAdd(reader.Name, reader) && readers[reader.Name].Kind != reader.Kind)
            {
                found.Add(
                    "VO002",
                    $"facts/{reader.Name}",
                    $"'{reader.Name}' is read as {readers[reader.Name].Kind}, and the scorecard '{scorecard}' reads it as {reader.Kind}.",
                    "Rename the measure or the reader: a name means one thing.");
            }
        }

        return new Vocabulary<T>([.. readers.Values.OrderBy(r => r.Name, StringComparer.Ordinal)]);
    }
}
