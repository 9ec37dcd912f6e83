using System.Globalization;
using System.Text.Json;

namespace CustomerSuccess.Expressions.Conformance;

/// <summary>Values tagged by their type, as the cases have them.</summary>
internal static class TaggedValue
{
    public static CelValue Read(JsonElement element)
    {
        var tagged = element.EnumerateObject().Single();
        var value = tagged.Value;
        return tagged.Name switch
        {
            "null" => CelValue.Null,
            "bool" => CelValue.Of(value.GetBoolean()),
            "int" => CelValue.Of(long.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "uint" => CelValue.Of(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "double" => CelValue.Of(Double(value.GetString()!)),
            "string" => CelValue.Of(value.GetString()),
            "bytes" => CelValue.Of(value.GetBytesFromBase64()),
            "list" => CelValue.Of(CelList.Of(value.EnumerateArray().Select(Read))),
            "map" => CelValue.Of(CelMap.Of(value.EnumerateArray().Select(p => KeyValuePair.Create(Read(p[0]), Read(p[1]))))),
            "type" => CelExpressionOf(value.GetString()!),
            "timestamp" => Instant(value[0].GetInt64(), value[1].GetInt32()),
            "duration" => CelEnvironment.Standard.Check(FormattableString.Invariant($"duration('{value[0].GetInt64()}s') + duration('{value[1].GetInt32()}ns')")).Evaluate(new Dictionary<string, CelValue>()),
            var other => throw new FormatException($"There is no type of values '{other}'."),
        };
    }

    public static string Show(CelValue value) => value.IsError ? value.ToString() : $"{value.Kind} {value}";

    /// <summary>The same, and of the same kind: 1 is not 1.0 here, −0.0 is not 0.0, and a NaN is itself.</summary>
    public static bool AreSame(CelValue wanted, CelValue got) => wanted.Kind == got.Kind && wanted.Kind switch
    {
        CelKind.Double => BitConverter.DoubleToInt64Bits(wanted.AsDouble()) == BitConverter.DoubleToInt64Bits(got.AsDouble()) || (double.IsNaN(wanted.AsDouble()) && double.IsNaN(got.AsDouble())),
        CelKind.List => wanted.AsList().Count == got.AsList().Count && wanted.AsList().Zip(got.AsList()).All(p => AreSame(p.First, p.Second)),
        CelKind.Map => wanted.AsMap().Count == got.AsMap().Count && wanted.AsMap().All(e => got.AsMap().Any(o => AreSame(e.Key, o.Key) && AreSame(e.Value, o.Value))),
        _ => wanted == got,
    };

    private static double Double(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "infinity" or "+inf" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static CelValue CelExpressionOf(string type) => CelEnvironment.Standard.Check(type).Evaluate(new Dictionary<string, CelValue>());

    private static CelValue Instant(long seconds, int nanoseconds) =>
        CelEnvironment.Standard.Check(FormattableString.Invariant($"timestamp({seconds}) + duration('{nanoseconds}ns')")).Evaluate(new Dictionary<string, CelValue>());
}
