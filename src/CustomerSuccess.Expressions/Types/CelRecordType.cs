namespace CustomerSuccess.Expressions;

/// <summary>A declared record type: named fields over an object of the host. Immutable and safe to share between threads.</summary>
public sealed class CelRecordType
{
    private readonly Dictionary<string, CelField> _fields;

    internal CelRecordType(string name, IReadOnlyList<CelField> fields)
    {
        (Name, Fields, Type) = (name, fields, CelType.Record(name));
        _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>The type's name.</summary>
    public string Name { get; }

    /// <summary>The fields, in the order of declaration.</summary>
    public IReadOnlyList<CelField> Fields { get; }

    /// <summary>The type, as signatures name it.</summary>
    public CelType Type { get; }

    /// <summary>Begins a record type over a type of the host.</summary>
    /// <typeparam name="T">The host's type.</typeparam>
    /// <param name="name">The type's name, for messages. Not empty.</param>
    public static CelRecordTypeBuilder<T> For<T>(string name)
        where T : class => new(name);

    /// <summary>A field, or null.</summary>
    public CelField? Find(string name) => _fields.GetValueOrDefault(name);

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A field of a record type. Immutable.</summary>
public sealed class CelField
{
    private readonly Func<object, CelValue> _read;
    private readonly Func<object, bool>? _has;

    internal CelField(string name, CelType type, Func<object, CelValue> read, Func<object, bool>? has, string? description) =>
        (Name, Type, _read, _has, Description) = (name, type, read, has, description);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public CelType Type { get; }

    /// <summary>What it is, for a person; or null.</summary>
    public string? Description { get; }

    /// <summary>Reads it from the host's object.</summary>
    internal CelValue ReadFrom(object value) => _read(value);

    /// <summary>Whether the object has it: what <c>has(record.field)</c> asks. Unless stated otherwise, where it is known and not null.</summary>
    internal bool IsIn(object value) => _has is not null ? _has(value) : ReadFrom(value) is { IsKnown: true, Kind: not CelKind.Null };
}

/// <summary>Declares the fields of a record type. Not safe to use from several threads.</summary>
/// <typeparam name="T">The host's type.</typeparam>
public sealed class CelRecordTypeBuilder<T>
    where T : class
{
    private readonly string _name;
    private readonly List<CelField> _fields = [];

    internal CelRecordTypeBuilder(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
    }

    /// <summary>A field.</summary>
    /// <param name="name">The name. Not empty, and not there yet.</param>
    /// <param name="type">The type.</param>
    /// <param name="read">Reads it; pure. What is not known is unknown with its causes.</param>
    /// <param name="has">What <c>has(…)</c> answers; where it is known and not null unless stated.</param>
    /// <param name="description">What it is, for a person; null for nothing.</param>
    /// <exception cref="ArgumentException">The name is empty or there already.</exception>
    public CelRecordTypeBuilder<T> Field(string name, CelType type, Func<T, CelValue> read, Func<T, bool>? has = null, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(read);
        if (_fields.Exists(f => f.Name == name))
        {
            throw new ArgumentException($"The record type '{_name}' has a field '{name}' already.", nameof(name));
        }

        _fields.Add(new(name, type, o => read((T)o), has is null ? null : o => has((T)o), description));
        return this;
    }

    /// <summary>Gives the type.</summary>
    public CelRecordType Build() => new(_name, Array.AsReadOnly([.. _fields]));
}
