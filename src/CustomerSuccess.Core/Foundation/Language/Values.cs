using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>Readings as values of the language, and back.</summary>
internal static class Values
{
    private const int LongestSubject = 80;

    public static CelValue Of<TValue>(Reading<TValue> reading, Func<TValue, CelValue> known) => reading.IsKnown ? known(reading.Value) : Unknowns.Of(reading.Causes);

    /// <summary>A value as a reading: what is no finite number, and an error of the evaluation, are unknown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">The expression, for messages.</param>
    public static Reading<double> Number(CelValue value, CelExpression expression)
    {
        var number = value.Kind switch
        {
            CelKind.Double => value.AsDouble(),
            CelKind.Int => value.AsInt(),
            _ => double.NaN,
        };
        return value.Kind is not (CelKind.Double or CelKind.Int) ? Reading.Unknown<double>(Causes(value, expression))
            : double.IsFinite(number) ? Reading.Known(number)
            : Reading.Unknown<double>(new UnknownCause(Subject(expression), UnknownKind.NotANumber));
    }

    public static Reading<bool> Flag(CelValue value, CelExpression expression) =>
        value.Kind == CelKind.Bool ? Reading.Known(value.AsBool()) : Reading.Unknown<bool>(Causes(value, expression));

    public static Reading<string> Text(CelValue value, CelExpression expression) =>
        value.Kind == CelKind.String ? Reading.Known(value.AsString()) : Reading.Unknown<string>(Causes(value, expression));

    private static IReadOnlyList<UnknownCause> Causes(CelValue value, CelExpression expression) => value.Kind switch
    {
        CelKind.Unknown => Unknowns.CausesOf(value.AsUnknown()),
        CelKind.Error => [new UnknownCause(Subject(expression), UnknownKind.ReaderFailed, value.AsError().Message)],
        CelKind.Null => [new UnknownCause(Subject(expression), UnknownKind.NotGiven, "known to be null")],
        var kind => [new UnknownCause(Subject(expression), UnknownKind.NotGiven, $"it is {kind}")],
    };

    private static string Subject(CelExpression expression) => expression.Canonical.Length <= LongestSubject ? expression.Canonical : expression.Canonical[..(LongestSubject - (char.IsHighSurrogate(expression.Canonical[LongestSubject - 1]) ? 1 : 0))] + "…";
}

/// <summary>Causes as the language has them, and back.</summary>
internal static class Unknowns
{
    public static CelValue Of(params IReadOnlyList<UnknownCause> causes) => CelValue.Of(new CelUnknown(causes.Count > 0 ? causes.Select(Of) : [new CelCause("facts", "unknown")]));

    public static IReadOnlyList<UnknownCause> CausesOf(CelUnknown unknown) =>
        [.. unknown.Causes.Select(c => c.Tag as UnknownCause ?? new UnknownCause(c.Subject, UnknownKind.Stated, c.Reason))];

    private static CelCause Of(UnknownCause cause) => new(cause.Subject, cause.Reason, cause);
}
