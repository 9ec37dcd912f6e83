namespace CustomerSuccess.Expressions;

/// <summary>
/// A value of the language: null, a yes or no, a number, a text, octets, an instant, a duration, a list, a map, a type, a
/// record; or not known, with causes; or an error, with its reason. Two words in size. Immutable and safe to share between threads.
/// </summary>
public readonly partial struct CelValue : IEquatable<CelValue>
{
    private readonly object? _object;
    private readonly long _bits;

    private CelValue(object? value, long bits = 0) => (_object, _bits) = (value, bits);

    /// <summary>Null.</summary>
    public static CelValue Null => default;

    /// <summary>Yes.</summary>
    public static CelValue True { get; } = new(Tag.Bool, 1);

    /// <summary>No.</summary>
    public static CelValue False { get; } = new(Tag.Bool);

    /// <summary>What it is.</summary>
    public CelKind Kind => _object switch
    {
        null => CelKind.Null,
        Tag tag => tag.Kind,
        string => CelKind.String,
        CelUnknown => CelKind.Unknown,
        CelError => CelKind.Error,
        CelBytes => CelKind.Bytes,
        CelList => CelKind.List,
        CelMap => CelKind.Map,
        CelType => CelKind.Type,
        _ => CelKind.Record,
    };

    /// <summary>Whether it is neither unknown nor an error.</summary>
    public bool IsKnown => _object is not (CelUnknown or CelError);

    /// <summary>Whether it is not known.</summary>
    public bool IsUnknown => _object is CelUnknown;

    /// <summary>Whether it is an error.</summary>
    public bool IsError => _object is CelError;

    /// <summary>Whether it is yes.</summary>
    public bool IsTrue => ReferenceEquals(_object, Tag.Bool) && _bits != 0;

    /// <summary>Whether it is no.</summary>
    public bool IsFalse => ReferenceEquals(_object, Tag.Bool) && _bits == 0;

    internal object? Object => _object;

    internal long Bits => _bits;

    internal double DoubleBits => BitConverter.Int64BitsToDouble(_bits);

    internal bool IsBool => ReferenceEquals(_object, Tag.Bool);

    internal bool IsInt => ReferenceEquals(_object, Tag.Int);

    internal bool IsUint => ReferenceEquals(_object, Tag.Uint);

    internal bool IsDouble => ReferenceEquals(_object, Tag.Double);

    internal bool IsDuration => ReferenceEquals(_object, Tag.Duration);

    internal bool IsNumber => IsInt || IsDouble || IsUint;

    /// <summary>A yes or no.</summary>
    public static CelValue Of(bool value) => value ? True : False;

    /// <summary>A whole number with a sign.</summary>
    public static CelValue Of(long value) => new(Tag.Int, value);

    /// <summary>A whole number without a sign.</summary>
    public static CelValue Of(ulong value) => new(Tag.Uint, unchecked((long)value));

    /// <summary>A number of double precision; NaN and the infinities are values of the language.</summary>
    public static CelValue Of(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A text; null is null.</summary>
    public static CelValue Of(string? value) => new(value);

    /// <summary>Octets, which are copied.</summary>
    public static CelValue Of(ReadOnlySpan<byte> value) => new(new CelBytes(value.ToArray()));

    /// <summary>An instant.</summary>
    public static CelValue Of(DateTimeOffset value) => Instant(value.UtcTicks, 0);

    /// <summary>A duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than about 292 years.</exception>
    public static CelValue Of(TimeSpan value)
    {
        var nanoseconds = (Int128)value.Ticks * TimeSpan.NanosecondsPerTick;
        return nanoseconds == (long)nanoseconds
            ? Nanoseconds((long)nanoseconds)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A duration of the language is at most about 292 years either way.");
    }

    /// <summary>A list.</summary>
    public static CelValue Of(CelList value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>A map.</summary>
    public static CelValue Of(CelMap value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>A type.</summary>
    public static CelValue Of(CelType value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>A record of a declared type.</summary>
    public static CelValue Of(CelRecord value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>Not known.</summary>
    public static CelValue Of(CelUnknown value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>An error.</summary>
    public static CelValue Of(CelError value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>Not known, because of one cause.</summary>
    /// <param name="subject">What is not known.</param>
    /// <param name="reason">Why, in words.</param>
    public static CelValue Unknown(string subject, string reason) => new(new CelUnknown([new CelCause(subject, reason)]));

    internal static CelValue Nanoseconds(long nanoseconds) => new(Tag.Duration, nanoseconds);

    /// <summary>An instant of ticks of 100 ns since the year 1, and 0 to 99 nanoseconds.</summary>
    internal static CelValue Instant(long ticks, int nanoseconds) => new(Tag.Timestamps[nanoseconds], ticks);

    /// <summary>What is behind the value's first word: for values without an object of their own, what the bits are.</summary>
    internal sealed class Tag(CelKind kind, int nanoseconds = 0)
    {
        public static readonly Tag Bool = new(CelKind.Bool);
        public static readonly Tag Int = new(CelKind.Int);
        public static readonly Tag Uint = new(CelKind.Uint);
        public static readonly Tag Double = new(CelKind.Double);
        public static readonly Tag Duration = new(CelKind.Duration);
        public static readonly Tag[] Timestamps = [.. Enumerable.Range(0, 100).Select(n => new Tag(CelKind.Timestamp, n))];

        public CelKind Kind => kind;

        /// <summary>Of an instant, the nanoseconds beyond its last tick of 100.</summary>
        public int Nanoseconds => nanoseconds;
    }
}
