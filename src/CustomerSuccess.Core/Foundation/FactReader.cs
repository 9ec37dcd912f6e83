namespace CustomerSuccess;

/// <summary>Reads one named fact from a host's row. A row that gives nothing, and a lambda that throws, give an unknown.</summary>
internal abstract class FactReader<T>(string name, string? version, object source)
{
    private static readonly string[] Articles = ["a number", "a yes or no", "a text"];

    private readonly UnknownCause[] _notGiven = [new(name, UnknownKind.NotGiven)];
    private readonly UnknownCause[] _ageNotGiven = [new(name, UnknownKind.AgeNotGiven)];

    public string Name { get; } = name;

    /// <summary>The declared version of the lambda; empty where none was declared.</summary>
    public string Version { get; } = version ?? "";

    /// <summary>The host's own lambda: two readers of one lambda are the same reader.</summary>
    public object Source { get; } = source;

    /// <summary>How old the observation is; null where no age is declared.</summary>
    public Func<T, DateTimeOffset, TimeSpan?>? Aged { get; init; }

    /// <summary>When, after the row's instant, the reading may next be another, if nothing new is recorded; null of what cannot be foreseen.</summary>
    public Func<T, DateTimeOffset?>? Until { get; init; }

    public abstract FactKind Kind { get; }

    /// <summary>The name as it is hashed: <c>logins@2</c>, <c>logins@?</c> without a version.</summary>
    public string Signed => $"{Name}@{(Version.Length == 0 ? "?" : Version)}";

    public bool IsSameAs(FactReader<T> other) => Kind == other.Kind && Version == other.Version && Equals(Source, other.Source);

    public virtual Reading<double> Number(T row, DateTimeOffset asOf) => Wrong<double>(FactKind.Number);

    public virtual Reading<bool> Flag(T row, DateTimeOffset asOf) => Wrong<bool>(FactKind.Flag);

    public virtual Reading<string> Text(T row, DateTimeOffset asOf) => Wrong<string>(FactKind.Text);

    public Reading<TimeSpan> Age(T row, DateTimeOffset asOf)
    {
        if (Aged is null)
        {
            return Reading.Unknown<TimeSpan>(new UnknownCause(Name, UnknownKind.NotDeclared, $"no age is declared for '{Name}'"));
        }

        try
        {
            return Aged(row, asOf) is not { } age ? Reading.Unknown<TimeSpan>(_ageNotGiven)
                : age < TimeSpan.Zero ? Reading.Unknown<TimeSpan>(new UnknownCause(Name, UnknownKind.AgeNotGiven, "it was observed after the instant"))
                : Reading.Known(age);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<TimeSpan>(e);
        }
    }

    protected Reading<TValue> NotGiven<TValue>() => Reading.Unknown<TValue>(_notGiven);

    protected Reading<TValue> Failed<TValue>(Exception e) =>
        Reading.Unknown<TValue>(new UnknownCause(Name, UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}"));

    private Reading<TValue> Wrong<TValue>(FactKind asked) => Reading.Unknown<TValue>(
        new UnknownCause(Name, UnknownKind.NotDeclared, $"'{Name}' is {Articles[(int)Kind]}, not {Articles[(int)asked]}: read it with {Kind}"));
}

/// <summary>What a fact is read as.</summary>
internal enum FactKind
{
    Number,
    Flag,
    Text,
}
