using System.Globalization;

namespace CustomerSuccess.Customers;

/// <summary>What a trait is.</summary>
public enum TraitKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A yes or no.</summary>
    Flag,

    /// <summary>An instant.</summary>
    Instant,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>Known to be nothing: supplied as null.</summary>
    Null,
}

/// <summary>The value of a trait: a number, a text, a flag, an instant, money, or a known null. Immutable.</summary>
public sealed record TraitValue
{
    private readonly double _number;
    private readonly string? _text;
    private readonly DateTimeOffset _instant;
    private readonly Money _money;

    private TraitValue(TraitKind kind, double number = 0, string? text = null, DateTimeOffset instant = default, Money money = default) =>
        (Kind, _number, _text, _instant, _money) = (kind, number, text, instant, money);

    /// <summary>A known null: a value, not an unknown.</summary>
    public static TraitValue Null { get; } = new(TraitKind.Null);

    /// <summary>What it is.</summary>
    public TraitKind Kind { get; }

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">It is NaN or an infinity: leave the trait out where it is not known.</exception>
    public static TraitValue Of(double number) => double.IsFinite(number)
        ? new(TraitKind.Number, number: number + 0.0)
        : throw new ArgumentException("A trait's number is finite. Leave the trait out where it is not known.", nameof(number));

    /// <summary>A text; null is a known null.</summary>
    public static TraitValue Of(string? text) => text is null ? Null : new(TraitKind.Text, text: text);

    /// <summary>A yes or no.</summary>
    public static TraitValue Of(bool flag) => new(TraitKind.Flag, number: flag ? 1 : 0);

    /// <summary>An instant, kept in UTC.</summary>
    public static TraitValue Of(DateTimeOffset instant) => new(TraitKind.Instant, instant: instant.ToUniversalTime());

    /// <summary>An amount of money.</summary>
    public static TraitValue Of(Money money) => new(TraitKind.Money, money: money);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public double AsNumber() => Kind == TraitKind.Number ? _number : throw Wrong(TraitKind.Number);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public string AsText() => Kind == TraitKind.Text ? _text! : throw Wrong(TraitKind.Text);

    /// <summary>The yes or no.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public bool AsFlag() => Kind == TraitKind.Flag ? _number != 0 : throw Wrong(TraitKind.Flag);

    /// <summary>The instant.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public DateTimeOffset AsInstant() => Kind == TraitKind.Instant ? _instant : throw Wrong(TraitKind.Instant);

    /// <summary>The amount.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public Money AsMoney() => Kind == TraitKind.Money ? _money : throw Wrong(TraitKind.Money);

    /// <summary>The value in the invariant culture; <c>null</c> for a known null.</summary>
    public override string ToString() => Kind switch
    {
        TraitKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        TraitKind.Text => _text!,
        TraitKind.Flag => _number != 0 ? "yes" : "no",
        TraitKind.Instant => _instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        TraitKind.Money => _money.ToString(),
        _ => "null",
    };

    private InvalidOperationException Wrong(TraitKind asked) => new($"The trait is {Kind}, not {asked}: {this}.");
}
