namespace CustomerSuccess.Expressions;

/// <summary>The operators of numbers, instants, durations, and those that join. Whole numbers do not wrap: what leaves the range is an error.</summary>
internal static class Arithmetic
{
    private const int StepsAnElement = 4;

    private static readonly CelValue DivideByZero = Errors.Of(CelErrorKind.DivideByZero, "divide by zero");
    private static readonly CelValue ModulusByZero = Errors.Of(CelErrorKind.DivideByZero, "modulus by zero");
    private static readonly CelValue Overflow = Errors.Range("a whole number has 64 bits");

    public static CelValue Not(CelValue value) => value.IsBool ? CelValue.Of(value.IsFalse) : Errors.NoOverload(Operators.Not, value);

    public static CelValue Negate(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.Bits == long.MinValue ? Overflow : CelValue.Of(-value.Bits),
        CelKind.Double => CelValue.Of(-value.DoubleBits),
        CelKind.Duration => CelTime.Duration(-(Int128)value.Bits),
        _ => Errors.NoOverload(Operators.Negate, value),
    };

    public static CelValue Add(CelCallContext call, CelValue a, CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Int((Int128)a.Bits + b.Bits),
        (CelKind.Uint, CelKind.Uint) => Uint((Int128)unchecked((ulong)a.Bits) + unchecked((ulong)b.Bits)),
        (CelKind.Double, CelKind.Double) => CelValue.Of(a.DoubleBits + b.DoubleBits),
        (CelKind.Timestamp, CelKind.Duration) => CelTime.Instant(CelTime.NanosecondsOf(a) + b.Bits),
        (CelKind.Duration, CelKind.Timestamp) => CelTime.Instant(CelTime.NanosecondsOf(b) + a.Bits),
        (CelKind.Duration, CelKind.Duration) => CelTime.Duration((Int128)a.Bits + b.Bits),
        (CelKind.String, CelKind.String) => Joined(call, a.AsString(), b.AsString()),
        (CelKind.Bytes, CelKind.Bytes) => Joined(call, a.AsBytes().Span, b.AsBytes().Span),
        (CelKind.List, CelKind.List) => Joined(call, a.AsList(), b.AsList()),
        _ => Errors.NoOverload(Operators.Add, a, b),
    };

    public static CelValue Subtract(CelValue a, CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Int((Int128)a.Bits - b.Bits),
        (CelKind.Uint, CelKind.Uint) => Uint((Int128)unchecked((ulong)a.Bits) - unchecked((ulong)b.Bits)),
        (CelKind.Double, CelKind.Double) => CelValue.Of(a.DoubleBits - b.DoubleBits),
        (CelKind.Timestamp, CelKind.Timestamp) => CelTime.Duration(CelTime.NanosecondsOf(a) - CelTime.NanosecondsOf(b)),
        (CelKind.Timestamp, CelKind.Duration) => CelTime.Instant(CelTime.NanosecondsOf(a) - b.Bits),
        (CelKind.Duration, CelKind.Duration) => CelTime.Duration((Int128)a.Bits - b.Bits),
        _ => Errors.NoOverload(Operators.Subtract, a, b),
    };

    public static CelValue Multiply(CelValue a, CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Int((Int128)a.Bits * b.Bits),
        (CelKind.Uint, CelKind.Uint) => UInt128.CreateChecked(unchecked((ulong)a.Bits)) * unchecked((ulong)b.Bits) is var product && product <= ulong.MaxValue ? CelValue.Of((ulong)product) : Overflow,
        (CelKind.Double, CelKind.Double) => CelValue.Of(a.DoubleBits * b.DoubleBits),
        _ => Errors.NoOverload(Operators.Multiply, a, b),
    };

    public static CelValue Divide(CelValue a, CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => b.Bits == 0 ? DivideByZero : Int((Int128)a.Bits / b.Bits),
        (CelKind.Uint, CelKind.Uint) => b.Bits == 0 ? DivideByZero : CelValue.Of(unchecked((ulong)a.Bits) / unchecked((ulong)b.Bits)),
        (CelKind.Double, CelKind.Double) => CelValue.Of(a.DoubleBits / b.DoubleBits),
        _ => Errors.NoOverload(Operators.Divide, a, b),
    };

    public static CelValue Modulo(CelValue a, CelValue b) => (a.Kind, b.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => b.Bits == 0 ? ModulusByZero : a.Bits == long.MinValue && b.Bits == -1 ? Overflow : CelValue.Of(a.Bits % b.Bits),
        (CelKind.Uint, CelKind.Uint) => b.Bits == 0 ? ModulusByZero : CelValue.Of(unchecked((ulong)a.Bits) % unchecked((ulong)b.Bits)),
        _ => Errors.NoOverload(Operators.Modulo, a, b),
    };

    private static CelValue Int(Int128 value) => value == (long)value ? CelValue.Of((long)value) : Overflow;

    private static CelValue Uint(Int128 value) => value >= 0 && value <= ulong.MaxValue ? CelValue.Of((ulong)value) : Overflow;

    private static CelValue Joined(CelCallContext call, string a, string b) =>
        call.Pay((long)a.Length + b.Length) ? CelValue.Of(string.Concat(a, b)) : CelCallContext.TooCostly;

    private static CelValue Joined(CelCallContext call, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        call.Pay((long)a.Length + b.Length) ? CelValue.Of([.. a, .. b]) : CelCallContext.TooCostly;

    private static CelValue Joined(CelCallContext call, CelList a, CelList b) => a.Count == 0 ? CelValue.Of(b)
        : b.Count == 0 ? CelValue.Of(a)
        : call.Pay(StepsAnElement * ((long)a.Count + b.Count)) ? CelValue.Of(CelList.Over([.. a.Items, .. b.Items]))
        : CelCallContext.TooCostly;
}
