using System.Globalization;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Interventions;

/// <summary>A kind of values that conditions compare with constants: their order, their next neighbours, and how they are shown.</summary>
internal sealed class Scale
{
    private static readonly StringComparer Ordinal = StringComparer.Ordinal;

    private readonly Func<object, object, int> _compare;
    private readonly Func<object, bool, object>? _next;
    private readonly Func<object, object, double>? _distance;

    private Scale(Func<object, object, int> compare, Func<object, string> text, object? origin = null, Func<object, bool, object>? next = null, Func<object, object, double>? distance = null) =>
        (_compare, Text, Origin, _next, _distance) = (compare, text, origin, next, distance);

    public static Scale Number { get; } = new(
        (a, b) => ((double)a).CompareTo((double)b), n => ((double)n).ToString("R", CultureInfo.InvariantCulture), 0d,
        (n, up) => up ? Math.BitIncrement((double)n) : Math.BitDecrement((double)n), (a, b) => Math.Abs((double)a - (double)b));

    /// <summary>Whole numbers, kept as doubles.</summary>
    public static Scale Whole { get; } = new(
        (a, b) => ((double)a).CompareTo((double)b), n => ((double)n).ToString("R", CultureInfo.InvariantCulture), 0d,
        (n, up) => up ? Math.Floor((double)n) + 1 : Math.Ceiling((double)n) - 1, (a, b) => Math.Abs((double)a - (double)b));

    public static Scale Duration { get; } = new(
        (a, b) => ((TimeSpan)a).CompareTo((TimeSpan)b), d => DocumentSpan.Write((TimeSpan)d), TimeSpan.Zero,
        (d, up) => TimeSpan.FromTicks(Math.Clamp(((TimeSpan)d).Ticks, long.MinValue + 1, long.MaxValue - 1) + (up ? 1 : -1)), (a, b) => Math.Abs((double)((TimeSpan)a).Ticks - ((TimeSpan)b).Ticks));

    public static Scale Instant { get; } = new(
        (a, b) => ((DateTimeOffset)a).CompareTo((DateTimeOffset)b), i => NumberText.Instant((DateTimeOffset)i), DateTimeOffset.UnixEpoch,
        (i, up) => new DateTimeOffset(Math.Clamp(((DateTimeOffset)i).UtcTicks + (up ? 1 : -1), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero), (a, b) => Math.Abs((double)((DateTimeOffset)a).UtcTicks - ((DateTimeOffset)b).UtcTicks));

    public static Scale Words { get; } = new((a, b) => Ordinal.Compare((string)a, (string)b), t => CelValue.Of((string)t).ToString());

    public static Scale Flag { get; } = new((a, b) => ((bool)a).CompareTo((bool)b), f => (bool)f ? "true" : "false");

    /// <summary>How a value is shown.</summary>
    public Func<object, string> Text { get; }

    /// <summary>Where a value that is not known is looked for; null where the scale has no order.</summary>
    public object? Origin { get; }

    /// <summary>Whether less and more mean something.</summary>
    public bool IsOrdered => _next is not null;

    public int Compare(object left, object right) => _compare(left, right);

    public object Next(object value, bool up) => _next!(value, up);

    public double Distance(object left, object right) => _distance is null ? 0 : _distance(left, right);

    /// <summary>A value of the language on its scale; null where it is on none: no number, not known, null, a list.</summary>
    public static object? Of(CelValue value) => value.Kind switch
    {
        CelKind.Double => double.IsFinite(value.AsDouble()) ? value.AsDouble() + 0.0 : null,
        CelKind.Int => (double)value.AsInt(),
        CelKind.Duration => value.AsDuration(),
        CelKind.Timestamp => value.AsTimestamp(),
        CelKind.String => value.AsString(),
        CelKind.Bool => value.IsTrue,
        _ => null,
    };

    /// <summary>How a value is shown, by its own scale.</summary>
    public static string TextOf(object value) => value switch
    {
        double => Number.Text(value),
        TimeSpan => Duration.Text(value),
        DateTimeOffset => Instant.Text(value),
        bool => Flag.Text(value),
        _ => Words.Text(value),
    };

    /// <summary>The scale of a type; null where it has none.</summary>
    public static Scale? Of(CelTypeKind type) => type switch
    {
        CelTypeKind.Double => Number,
        CelTypeKind.Int => Whole,
        CelTypeKind.Duration => Duration,
        CelTypeKind.Timestamp => Instant,
        CelTypeKind.String => Words,
        CelTypeKind.Bool => Flag,
        _ => null,
    };
}
