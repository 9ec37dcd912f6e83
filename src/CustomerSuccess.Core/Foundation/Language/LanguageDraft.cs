using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>What a feature adds to a language.</summary>
internal abstract class LanguagePart<T>
{
    public abstract void Declare(LanguageDraft<T> draft);
}

/// <summary>A language as far as it is declared.</summary>
internal sealed class LanguageDraft<T>
{
    private readonly Dictionary<string, CelReader<T>> _readers = new(StringComparer.Ordinal);
    private readonly List<(string Name, LanguageStage Stage)> _stages = [];
    private readonly List<Func<CelExpression, CelNode, CelReader<T>?>> _recognisers = [];

    public CelEnvironmentBuilder Environment { get; } = CelEnvironment.Declare().WidenIntegers().UnknownForms();

    public DiagnosticList Found { get; } = new();

    /// <summary>The functions that the host has declared.</summary>
    public HashSet<string> HostFunctions { get; } = new(StringComparer.Ordinal);

    /// <summary>What is looked for in expressions beyond types.</summary>
    public List<Func<CelExpression, IEnumerable<CelDiagnostic>>> Checks { get; } = [];

    /// <summary>The instant of a row; null where rows have none.</summary>
    public Func<T, DateTimeOffset>? InstantOf { get; set; }

    /// <summary>The row at a later instant, if nothing new is recorded until then; null where that cannot be told.</summary>
    public Func<T, DateTimeOffset, T?>? Moved { get; set; }

    /// <summary>Adds a variable.</summary>
    public void Add(CelReader<T> reader, CelType type, string? description, LanguageStage stage = LanguageStage.Facts)
    {
        if (!_readers.TryAdd(reader.Name, reader))
        {
            Found.Add("LA002", $"language/{reader.Name}", $"'{reader.Name}' is declared twice.", "Declare it once, or give one another name.");
            return;
        }

        Environment.Variable(reader.Name, type, description);
        if (stage > LanguageStage.Facts)
        {
            _stages.Add((reader.Name, stage));
        }
    }

    /// <summary>Adds what is read as a whole though it is written in parts.</summary>
    public void Recognise(Func<CelExpression, CelNode, CelReader<T>?> recogniser) => _recognisers.Add(recogniser);

    /// <summary>Whether anything is there later than customers and signals.</summary>
    public bool HasStages => _stages.Count > 0;

    public LanguageStage StageOf(string read) =>
        _stages.Find(s => read == s.Name || (read.StartsWith(s.Name, StringComparison.Ordinal) && read[s.Name.Length] == '.')).Stage;

    public CelBinding<T> Bind()
    {
        var binding = CelBinding.For<T>();
        foreach (var reader in _readers.Values)
        {
            binding.Reader(reader);
        }

        if (_recognisers.Count > 0)
        {
            binding.Recognising(Recognised);
        }

        return Moved is null ? binding.Build() : binding.MovedBy(Moved).Build();
    }

    public CelReader<T>? Recognised(CelExpression expression, CelNode node)
    {
        foreach (var recogniser in _recognisers)
        {
            if (recogniser(expression, node) is { } reader)
            {
                return reader;
            }
        }

        return null;
    }
}
