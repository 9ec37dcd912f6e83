namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How far a customer's use stays behind what it is entitled to: 1 − Σ r·c ÷ Σ r over the capabilities of which both are known,
/// with c = min(1, used ÷ entitled) and r the relevance to the customer's outcome; raw, r is 1. What is not known is coverage and
/// bounds, never 0. Immutable and safe to share between threads.
/// </summary>
public sealed class ConsumptionGap
{
    private const double Tolerance = 1e-9;

    private ConsumptionGap(ConsumptionOptions options, IReadOnlyList<ConsumptionLine> lines, ConsumptionFigure relevant, ConsumptionFigure raw) =>
        (Options, Lines, Relevant, Raw) = (options, lines, relevant, raw);

    /// <summary>The thresholds it was found with.</summary>
    public ConsumptionOptions Options { get; }

    /// <summary>The gap weighted by relevance. Without any known relevance there is none, and the raw gap is all that can be said.</summary>
    public ConsumptionFigure Relevant { get; }

    /// <summary>The gap in which every capability counts alike.</summary>
    public ConsumptionFigure Raw { get; }

    /// <summary>One line a capability, in ordinal order of names.</summary>
    public IReadOnlyList<ConsumptionLine> Lines { get; }

    /// <summary>Whether the relevant gap is a warning; null where there is no relevant gap.</summary>
    public bool? IsWarning => Relevant.Gap is { } gap ? gap >= Options.WarningFrom - Tolerance : null;

    /// <summary>The capabilities of which more is used than is entitled: room for expansion.</summary>
    public IReadOnlyList<ConsumptionLine> Expansions => [.. Lines.Where(l => l.Expansion is not null)];

    /// <summary>The capabilities that are paid and unused.</summary>
    public IReadOnlyList<ConsumptionLine> Shelfware => [.. Lines.Where(l => l.IsShelfware == true)];

    /// <summary>What is paid a year for shelf-ware, one amount a currency, by currency: currencies are never mixed. Empty where there is none.</summary>
    public IReadOnlyList<Money> ShelfwareCost =>
        [.. Shelfware.SelectMany(l => l.Capability.PaidAnnually ?? []).GroupBy(m => m.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Money.Sum(g)!.Value).Where(m => m.Amount != 0)];

    /// <summary>Finds the gap.</summary>
    /// <param name="capabilities">The capabilities, in any order, each once. Of none there is no gap.</param>
    /// <param name="options">The thresholds; those of the definition where null.</param>
    /// <exception cref="ArgumentException">Two capabilities have one name.</exception>
    public static ConsumptionGap Of(IEnumerable<CapabilityUse> capabilities, ConsumptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        CapabilityUse[] all = [.. capabilities.OrderBy(c => c.Name, StringComparer.Ordinal)];
        if (all.Zip(all.Skip(1)).FirstOrDefault(p => p.First.Name == p.Second.Name) is { First: { } twice })
        {
            throw new ArgumentException($"The capability '{twice.Name}' is there twice. State each once, with its entitlements added up.", nameof(capabilities));
        }

        options ??= new();
        CapabilityUse[] entitled = [.. all.Where(c => c.IsEntitled)];
        var relevance = Total(entitled, c => c.Relevance);
        var known = entitled.Count(c => c.Consumption.IsKnown);
        return new(
            options,
            Array.AsReadOnly([.. all.Select(c => Line(c, relevance, known, options))]),
            Figure(entitled, c => c.Relevance, options.LargestRelevance ?? double.PositiveInfinity),
            Figure(entitled, _ => Reading.Known(1d), 1));
    }

    /// <summary>A small table for a person: both gaps, and what every capability adds. Its printed numbers add up.</summary>
    public string Explain() => ConsumptionExplanation.Of(this);

    /// <inheritdoc />
    public override string ToString() => $"consumption gap {Relevant}; raw {Raw}";

    private static double Total(CapabilityUse[] capabilities, Func<CapabilityUse, Reading<double>> weigh)
    {
        var total = 0d;
        foreach (var capability in capabilities.Where(c => c.Consumption.IsKnown && weigh(c).IsKnown))
        {
            total += weigh(capability).Value;
        }

        return total;
    }

    private static ConsumptionLine Line(CapabilityUse capability, double relevance, int known, ConsumptionOptions options)
    {
        var unused = capability.Consumption is { IsKnown: true, Value: var c } ? 1 - c : (double?)null;
        var counts = capability.Relevance.IsKnown && relevance > 0;
        var shelfware = IsShelfware(capability, options);
        var (isEntitled, entitled, used) = (capability.IsEntitled, capability.Entitled, capability.Used);
        return new()
        {
            Capability = capability,
            Relevant = counts && unused is { } share ? capability.Relevance.Value * share / relevance : 0,
            Raw = unused / known ?? 0,
            Expansion = entitled.IsKnown && used.IsKnown && used.Value > entitled.Value ? used.Value - entitled.Value : null,
            IsShelfware = shelfware.IsKnown ? shelfware.Value : null,
            Causes = Array.AsReadOnly([.. isEntitled ? capability.Consumption.Causes.Concat(capability.Relevance.Causes).Concat(shelfware.Causes).Distinct() : []]),
        };
    }

    // Known where one of the three decides, whatever the others are.
    private static Reading<bool> IsShelfware(CapabilityUse capability, ConsumptionOptions options)
    {
        var (consumption, paid, since) = (capability.Consumption, capability.PaidAnnually, capability.UnusedFor);
        if (!capability.IsEntitled || paid?.All(m => m.Amount == 0) == true
            || (consumption.IsKnown && !(consumption.Value < options.ShelfwareBelow - Tolerance))
            || (since.IsKnown && since.Value < options.ShelfwareAfter))
        {
            return Reading.Known(false);
        }

        // Use that was stated without money and time is not asked about shelf-ware.
        return !consumption.IsKnown ? Reading.Unknown<bool>(consumption.Causes)
            : paid is null ? Reading.Unknown<bool>(new UnknownCause("paid", UnknownKind.NotGiven))
            : since.IsKnown ? Reading.Known(true)
            : Reading.Unknown<bool>(since.Causes);
    }

    private static ConsumptionFigure Figure(CapabilityUse[] capabilities, Func<CapabilityUse, Reading<double>> weigh, double largest)
    {
        var weight = Total(capabilities, weigh);
        var gap = 0d;
        foreach (var capability in capabilities.Where(c => weight > 0 && c.Consumption.IsKnown && weigh(c).IsKnown))
        {
            gap += weigh(capability).Value * (1 - capability.Consumption.Value) / weight;
        }

        gap = Math.Clamp(gap, 0, 1);
        var bounds = MeanBounds.Of([.. capabilities.Select(c => (Low: 1 - c.Consumption.OrElse(1), High: 1 - c.Consumption.OrElse(0), weigh(c) is { IsKnown: true, Value: var r } ? r : (double?)null))], largest);
        return new()
        {
            Gap = weight > 0 ? gap : null,
            Reason = weight > 0 ? null : Reason(capabilities, weigh),
            Coverage = Coverage(capabilities, weigh, weight),
            Lower = bounds is { } b ? Math.Clamp(weight > 0 ? Math.Min(b.Lower, gap) : b.Lower, 0, 1) : null,
            Upper = bounds is { } u ? Math.Clamp(weight > 0 ? Math.Max(u.Upper, gap) : u.Upper, 0, 1) : null,
        };
    }

    private static double Coverage(CapabilityUse[] capabilities, Func<CapabilityUse, Reading<double>> weigh, double known)
    {
        double[] weights = [.. capabilities.Select(weigh).Where(r => r.IsKnown).Select(r => r.Value)];
        var all = 0d;
        foreach (var weight in weights)
        {
            all += weight;
        }

        return all > 0 ? Math.Min(1, known / all * weights.Length / capabilities.Length) : 0;
    }

    private static string Reason(CapabilityUse[] capabilities, Func<CapabilityUse, Reading<double>> weigh) =>
        capabilities.Length == 0 ? "nothing is entitled"
        : !capabilities.Any(c => weigh(c).IsKnown) ? "the relevance of no capability is known"
        : !capabilities.Any(c => weigh(c) is { IsKnown: true, Value: > 0 }) ? "no capability is relevant"
        : "the use of no relevant capability is known";
}
