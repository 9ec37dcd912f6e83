namespace CustomerSuccess.Expressions;

/// <content>What a value is read as.</content>
public readonly partial struct CelValue
{
    /// <summary>The yes or no.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public bool AsBool() => IsBool ? _bits != 0 : throw Wrong(CelKind.Bool);

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public long AsInt() => IsInt ? _bits : throw Wrong(CelKind.Int);

    /// <summary>The whole number without a sign.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public ulong AsUint() => IsUint ? unchecked((ulong)_bits) : throw Wrong(CelKind.Uint);

    /// <summary>The number of double precision.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public double AsDouble() => IsDouble ? DoubleBits : throw Wrong(CelKind.Double);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public string AsString() => _object as string ?? throw Wrong(CelKind.String);

    /// <summary>The octets.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public ReadOnlyMemory<byte> AsBytes() => _object is CelBytes bytes ? bytes.Octets : throw Wrong(CelKind.Bytes);

    /// <summary>The instant, in UTC, to the tick of 100 ns below it.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public DateTimeOffset AsTimestamp() => Kind == CelKind.Timestamp ? new DateTimeOffset(_bits, TimeSpan.Zero) : throw Wrong(CelKind.Timestamp);

    /// <summary>The duration, to the tick of 100 ns toward zero.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public TimeSpan AsDuration() => TimeSpan.FromTicks(AsNanoseconds() / TimeSpan.NanosecondsPerTick);

    /// <summary>The duration in nanoseconds.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public long AsNanoseconds() => IsDuration ? _bits : throw Wrong(CelKind.Duration);

    /// <summary>The list.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelList AsList() => _object as CelList ?? throw Wrong(CelKind.List);

    /// <summary>The map.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelMap AsMap() => _object as CelMap ?? throw Wrong(CelKind.Map);

    /// <summary>The type.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelType AsType() => _object as CelType ?? throw Wrong(CelKind.Type);

    /// <summary>The record.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelRecord AsRecord() => _object as CelRecord ?? throw Wrong(CelKind.Record);

    /// <summary>Why it is not known.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelUnknown AsUnknown() => _object as CelUnknown ?? throw Wrong(CelKind.Unknown);

    /// <summary>Why it could not be computed.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public CelError AsError() => _object as CelError ?? throw Wrong(CelKind.Error);

    /// <summary>Of an instant, 0 to 99: the nanoseconds beyond its last tick.</summary>
    internal int TickNanoseconds => _object is Tag tag ? tag.Nanoseconds : 0;

    /// <summary>Equal by the language: numbers by what they stand for, whatever their kind; lists and maps by content. A NaN equals itself here, so that values can be kept in sets.</summary>
    public bool Equals(CelValue other) => CelEquality.AreEqual(this, other) || (IsNaN && other.IsNaN);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => CelEquality.HashOf(this);

    /// <summary>The value as a literal or call of the language, for a person.</summary>
    public override string ToString() => CelText.Of(this);

    /// <summary>Equal, as <see cref="Equals(CelValue)"/> says.</summary>
    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    /// <summary>Not equal, as <see cref="Equals(CelValue)"/> says.</summary>
    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);

    private bool IsNaN => IsDouble && double.IsNaN(DoubleBits);

    private InvalidOperationException Wrong(CelKind asked) => new($"The value is {Kind}, not {asked}: {this}.");
}
