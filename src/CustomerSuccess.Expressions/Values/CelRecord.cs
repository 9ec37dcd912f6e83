namespace CustomerSuccess.Expressions;

/// <summary>A value of a declared record type over an object of the host. Immutable, as far as that object is.</summary>
public sealed class CelRecord
{
    /// <summary>A record.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">The host's object, which the type's fields read.</param>
    public CelRecord(CelRecordType type, object value)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(value);
        (Type, Value) = (type, value);
    }

    /// <summary>Its type.</summary>
    public CelRecordType Type { get; }

    /// <summary>The host's object.</summary>
    public object Value { get; }

    /// <summary>A field; an error where there is none of that name.</summary>
    public CelValue this[string field] => Type.Find(field) is { } found
        ? found.ReadFrom(Value)
        : CelValue.Of(new CelError(CelErrorKind.NoSuchKey, $"no such field: '{field}' of {Type.Name}"));

    /// <inheritdoc />
    public override string ToString() => $"{Type.Name}{{{string.Join(", ", Type.Fields.Select(f => $"{f.Name}: {f.ReadFrom(Value)}"))}}}";
}
