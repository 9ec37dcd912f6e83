namespace CustomerSuccess;

/// <summary>
/// The facts of one host row as of an instant, read by the names of a <see cref="Vocabulary{T}"/>. Every unknown says why:
/// the row gives nothing, the lambda computed NaN or threw, the name is not declared ("did you mean"), or it names another type.
/// </summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class RowFacts<T> : IFacts, ISignedFacts, IForeseenFacts
{
    private readonly Vocabulary<T> _vocabulary;

    internal RowFacts(Vocabulary<T> vocabulary, T row, DateTimeOffset asOf) => (_vocabulary, Row, AsOf) = (vocabulary, row, asOf);

    /// <inheritdoc />
    public IReadOnlyList<string> Names => _vocabulary.Names;

    /// <summary>The instant as of which the row holds.</summary>
    public DateTimeOffset AsOf { get; }

    ReaderSignature ISignedFacts.Signature => _vocabulary.Signature;

    internal T Row { get; }

    /// <inheritdoc />
    public Reading<double> Number(string name) => Find(name) is { } reader ? reader.Number(Row, AsOf) : NotDeclared<double>(name);

    /// <inheritdoc />
    public Reading<bool> Flag(string name) => Find(name) is { } reader ? reader.Flag(Row, AsOf) : NotDeclared<bool>(name);

    /// <inheritdoc />
    public Reading<string> Text(string name) => Find(name) is { } reader ? reader.Text(Row, AsOf) : NotDeclared<string>(name);

    /// <inheritdoc />
    public Reading<TimeSpan> Age(string name) => Find(name) is { } reader ? reader.Age(Row, AsOf) : NotDeclared<TimeSpan>(name);

    DateTimeOffset? IForeseenFacts.UntilOf(string name, TimeSpan recheck) => Find(name) switch
    {
        null => null,
        { Until: { } until } => until(Row),
        _ => IForeseenFacts.Later(AsOf, recheck),
    };

    private FactReader<T>? Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _vocabulary.Find(name);
    }

    private Reading<TValue> NotDeclared<TValue>(string name) => Reading.Unknown<TValue>(_vocabulary.NotDeclared(name));
}
