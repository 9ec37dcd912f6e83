using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>
/// How far and where to the success of a portfolio moved: the mean of its customers' vectors, weighted by the revenue of
/// t − window, over the customers that were active then. A customer that was lost since ends at 0. Customers without a plan or
/// of unknown revenue are no part of the mean but of its coverage. Immutable and safe to share between threads.
/// </summary>
public sealed class PortfolioVector
{
    private const double Tolerance = 1e-9;

    private PortfolioVector(SuccessVectorOptions options) => Options = options;

    /// <summary>Window, cut, and the coverage that an alarm needs.</summary>
    public SuccessVectorOptions Options { get; }

    /// <summary>The movement in points, −100 to 100; null where a vector that weighs something is not known, and where there is no figure.</summary>
    public double? Magnitude { get; private init; }

    /// <summary>The smallest that the movement can be, in points; null where there is no figure.</summary>
    public double? Lower { get; private init; }

    /// <summary>The largest that the movement can be, in points; null where there is no figure.</summary>
    public double? Upper { get; private init; }

    /// <summary>Why there is no figure, in words; null where there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>Where it points; cannot tell where the bounds lie on both sides of a cut, and where there is no figure.</summary>
    public SuccessDirection Direction { get; private init; }

    /// <summary>
    /// The share of the revenue of t − window that has a plan, 0 to 1. A customer of unknown revenue counts as one without a plan
    /// that pays as much as the others on average: known revenue with a plan ÷ known revenue × customers of known revenue ÷
    /// customers. 0 where there is no figure.
    /// </summary>
    public double Coverage { get; private init; }

    /// <summary>Whether the coverage is enough for an alarm.</summary>
    public bool IsCovered => Coverage >= Options.MinimumCoverage - Tolerance;

    /// <summary>One line a customer that has a plan and a known revenue, in ordinal order of ids. Empty where there is no figure.</summary>
    public IReadOnlyList<PortfolioLine> Lines { get; private init; } = [];

    /// <summary>The customers active then that have no plan, in ordinal order.</summary>
    public IReadOnlyList<string> WithoutPlan { get; private init; } = [];

    /// <summary>The customers active then whose revenue is not known, in ordinal order.</summary>
    public IReadOnlyList<string> UnknownRevenue { get; private init; } = [];

    /// <summary>The customers that were not active then, in ordinal order: they are left out.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>How many customers were active then.</summary>
    public int Customers { get; private init; }

    /// <summary>Finds the vector of a portfolio.</summary>
    /// <param name="entries">The customers, in any order, each once. Of none, and of customers that paid nothing, there is no figure; of different currencies neither: convert them at a rate that you state.</param>
    /// <param name="options">Window, cut and coverage; those of the definition where null.</param>
    /// <exception cref="ArgumentException">A customer is there twice, or its vector is over another window.</exception>
    public static PortfolioVector Of(IEnumerable<PortfolioEntry> entries, SuccessVectorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PortfolioEntry[] all = [.. entries.OrderBy(e => e.CustomerId, StringComparer.Ordinal)];
        options ??= new();
        Check(all, options);
        PortfolioEntry[] active = [.. all.Where(e => e.WasActive)];
        PortfolioEntry[] counted = [.. active.Where(e => e.Revenue is not null && e.Vector is not null)];
        var known = Total(active.Where(e => e.Revenue is not null));
        var planned = Total(counted);
        var reason = WhyNot(active, counted, known, planned);
        PortfolioLine[] lines = reason is null ? [.. counted.Select(e => Line(e, planned))] : [];
        var (lower, upper) = (Sum(lines, l => l.Lower), Sum(lines, l => l.Upper));
        return new(options)
        {
            Magnitude = reason is null && lines.All(l => l.Share == 0 || l.Vector.Magnitude is not null) ? lower : null,
            Lower = reason is null ? lower : null,
            Upper = reason is null ? upper : null,
            Reason = reason,
            Direction = reason is null ? SuccessMovement.Direction(lower, upper, options.Cut) : SuccessDirection.CannotTell,
            Coverage = reason is null ? Math.Min(1, planned / known * active.Count(e => e.Revenue is not null) / active.Length) : 0,
            Lines = Array.AsReadOnly(lines),
            WithoutPlan = Ids(active.Where(e => e.Vector is null)),
            UnknownRevenue = Ids(active.Where(e => e.Revenue is null)),
            LeftOut = Ids(all.Where(e => !e.WasActive)),
            Customers = active.Length,
        };
    }

    /// <summary>A small table for a person: the vector, what every customer adds, and who is no part of it. Its printed numbers add up.</summary>
    public string Explain() => PortfolioExplanation.Of(this);

    /// <summary><c>forward: +11 points in 90 days, 100 % of revenue has a plan</c>.</summary>
    public override string ToString() => PortfolioExplanation.Headline(this);

    private static void Check(PortfolioEntry[] entries, SuccessVectorOptions options)
    {
        if (entries.Zip(entries.Skip(1)).FirstOrDefault(p => p.First.CustomerId == p.Second.CustomerId) is { First: { } twice })
        {
            throw new ArgumentException($"The customer '{twice.CustomerId}' is there twice. State each once, with its revenue added up.", nameof(entries));
        }

        if (Array.Find(entries, e => e.Vector is { } vector && vector.Window != options.Window) is { } other)
        {
            throw new ArgumentException($"The vector of '{other.CustomerId}' is over {SuccessMovement.Days(other.Vector!.Window)}, that of the portfolio over {SuccessMovement.Days(options.Window)}. Take one window.", nameof(entries));
        }
    }

    private static string? WhyNot(PortfolioEntry[] active, PortfolioEntry[] counted, double known, double planned)
    {
        string[] currencies = [.. active.Where(e => e.Revenue is not null).Select(e => e.Revenue!.Value.Currency).Distinct().Order(StringComparer.Ordinal)];
        return active.Length == 0 ? "nobody was a customer then"
            : currencies.Length > 1 ? $"the revenue is in {string.Join(" and ", currencies)}: convert it into one currency at a rate that you state"
            : currencies.Length == 0 ? "the revenue of no customer is known"
            : active.All(e => e.Vector is null) ? "no customer has a plan"
            : counted.Length == 0 ? "the revenue of no customer with a plan is known"
            : known == 0 ? "the customers paid nothing"
            : planned == 0 ? "the customers with a plan paid nothing"
            : null;
    }

    private static PortfolioLine Line(PortfolioEntry entry, double total)
    {
        var (vector, share) = (entry.Counted!, (double)entry.Revenue!.Value.Amount / total);
        return new()
        {
            CustomerId = entry.CustomerId,
            Revenue = entry.Revenue.Value,
            Share = share,
            Vector = vector,
            IsLost = entry.IsLost,
            Lower = share * vector.Lower,
            Upper = share * vector.Upper,
        };
    }

    private static double Total(IEnumerable<PortfolioEntry> entries)
    {
        var total = 0d;
        foreach (var entry in entries)
        {
            total += (double)entry.Revenue!.Value.Amount;
        }

        return total;
    }

    private static double Sum(PortfolioLine[] lines, Func<PortfolioLine, double> part)
    {
        var sum = 0d;
        foreach (var line in lines)
        {
            sum += part(line);
        }

        return Math.Clamp(sum, -100, 100);
    }

    private static System.Collections.ObjectModel.ReadOnlyCollection<string> Ids(IEnumerable<PortfolioEntry> entries) => Array.AsReadOnly([.. entries.Select(e => e.CustomerId)]);
}
