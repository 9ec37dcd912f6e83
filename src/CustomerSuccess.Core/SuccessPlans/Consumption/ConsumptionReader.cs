using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Reads the consumption gap of customers from their facts: subscriptions give the entitlements, signals the use. Immutable and
/// safe to use from several threads, as far as the host's lambdas are.
/// </summary>
public sealed class ConsumptionReader
{
    private readonly CapabilityReader[] _readers;

    /// <summary>Declares the capabilities.</summary>
    /// <param name="capabilities">The capabilities, each once, at least one.</param>
    /// <param name="options">The thresholds; those of the definition where null.</param>
    /// <exception cref="ArgumentException">There is no capability, or one is declared twice.</exception>
    public ConsumptionReader(IEnumerable<CapabilityDeclaration> capabilities, ConsumptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        CapabilityDeclaration[] all = [.. capabilities.OrderBy(c => c.Name, StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is no capability. Declare what customers are entitled to: new CapabilityDeclaration(\"reports\", \"report.run\").", nameof(capabilities));
        }

        if (all.Zip(all.Skip(1)).FirstOrDefault(p => p.First.Name == p.Second.Name) is { First: { } twice })
        {
            throw new ArgumentException($"The capability '{twice.Name}' is declared twice. Declare it once.", nameof(capabilities));
        }

        (Capabilities, Options) = (Array.AsReadOnly(all), options ?? new());
        _readers = [.. all.Select(c => new CapabilityReader(c, Options))];
        var hash = Hash(all, Options);
        Version = all.All(c => !c.Lambdas.Any() || c.Version is not null) ? hash : null;
        var readsPlans = all.Any(c => c.ValueDriver is not null);
        Source = new(
            $"consumption({hash})",
            Array.AsReadOnly<object>([.. all.Select(c => c.Use).Distinct(), .. all.SelectMany(c => c.Lambdas), "subscriptions", .. readsPlans ? (object[])[new PlanSource()] : []]),
            readsPlans ? LanguageStage.Plans : LanguageStage.Facts);
    }

    /// <summary>The capabilities, in ordinal order of names.</summary>
    public IReadOnlyList<CapabilityDeclaration> Capabilities { get; }

    /// <summary>The thresholds.</summary>
    public ConsumptionOptions Options { get; }

    /// <summary>What is read of signals: a source of signals is asked for these where the reader is part of a scorecard or named in a vocabulary.</summary>
    public IReadOnlyList<SignalMeasure> Measures => [.. Capabilities.Select(c => c.Use).Distinct()];

    /// <summary>A content hash of what is declared; null where a lambda has no version.</summary>
    internal string? Version { get; }

    internal ExpressionSources Source { get; }

    /// <summary>The gap of one customer, with its lines.</summary>
    public ConsumptionGap Read(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ConsumptionGap.Of(_readers.Select(r => r.Read(facts)), Options);
    }

    /// <summary>The relevant gap as a measure, 0 to 1; unknown, with the reason and what is missing, where there is none.</summary>
    public Reading<double> Gap(CustomerFacts facts) => Of(Read(facts), g => g.Relevant, "consumption gap");

    /// <summary>The raw gap as a measure, 0 to 1; unknown, with the reason and what is missing, where there is none.</summary>
    public Reading<double> RawGap(CustomerFacts facts) => Of(Read(facts), g => g.Raw, "raw consumption gap");

    private static Reading<double> Of(ConsumptionGap gap, Func<ConsumptionGap, ConsumptionFigure> figure, string name)
    {
        if (figure(gap).Gap is { } share)
        {
            return Reading.Known(share);
        }

        var missing = string.Join("; ", gap.Lines.SelectMany(l => l.Capability.Consumption.Causes.Select(c => $"{l.Capability.Name}: {c.Reason}")).Distinct());
        return Reading.Unknown<double>(new UnknownCause(name, UnknownKind.NotGiven, missing.Length == 0 ? figure(gap).Reason : $"{figure(gap).Reason} ({missing})"));
    }

    private static string Hash(IEnumerable<CapabilityDeclaration> capabilities, ConsumptionOptions options) => CanonicalJson.Hash(new Dictionary<string, object?>
    {
        ["format"] = 1,
        ["capabilities"] = capabilities.Select(c => (object)c.Content).ToList(),
        ["warningFrom"] = options.WarningFrom,
        ["shelfwareBelow"] = options.ShelfwareBelow,
        ["shelfwareAfter"] = options.ShelfwareAfter.TotalDays,
        ["largestRelevance"] = options.LargestRelevance,
    });
}
