using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess.Expressions;

/// <summary>
/// A map of values by key, in the order of insertion. Keys are whole numbers, texts and yes or no; whole numbers are one key
/// whatever their kind, and a double that stands for a whole number finds it. Immutable and safe to share between threads.
/// </summary>
public sealed class CelMap : IReadOnlyDictionary<CelValue, CelValue>
{
    private readonly Dictionary<CelValue, CelValue> _values;

    private CelMap(Dictionary<CelValue, CelValue> values) => _values = values;

    /// <summary>A map of nothing.</summary>
    public static CelMap Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _values.Count;

    /// <inheritdoc />
    public IEnumerable<CelValue> Keys => _values.Keys;

    /// <inheritdoc />
    public IEnumerable<CelValue> Values => _values.Values;

    /// <inheritdoc />
    public CelValue this[CelValue key] => _values[key];

    /// <summary>A map of these.</summary>
    /// <exception cref="ArgumentException">A key is there twice or can be none, or a value is unknown or an error.</exception>
    public static CelMap Of(IEnumerable<KeyValuePair<CelValue, CelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var values = new Dictionary<CelValue, CelValue>();
        foreach (var (key, value) in entries)
        {
            if (Refusal(key) is { } refusal)
            {
                throw new ArgumentException(refusal, nameof(entries));
            }

            if (!value.IsKnown)
            {
                throw new ArgumentException("A map holds no unknown and no error: then the whole map is one.", nameof(entries));
            }

            if (!values.TryAdd(key, value))
            {
                throw new ArgumentException($"The key {key} is there twice.", nameof(entries));
            }
        }

        return new(values);
    }

    /// <summary>A map of texts.</summary>
    public static CelMap Of(IEnumerable<KeyValuePair<string, CelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Of(entries.Select(e => KeyValuePair.Create(CelValue.Of(e.Key), e.Value)));
    }

    internal static CelMap Over(Dictionary<CelValue, CelValue> values) => values.Count == 0 ? Empty : new(values);

    /// <summary>Why a value cannot be a key; null where it can.</summary>
    internal static string? Refusal(CelValue key) => key.Kind is CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.String
        ? null
        : $"A key is a whole number, a text or a yes or no, not {CelText.TypeName(key)}: {key}.";

    /// <inheritdoc />
    public bool ContainsKey(CelValue key) => _values.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(CelValue key, [MaybeNullWhen(false)] out CelValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => CelText.Of(CelValue.Of(this));
}
