namespace CustomerSuccess.Expressions;

/// <summary>What a type is, apart from its parameters.</summary>
public enum CelTypeKind
{
    /// <summary>Any type, told at run time.</summary>
    Dyn,

    /// <summary>The type of null.</summary>
    Null,

    /// <summary>A yes or no.</summary>
    Bool,

    /// <summary>A whole number with a sign.</summary>
    Int,

    /// <summary>A whole number without a sign.</summary>
    Uint,

    /// <summary>A number of double precision.</summary>
    Double,

    /// <summary>A text.</summary>
    String,

    /// <summary>Octets.</summary>
    Bytes,

    /// <summary>An instant.</summary>
    Timestamp,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A list of one type.</summary>
    List,

    /// <summary>A map from one type to another.</summary>
    Map,

    /// <summary>The type of a type.</summary>
    Type,

    /// <summary>A declared record.</summary>
    Record,

    /// <summary>A type, or null.</summary>
    Nullable,

    /// <summary>Any one type, the same wherever a signature names it.</summary>
    Parameter,
}

/// <summary>A type of the language. Compared by content. Immutable and safe to share between threads.</summary>
public sealed class CelType : IEquatable<CelType>
{
    private readonly CelType[] _parameters;

    internal CelType(CelTypeKind kind, string name, params CelType[] parameters)
    {
        (Kind, Name, _parameters) = (kind, name, parameters);
        IsOpen = kind == CelTypeKind.Parameter || Array.Exists(parameters, p => p.IsOpen);
    }

    /// <summary>Any type, told at run time.</summary>
    public static CelType Dyn { get; } = new(CelTypeKind.Dyn, "dyn");

    /// <summary>The type of null.</summary>
    public static CelType Null { get; } = new(CelTypeKind.Null, "null_type");

    /// <summary>A yes or no.</summary>
    public static CelType Bool { get; } = new(CelTypeKind.Bool, "bool");

    /// <summary>A whole number with a sign.</summary>
    public static CelType Int { get; } = new(CelTypeKind.Int, "int");

    /// <summary>A whole number without a sign.</summary>
    public static CelType Uint { get; } = new(CelTypeKind.Uint, "uint");

    /// <summary>A number of double precision.</summary>
    public static CelType Double { get; } = new(CelTypeKind.Double, "double");

    /// <summary>A text.</summary>
    public static CelType String { get; } = new(CelTypeKind.String, "string");

    /// <summary>Octets.</summary>
    public static CelType Bytes { get; } = new(CelTypeKind.Bytes, "bytes");

    /// <summary>An instant.</summary>
    public static CelType Timestamp { get; } = new(CelTypeKind.Timestamp, "google.protobuf.Timestamp");

    /// <summary>A duration.</summary>
    public static CelType Duration { get; } = new(CelTypeKind.Duration, "google.protobuf.Duration");

    /// <summary>What it is.</summary>
    public CelTypeKind Kind { get; }

    /// <summary>Its name, without parameters; a record's own.</summary>
    public string Name { get; }

    /// <summary>Its parameters: of a list the element, of a map key and value, of a type what it is of, of a nullable the other.</summary>
    public IReadOnlyList<CelType> Parameters => _parameters;

    /// <summary>A list.</summary>
    public static CelType ListOf(CelType element) => new(CelTypeKind.List, "list", Checked(element));

    /// <summary>A map.</summary>
    public static CelType MapOf(CelType key, CelType value) => new(CelTypeKind.Map, "map", Checked(key), Checked(value));

    /// <summary>The type of a type.</summary>
    public static CelType TypeOf(CelType of) => new(CelTypeKind.Type, "type", Checked(of));

    /// <summary>A type, or null; any type that can be null already stays as it is.</summary>
    public static CelType NullableOf(CelType of) =>
        Checked(of).Kind is CelTypeKind.Nullable or CelTypeKind.Null or CelTypeKind.Dyn ? of : new(CelTypeKind.Nullable, "nullable", of);

    /// <summary>Any one type, the same wherever a signature names it.</summary>
    public static CelType Parameter(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(CelTypeKind.Parameter, name);
    }

    internal static CelType Record(string name) => new(CelTypeKind.Record, name);

    internal CelType WithParameters(CelType[] parameters) => new(Kind, Name, parameters);

    /// <summary>Of a type or null, the type.</summary>
    internal CelType WithoutNull => Kind == CelTypeKind.Nullable ? _parameters[0] : this;

    /// <summary>Whether it is, or holds, a parameter of a signature.</summary>
    internal bool IsOpen { get; }

    internal bool IsNumber => Kind is CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double;

    /// <inheritdoc />
    public bool Equals(CelType? other) =>
        other is not null && (ReferenceEquals(this, other) || (Kind == other.Kind && Name == other.Name && _parameters.AsSpan().SequenceEqual(other._parameters)));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc />
    public override int GetHashCode() => _parameters.Aggregate(HashCode.Combine(Kind, Name), HashCode.Combine);

    /// <summary><c>map(string, list(int))</c>; instants and durations by their short names.</summary>
    public override string ToString() => Kind switch
    {
        CelTypeKind.Timestamp => "timestamp",
        CelTypeKind.Duration => "duration",
        _ => _parameters.Length == 0 ? Name : $"{Name}({string.Join<CelType>(", ", _parameters)})",
    };

    private static CelType Checked(CelType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type;
    }
}
