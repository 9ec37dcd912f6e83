namespace CustomerSuccess.Expressions;

/// <summary>Begins bindings.</summary>
public static class CelBinding
{
    /// <summary>Begins the binding of variables to a row type of the host.</summary>
    /// <typeparam name="T">The host's row type.</typeparam>
    public static CelBindingBuilder<T> For<T>() => new();

    /// <summary>Values by name: what expressions that are evaluated now and then need.</summary>
    public static CelBinding<IReadOnlyDictionary<string, CelValue>> ByName { get; } =
        new(new Dictionary<string, CelReader<IReadOnlyDictionary<string, CelValue>>>(), null, null, name => new NamedReader(name));

    private sealed class NamedReader(string name) : CelReader<IReadOnlyDictionary<string, CelValue>>(name)
    {
        public override CelValue Read(IReadOnlyDictionary<string, CelValue> row) =>
            row.TryGetValue(Name, out var value) ? value : CelValue.Unknown(Name, "not given");
    }
}

/// <summary>Says how variables are read from a row of the host. Immutable and safe to share between threads, as far as the lambdas are.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class CelBinding<T>
{
    private readonly IReadOnlyDictionary<string, CelReader<T>> _readers;
    private readonly Func<string, CelReader<T>>? _otherwise;

    internal CelBinding(
        IReadOnlyDictionary<string, CelReader<T>> readers,
        Func<CelExpression, CelNode, CelReader<T>?>? recognise,
        Func<T, DateTimeOffset, T?>? moved,
        Func<string, CelReader<T>>? otherwise = null) => (_readers, Recognise, Moved, _otherwise) = (readers, recognise, moved, otherwise);

    internal Func<CelExpression, CelNode, CelReader<T>?>? Recognise { get; }

    internal Func<T, DateTimeOffset, T?>? Moved { get; }

    internal CelReader<T>? Find(string name) => _readers.TryGetValue(name, out var reader) ? reader : _otherwise?.Invoke(name);
}

/// <summary>Binds variables. Not safe to use from several threads.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class CelBindingBuilder<T>
{
    private readonly Dictionary<string, CelReader<T>> _readers = new(StringComparer.Ordinal);
    private Func<CelExpression, CelNode, CelReader<T>?>? _recognise;
    private Func<T, DateTimeOffset, T?>? _moved;

    internal CelBindingBuilder()
    {
    }

    /// <summary>A number; NaN is not given.</summary>
    public CelBindingBuilder<T> Number(string name, Func<T, double> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Reader(new DoubleReader<T>(name, read));
    }

    /// <summary>A text; null is not given.</summary>
    public CelBindingBuilder<T> Text(string name, Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Reader(new TextReader<T>(name, read));
    }

    /// <summary>Any value.</summary>
    public CelBindingBuilder<T> Value(string name, Func<T, CelValue> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Reader(new ValueReader<T>(name, read));
    }

    /// <summary>A reader under its own name.</summary>
    /// <exception cref="ArgumentException">The name is bound already.</exception>
    public CelBindingBuilder<T> Reader(CelReader<T> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return _readers.TryAdd(reader.Name, reader) ? this : throw new ArgumentException($"'{reader.Name}' is bound already.", nameof(reader));
    }

    /// <summary>Parts of expressions that the host reads as a whole, for instance a chain of calls with constants. Asked of every field and call, the outer first; null where it is none.</summary>
    public CelBindingBuilder<T> Recognising(Func<CelExpression, CelNode, CelReader<T>?> recognise)
    {
        ArgumentNullException.ThrowIfNull(recognise);
        _recognise = recognise;
        return this;
    }

    /// <summary>The row as it is at a later instant, nothing new recorded meanwhile, or null where that cannot be told: what telling until when an answer stands needs.</summary>
    public CelBindingBuilder<T> MovedBy(Func<T, DateTimeOffset, T?> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        _moved = moved;
        return this;
    }

    /// <summary>Gives the binding.</summary>
    public CelBinding<T> Build() => new(new Dictionary<string, CelReader<T>>(_readers, StringComparer.Ordinal), _recognise, _moved);
}
