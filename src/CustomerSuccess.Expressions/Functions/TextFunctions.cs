namespace CustomerSuccess.Expressions;

/// <summary>What is asked of texts, all by code points, whatever the culture.</summary>
internal static class TextFunctions
{
    public static CelValue Contains(CelCallContext call, CelValue text, CelValue part) => (text.Object, part.Object) switch
    {
        (string a, string b) => call.Pay(a.Length / 10) ? CelValue.Of(a.Contains(b, StringComparison.Ordinal)) : CelCallContext.TooCostly,
        _ => Errors.NoOverload("contains", text, part),
    };

    public static CelValue StartsWith(CelValue text, CelValue part) => (text.Object, part.Object) switch
    {
        (string a, string b) => CelValue.Of(a.StartsWith(b, StringComparison.Ordinal)),
        _ => Errors.NoOverload("startsWith", text, part),
    };

    public static CelValue EndsWith(CelValue text, CelValue part) => (text.Object, part.Object) switch
    {
        (string a, string b) => CelValue.Of(a.EndsWith(b, StringComparison.Ordinal)),
        _ => Errors.NoOverload("endsWith", text, part),
    };
}
