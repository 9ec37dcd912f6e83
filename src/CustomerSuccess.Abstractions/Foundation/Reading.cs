using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess;

/// <summary>
/// What a reader yields: a value, or <i>unknown, because of these causes</i>. Immutable and safe to share between
/// threads. The default value is unknown without a stated cause.
/// </summary>
/// <typeparam name="T">The type of the value. A known null is a value.</typeparam>
[SuppressMessage("Performance", "CA1815", Justification = "Equality of readings means nothing: two unknowns are not the same.")]
public readonly struct Reading<T>
{
    private readonly T _value;
    private readonly IReadOnlyList<UnknownCause>? _causes;

    internal Reading(T value)
    {
        _value = value;
        IsKnown = true;
    }

    internal Reading(IReadOnlyList<UnknownCause> causes)
    {
        _value = default!;
        _causes = causes;
    }

    /// <summary>True where there is a value.</summary>
    public bool IsKnown { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The reading is unknown; the message lists the causes.</exception>
    public T Value => IsKnown
        ? _value
        : throw new InvalidOperationException($"There is no value: {string.Join("; ", Causes)}. Ask IsKnown first, or use OrElse.");

    /// <summary>Why there is no value; empty where there is one.</summary>
    public IReadOnlyList<UnknownCause> Causes => _causes ?? [];

    /// <summary>The value, or <paramref name="fallback"/> where it is unknown.</summary>
    public T OrElse(T fallback) => IsKnown ? _value : fallback;

    /// <inheritdoc />
    public override string ToString() => IsKnown ? $"{_value}" : $"unknown ({string.Join("; ", Causes)})";
}

/// <summary>Makes readings.</summary>
public static class Reading
{
    /// <summary>A known value. A null is a value too.</summary>
    public static Reading<T> Known<T>(T value) => new(value);

    /// <summary>An unknown, with its causes.</summary>
    public static Reading<T> Unknown<T>(params IReadOnlyList<UnknownCause> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        return new(causes);
    }
}
