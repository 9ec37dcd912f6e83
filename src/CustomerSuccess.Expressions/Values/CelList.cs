using System.Collections;

namespace CustomerSuccess.Expressions;

/// <summary>A list of values, none of them unknown or an error. Immutable and safe to share between threads.</summary>
public sealed class CelList : IReadOnlyList<CelValue>
{
    private readonly CelValue[] _items;

    private CelList(CelValue[] items) => _items = items;

    /// <summary>A list of nothing.</summary>
    public static CelList Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public CelValue this[int index] => _items[index];

    internal ReadOnlySpan<CelValue> Items => _items;

    /// <summary>A list of these.</summary>
    /// <exception cref="ArgumentException">One is unknown or an error: then the whole is.</exception>
    public static CelList Of(IEnumerable<CelValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        CelValue[] all = [.. items];
        return Array.TrueForAll(all, i => i.IsKnown) ? new(all) : throw new ArgumentException("A list holds no unknown and no error: then the whole list is one.", nameof(items));
    }

    /// <summary>A list over an array that nobody else has.</summary>
    internal static CelList Over(CelValue[] items) => items.Length == 0 ? Empty : new(items);

    /// <inheritdoc />
    public IEnumerator<CelValue> GetEnumerator() => ((IEnumerable<CelValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => CelText.Of(CelValue.Of(this));
}
