namespace CustomerSuccess.Expressions.Tests.Support;

/// <summary>Evaluates expressions whose variables are any.</summary>
internal static class Evaluated
{
    public static readonly IReadOnlyDictionary<string, CelValue> Nothing = new Dictionary<string, CelValue>();

    private static readonly CelEnvironment WithForms = CelEnvironment.Declare()
        .Variable("a", CelType.Dyn).Variable("b", CelType.Dyn).Variable("c", CelType.Dyn).UnknownForms().WidenIntegers().Build();

    /// <summary>An expression without variables, by the language itself.</summary>
    public static CelValue Of(string text) => CelEnvironment.Standard.Check(text).Evaluate(Nothing);

    /// <summary>The same, unchecked.</summary>
    public static CelValue Unchecked(string text) => CelEnvironment.Standard.Read(text).Evaluate(Nothing);

    /// <summary>An expression over a, b and c, with the forms for unknowns.</summary>
    public static CelValue With(string text, CelValue? a = null, CelValue? b = null, CelValue? c = null) => WithForms.Check(text).Evaluate(new Dictionary<string, CelValue>
    {
        ["a"] = a ?? CelValue.Null,
        ["b"] = b ?? CelValue.Null,
        ["c"] = c ?? CelValue.Null,
    });
}
