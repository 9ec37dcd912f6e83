using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>
/// Facts written by hand, for tests. A name that was not written reads as not declared, and so does one that is read as
/// another type. Immutable: each word gives new facts. Safe to use from several threads.
/// </summary>
public sealed class WrittenFacts : IFacts
{
    private readonly SortedDictionary<string, FactValue> _values;

    internal WrittenFacts(SortedDictionary<string, FactValue> values)
    {
        _values = values;
        Names = Array.AsReadOnly([.. values.Keys]);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Names { get; }

    /// <summary>A number, known; NaN and the infinities are unknown (not a number). It replaces what the name meant before.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="value">The number.</param>
    /// <param name="age">How old the observation is; null where that is not known.</param>
    public WrittenFacts With(string name, double value, TimeSpan? age = null) => Put(name, FactValue.Of(value, age));

    /// <summary>A yes or no, known. It replaces what the name meant before.</summary>
    /// <inheritdoc cref="With(string, double, TimeSpan?)" />
    public WrittenFacts With(string name, bool value, TimeSpan? age = null) => Put(name, FactValue.Of(value, age));

    /// <summary>A text, known. It replaces what the name meant before.</summary>
    /// <inheritdoc cref="With(string, double, TimeSpan?)" />
    public WrittenFacts With(string name, string value, TimeSpan? age = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Put(name, FactValue.Of(value, age));
    }

    /// <summary>An unknown, whatever it is read as.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="kind">Why it is not known.</param>
    /// <param name="detail">More words, or null.</param>
    public WrittenFacts Unknown(string name, UnknownKind kind = UnknownKind.NotGiven, string? detail = null) => Put(name, FactValue.Unknown(kind, detail));

    /// <summary>These facts as a strategy meets them.</summary>
    /// <param name="asOf">The instant as of which they hold.</param>
    /// <param name="segment">The customer's segment, or null.</param>
    /// <param name="customerId">The customer's id, or null.</param>
    public HealthScoreContext AsOf(DateTimeOffset asOf, string? segment = null, string? customerId = null) =>
        new() { Facts = this, AsOf = asOf, Segment = segment, CustomerId = customerId };

    /// <inheritdoc />
    public Reading<double> Number(string name) => Find(name, FactType.Number) is { } value ? value.AsNumber(name) : Missing<double>(name);

    /// <inheritdoc />
    public Reading<bool> Flag(string name) => Find(name, FactType.Flag) is { } value ? value.AsFlag(name) : Missing<bool>(name);

    /// <inheritdoc />
    public Reading<string> Text(string name) => Find(name, FactType.Text) is { } value ? value.AsText(name) : Missing<string>(name);

    /// <inheritdoc />
    public Reading<TimeSpan> Age(string name) => Find(name, null) is { } value ? value.AsAge(name) : Missing<TimeSpan>(name);

    /// <summary><c>logins = 12, nps unknown (not given)</c>.</summary>
    public override string ToString() => _values.Count == 0 ? "no facts" : string.Join(", ", _values.Select(v => v.Value.Words(v.Key)));

    internal WrittenFacts Put(string name, FactValue value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(new(_values, StringComparer.Ordinal) { [name] = value });
    }

    internal FactValue? Find(string name) => _values.GetValueOrDefault(name);

    private FactValue? Find(string name, FactType? type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Find(name) is { } value && (type is null || value.Type is null || value.Type == type) ? value : null;
    }

    private Reading<T> Missing<T>(string name) => Reading.Unknown<T>(new UnknownCause(
        name,
        UnknownKind.NotDeclared,
        Find(name) is { } other ? $"'{name}' is written as a {other.Type}" : Names.Count == 0 ? null : $"written are {string.Join(", ", Names.Select(n => $"'{n}'"))}"));
}
