namespace CustomerSuccess.Expressions;

/// <summary>The errors of functions.</summary>
internal static class Errors
{
    public static CelValue NoOverload(string function, params ReadOnlySpan<CelValue> arguments)
    {
        var types = new string[arguments.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = CelTypes.Of(arguments[i]).ToString();
        }

        return Of(CelErrorKind.NoSuchOverload, $"no such overload: {Operators.Shown(function)} of ({string.Join(", ", types)})");
    }

    public static CelValue Range(string what) => Of(CelErrorKind.Range, $"out of range: {what}");

    public static CelValue Invalid(string what) => Of(CelErrorKind.InvalidArgument, what);

    public static CelValue Of(CelErrorKind kind, string message) => CelValue.Of(new CelError(kind, message));
}
