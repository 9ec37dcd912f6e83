namespace CustomerSuccess.Interventions;

/// <summary>What a value has to be: between two bounds, one of some, none of some. Immutable.</summary>
internal sealed record Demand(Scale Scale)
{
    private (object Value, bool IsOpen)? Lower { get; init; }

    private (object Value, bool IsOpen)? Upper { get; init; }

    private IReadOnlyList<object>? OneOf { get; init; }

    private IReadOnlyList<object> NoneOf { get; init; } = [];

    public static Demand From(Scale scale, object value, bool isOpen) => new(scale) { Lower = (value, isOpen) };

    public static Demand To(Scale scale, object value, bool isOpen) => new(scale) { Upper = (value, isOpen) };

    public static Demand Among(Scale scale, IEnumerable<object> values) => new(scale) { OneOf = [.. values] };

    public static Demand Without(Scale scale, IEnumerable<object> values) => new(scale) { NoneOf = [.. values] };

    /// <summary>Both; null where nothing is both.</summary>
    public Demand? And(Demand other)
    {
        var both = this with
        {
            Lower = Tighter(Lower, other.Lower, 1),
            Upper = Tighter(Upper, other.Upper, -1),
            OneOf = OneOf is null ? other.OneOf : other.OneOf is null ? OneOf : [.. OneOf.Where(v => other.OneOf.Any(o => Scale.Compare(v, o) == 0))],
            NoneOf = [.. NoneOf.Concat(other.NoneOf.Where(o => NoneOf.All(n => Scale.Compare(n, o) != 0)))],
        };
        return both.IsPossible ? both : null;
    }

    /// <summary>Whether a value is what it has to be.</summary>
    public bool Allows(object value) =>
        (!Scale.IsOrdered || ((First is not { } low || Scale.Compare(value, low) >= 0) && (Last is not { } high || Scale.Compare(value, high) <= 0)))
        && (OneOf is null || OneOf.Any(v => Scale.Compare(v, value) == 0))
        && NoneOf.All(v => Scale.Compare(v, value) != 0)
        && (Scale != Scale.Whole || Math.Floor((double)value) == (double)value);

    /// <summary>Whether any value is what it has to be.</summary>
    public bool IsPossible => Nearest(null) is not null || (OneOf is null && !Scale.IsOrdered && Scale != Scale.Flag);

    /// <summary>The nearest value that is what it has to be; null where there is none, or any but some would do.</summary>
    /// <param name="now">The value now; null where it is not known.</param>
    public object? Nearest(object? now)
    {
        if (OneOf is not null || Scale == Scale.Flag)
        {
            var allowed = (OneOf ?? [false, true]).Where(Allows);
            return now is null ? allowed.FirstOrDefault() : allowed.MinBy(v => Scale.Distance(v, now));
        }

        if (!Scale.IsOrdered)
        {
            return null;
        }

        var start = now ?? Scale.Origin!;
        start = First is { } low && Scale.Compare(start, low) < 0 ? low : Last is { } high && Scale.Compare(start, high) > 0 ? high : start;
        return Free(start, up: true) ?? Free(start, up: false);
    }

    /// <summary>In words: <c>at least 20, at most 30</c>.</summary>
    public override string ToString()
    {
        string[] parts = OneOf is not null
            ? [string.Join(" or ", OneOf.Where(Allows).Select(Scale.Text))]
            : [
                .. Lower is { } low ? [$"{(low.IsOpen ? "more than" : "at least")} {Scale.Text(low.Value)}"] : Array.Empty<string>(),
                .. Upper is { } high ? [$"{(high.IsOpen ? "less than" : "at most")} {Scale.Text(high.Value)}"] : Array.Empty<string>(),
                .. NoneOf.Count > 0 ? [$"anything but {string.Join(" or ", NoneOf.Select(Scale.Text))}"] : Array.Empty<string>(),
            ];
        return string.Join(", ", parts);
    }

    private object? First => Lower is not { } low ? null : Closed(low, up: true);

    private object? Last => Upper is not { } high ? null : Closed(high, up: false);

    private object Closed((object Value, bool IsOpen) bound, bool up) => bound.IsOpen || (Scale == Scale.Whole && Math.Floor((double)bound.Value) != (double)bound.Value)
        ? Scale.Next(bound.Value, up)
        : bound.Value;

    // As many steps as there are values to pass over.
    private object? Free(object start, bool up)
    {
        var value = start;
        for (var step = 0; step <= NoneOf.Count; step++, value = Scale.Next(value, up))
        {
            if (Allows(value))
            {
                return value;
            }
        }

        return null;
    }

    private (object Value, bool IsOpen)? Tighter((object Value, bool IsOpen)? one, (object Value, bool IsOpen)? other, int sign)
    {
        if (one is not { } a || other is not { } b)
        {
            return one ?? other;
        }

        var order = sign * Scale.Compare(a.Value, b.Value);
        return order > 0 || (order == 0 && a.IsOpen) ? a : b;
    }
}
