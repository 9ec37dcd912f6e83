namespace CustomerSuccess.Expressions;

/// <summary>The functions and operators of the language, as its specification declares them.</summary>
internal static class StandardLibrary
{
    private static readonly CelType A = CelType.Parameter("A");
    private static readonly CelType B = CelType.Parameter("B");
    private static readonly CelType[] Numbers = [CelType.Int, CelType.Uint, CelType.Double];
    private static readonly CelType[] Ordered = [CelType.Bool, .. Numbers, CelType.String, CelType.Bytes, CelType.Timestamp, CelType.Duration];
    private static readonly CelType ListOfA = CelType.ListOf(A);
    private static readonly CelType MapOfAToB = CelType.MapOf(A, B);

    public static IReadOnlyList<CelFunction> Functions { get; } =
    [
        .. OperatorsOfNumbers(),
        .. Comparisons(),
        .. Collections(),
        .. OfTexts(),
        .. Conversions(),
        .. Times(),
    ];

    private static IEnumerable<CelFunction> OperatorsOfNumbers()
    {
        yield return Function(Operators.Conditional, Control, On([CelType.Bool, A, A], A));
        yield return Function(Operators.Not, One(Arithmetic.Not), On([CelType.Bool], CelType.Bool));
        yield return Function(Operators.Negate, One(Arithmetic.Negate), On([CelType.Int], CelType.Int), On([CelType.Double], CelType.Double), On([CelType.Duration], CelType.Duration));
        yield return Function(
            Operators.Add,
            (call, x) => Arithmetic.Add(call, x[0], x[1]),
            [
                .. Same(Numbers), .. Same([CelType.String, CelType.Bytes, CelType.Duration]), On([ListOfA, ListOfA], ListOfA),
                On([CelType.Timestamp, CelType.Duration], CelType.Timestamp), On([CelType.Duration, CelType.Timestamp], CelType.Timestamp),
            ]);
        yield return Function(
            Operators.Subtract,
            Two(Arithmetic.Subtract),
            [.. Same(Numbers), .. Same([CelType.Duration]), On([CelType.Timestamp, CelType.Timestamp], CelType.Duration), On([CelType.Timestamp, CelType.Duration], CelType.Timestamp)]);
        yield return Function(Operators.Multiply, Two(Arithmetic.Multiply), [.. Same(Numbers)]);
        yield return Function(Operators.Divide, Two(Arithmetic.Divide), [.. Same(Numbers)]);
        yield return Function(Operators.Modulo, Two(Arithmetic.Modulo), [.. Same([CelType.Int, CelType.Uint])]);
    }

    private static IEnumerable<CelFunction> Comparisons()
    {
        yield return Function(Operators.Equal, (call, x) => Comparison.Equal(call, x[0], x[1]), On([A, A], CelType.Bool));
        yield return Function(Operators.NotEqual, (call, x) => Comparison.NotEqual(call, x[0], x[1]), On([A, A], CelType.Bool));
        CelOverload[] orders =
        [
            .. Ordered.Select(t => On([t, t], CelType.Bool)),
            .. from one in Numbers from other in Numbers where !one.Equals(other) select On([one, other], CelType.Bool),
        ];
        foreach (var name in new[] { Operators.Less, Operators.LessOrEqual, Operators.Greater, Operators.GreaterOrEqual })
        {
            yield return Function(name, Two((a, b) => Comparison.Order(name, a, b)), orders);
        }
    }

    private static IEnumerable<CelFunction> Collections()
    {
        yield return Function(Operators.Index, Two(Elements.At), On([ListOfA, CelType.Int], A), On([MapOfAToB, A], B));
        yield return Function(Operators.In, (call, x) => Elements.In(call, x[0], x[1]), On([A, ListOfA], CelType.Bool), On([A, MapOfAToB], CelType.Bool));
        CelType[] sized = [CelType.String, CelType.Bytes, ListOfA, MapOfAToB];
        yield return Function("size", One(Elements.Size), [.. sized.Select(t => On([t], CelType.Int)), .. sized.Select(t => Of([t], CelType.Int))]);
        yield return Function("type", One(v => CelValue.Of(CelTypes.Of(v))), On([A], CelType.TypeOf(A)));
        yield return Function("dyn", One(v => v), On([A], CelType.Dyn));
    }

    private static IEnumerable<CelFunction> OfTexts()
    {
        yield return Function("contains", (call, x) => TextFunctions.Contains(call, x[0], x[1]), Of([CelType.String, CelType.String], CelType.Bool));
        yield return Function("startsWith", Two(TextFunctions.StartsWith), Of([CelType.String, CelType.String], CelType.Bool));
        yield return Function("endsWith", Two(TextFunctions.EndsWith), Of([CelType.String, CelType.String], CelType.Bool));
        yield return Function("matches", (call, x) => Patterns.Matches(call, x[0], x[1]), Of([CelType.String, CelType.String], CelType.Bool), On([CelType.String, CelType.String], CelType.Bool));
    }

    private static IEnumerable<CelFunction> Conversions()
    {
        yield return Conversion("bool", Converting.ToBool, CelType.Bool, CelType.Bool, CelType.String);
        yield return Conversion("int", Converting.ToInt, CelType.Int, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Timestamp);
        yield return Conversion("uint", Converting.ToUint, CelType.Uint, CelType.Uint, CelType.Int, CelType.Double, CelType.String);
        yield return Conversion("double", Converting.ToDouble, CelType.Double, CelType.Double, CelType.Int, CelType.Uint, CelType.String);
        yield return Conversion("string", Converting.ToText, CelType.String, CelType.String, CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.Bytes, CelType.Timestamp, CelType.Duration);
        yield return Conversion("bytes", Converting.ToBytes, CelType.Bytes, CelType.Bytes, CelType.String);
        yield return Conversion("timestamp", Converting.ToTimestamp, CelType.Timestamp, CelType.Timestamp, CelType.String, CelType.Int);
        yield return Conversion("duration", Converting.ToDuration, CelType.Duration, CelType.Duration, CelType.String);
    }

    private static IEnumerable<CelFunction> Times()
    {
        foreach (var (name, getter) in CalendarGetters.All)
        {
            var ofDuration = getter.OfDuration is not null;
            CelOverload[] overloads =
            [
                Of([CelType.Timestamp], CelType.Int), Of([CelType.Timestamp, CelType.String], CelType.Int),
                .. ofDuration ? [Of([CelType.Duration], CelType.Int)] : Array.Empty<CelOverload>(),
            ];
            yield return Function(name, (_, x) => CalendarGetters.Read(name, getter, x), overloads);
        }
    }

    private static CelOverload On(CelType[] parameters, CelType result) => new("", false, parameters, result);

    private static CelOverload Of(CelType[] parameters, CelType result) => new("", true, parameters, result);

    private static IEnumerable<CelOverload> Same(CelType[] types) => types.Select(t => On([t, t], t));

    private static CelFunction Conversion(string name, Func<CelValue, CelValue> convert, CelType to, params CelType[] from) =>
        Function(name, One(convert), [.. from.Select(f => On([f], to))]);

    private static CelFunction Function(string name, CelFunctionBody body, params CelOverload[] overloads) =>
        new(name, Array.AsReadOnly([.. overloads.Select(o => new CelOverload(name, o.IsReceiver, o.Parameters, o.Result))]), body, StandardTexts.Of(name));

    private static CelFunctionBody One(Func<CelValue, CelValue> of) => (_, x) => x.Length == 1 ? of(x[0]) : Errors.NoOverload("", x);

    private static CelFunctionBody Two(Func<CelValue, CelValue, CelValue> of) => (_, x) => x.Length == 2 ? of(x[0], x[1]) : Errors.NoOverload("", x);

    // Evaluated by a node of its own, for only one branch is.
    private static CelValue Control(CelCallContext call, ReadOnlySpan<CelValue> arguments) => arguments[0].IsTrue ? arguments[1] : arguments[2];
}
