using System.Globalization;

namespace CustomerSuccess.Testing;

/// <summary>What a name means in facts written by hand. Immutable.</summary>
internal sealed record FactValue
{
    /// <summary>The type as which it can be read; null for an unknown, which is unknown as any.</summary>
    public FactType? Type { get; private init; }

    public double Number { get; private init; }

    public bool Flag { get; private init; }

    public string Text { get; private init; } = "";

    public TimeSpan? Age { get; init; }

    public UnknownKind? Missing { get; private init; }

    public string? Detail { get; private init; }

    public bool IsKnown => Missing is null;

    public static FactValue Of(double number, TimeSpan? age = null) => double.IsFinite(number)
        ? new() { Type = FactType.Number, Number = number, Age = age }
        : new() { Type = FactType.Number, Missing = UnknownKind.NotANumber, Age = age };

    public static FactValue Of(bool flag, TimeSpan? age = null) => new() { Type = FactType.Flag, Flag = flag, Age = age };

    public static FactValue Of(string text, TimeSpan? age = null) => new() { Type = FactType.Text, Text = text, Age = age };

    public static FactValue Unknown(UnknownKind kind, string? detail) => new() { Missing = kind, Detail = detail };

    public Reading<double> AsNumber(string name) => IsKnown ? Reading.Known(Number) : Reading.Unknown<double>(Cause(name));

    public Reading<bool> AsFlag(string name) => IsKnown ? Reading.Known(Flag) : Reading.Unknown<bool>(Cause(name));

    public Reading<string> AsText(string name) => IsKnown ? Reading.Known(Text) : Reading.Unknown<string>(Cause(name));

    public Reading<TimeSpan> AsAge(string name) =>
        Age is { } age ? Reading.Known(age) : Reading.Unknown<TimeSpan>(new UnknownCause(name, UnknownKind.AgeNotGiven));

    /// <summary><c>logins = 12</c>, <c>plan = 'pro' (3 days old)</c>, <c>nps unknown (not given)</c>.</summary>
    public string Words(string name)
    {
        var value = Type switch
        {
            _ when !IsKnown => $"{name} unknown ({Cause(name).Reason})",
            FactType.Number => string.Create(CultureInfo.InvariantCulture, $"{name} = {Number:R}"),
            FactType.Flag => $"{name} = {(Flag ? "yes" : "no")}",
            _ => $"{name} = '{Text}'",
        };
        return Age is { } age ? string.Create(CultureInfo.InvariantCulture, $"{value} ({age.TotalDays:0.###} days old)") : value;
    }

    private UnknownCause Cause(string name) => new(name, Missing!.Value, Detail);
}

/// <summary>What a fact is read as.</summary>
internal enum FactType
{
    Number,
    Flag,
    Text,
}
