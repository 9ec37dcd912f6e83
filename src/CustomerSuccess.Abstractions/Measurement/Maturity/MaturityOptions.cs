namespace CustomerSuccess.Measurement;

/// <summary>The thresholds of maturity. Shares are 0 to 1; an edge belongs to the side that its words say, within 1e-9. Immutable.</summary>
public sealed record MaturityOptions
{
    private readonly TimeSpan _window = TimeSpan.FromDays(90);
    private readonly TimeSpan _ahead = TimeSpan.FromDays(7);
    private readonly int _minimumCases = 30;
    private readonly double _leadingFrom = 0.5;
    private readonly double _leadingReactiveUpTo = 0.25;
    private readonly double _proactiveReactiveBelow = 0.5;
    private readonly IReadOnlyList<string> _directions = ["customer", "sales", "product", "support"];
    private readonly IReadOnlyDictionary<string, string> _teams = new Dictionary<string, string>();

    /// <summary>Cases count that fired in (instant − window, instant], above 0; 90 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan Window { get => _window; init => _window = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "A window has a length above 0."); }

    /// <summary>How long ahead leading work was planned at least, 0 or more; 7 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Ahead { get => _ahead; init => _ahead = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Ahead), value, "Work is planned 0 or more ahead."); }

    /// <summary>From how many cases on there is a level, 1 or more; 30 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MinimumCases { get => _minimumCases; init => _minimumCases = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinimumCases), value, "A level needs 1 case or more."); }

    /// <summary>Leading needs at least this share of leading cases; 0.50 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no share.</exception>
    public double LeadingFrom { get => _leadingFrom; init => _leadingFrom = Share(value, nameof(LeadingFrom)); }

    /// <summary>And at most this share of reactive cases; 0.25 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no share.</exception>
    public double LeadingReactiveUpTo { get => _leadingReactiveUpTo; init => _leadingReactiveUpTo = Share(value, nameof(LeadingReactiveUpTo)); }

    /// <summary>Proactive needs a share of reactive cases below this; 0.50 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no share.</exception>
    public double ProactiveReactiveBelow { get => _proactiveReactiveBelow; init => _proactiveReactiveBelow = Share(value, nameof(ProactiveReactiveBelow)); }

    /// <summary>The directions from which work may be asked for, two or more, each once; <c>customer</c>, <c>sales</c>, <c>product</c>, <c>support</c> unless stated.</summary>
    /// <exception cref="ArgumentException">There are fewer than two, one is empty, or one is named twice.</exception>
    public IReadOnlyList<string> Directions
    {
        get => _directions;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _directions = value.Count >= 2 && !value.Any(string.IsNullOrWhiteSpace) && value.Distinct(StringComparer.Ordinal).Count() == value.Count
                ? Array.AsReadOnly([.. value])
                : throw new ArgumentException($"Name two directions or more, each once: {string.Join(", ", value.Select(d => $"'{d}'"))}.", nameof(Directions));
        }
    }

    /// <summary>The team of each owner, by the owner's id; empty where there are no teams.</summary>
    public IReadOnlyDictionary<string, string> Teams
    {
        get => _teams;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _teams = new Dictionary<string, string>(value, StringComparer.Ordinal).AsReadOnly();
        }
    }

    private static double Share(double value, string name) => value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "A share is a number from 0 to 1.");
}
