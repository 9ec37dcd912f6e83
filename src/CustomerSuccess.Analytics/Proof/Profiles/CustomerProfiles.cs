using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>
/// Traits that those who left, and those who stayed, had in common: an association that sales can be warned by, not a cause. Immutable
/// and safe to share between threads.
/// </summary>
public sealed class CustomerProfiles
{
    private const double Tolerance = 1e-9;

    private CustomerProfiles(ProfileOptions options, int retained, int decided, int undecided, IReadOnlyList<TraitProfile> values, int tooFew, IReadOnlyList<string> notLookedAt)
    {
        (Options, Decided, Undecided, Values, TooFew, NotLookedAt) = (options, decided, undecided, values, tooFew, notLookedAt);
        Base = decided == 0 ? null : ProportionInterval.Wilson(retained, decided, options.Confidence);
    }

    /// <summary>How traits were compared.</summary>
    public ProfileOptions Options { get; }

    /// <summary>The share of all decided customers that stayed, with Wilson's interval; null where none is decided.</summary>
    public ProportionInterval? Base { get; }

    /// <summary>How many customers stayed or left.</summary>
    public int Decided { get; }

    /// <summary>How many are not decided and were left out.</summary>
    public int Undecided { get; }

    /// <summary>The values that enough decided customers have, the least probable by chance first, then by trait and value.</summary>
    public IReadOnlyList<TraitProfile> Values { get; }

    /// <summary>How many values too few decided customers have.</summary>
    public int TooFew { get; }

    /// <summary>Traits that are instants, or numbers or money without edges, in ordinal order: they are not looked at.</summary>
    public IReadOnlyList<string> NotLookedAt { get; }

    /// <summary>The significant values, in the order of <see cref="Values"/>.</summary>
    public IReadOnlyList<TraitProfile> Significant => [.. Values.Where(v => v.IsSignificant)];

    /// <summary>Compares traits with what became of customers.</summary>
    /// <param name="customers">The customers, each once, in any order.</param>
    /// <param name="options">How; the defaults of <see cref="ProfileOptions"/> where null.</param>
    /// <exception cref="ArgumentException">A customer is there twice.</exception>
    public static CustomerProfiles Of(IEnumerable<ProfiledCustomer> customers, ProfileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        options ??= new();
        var (seen, tally, undecided, retained, decided) = (new HashSet<string>(StringComparer.Ordinal), new ProfileTally(options), 0, 0, 0);
        foreach (var customer in customers)
        {
            if (!seen.Add(customer.CustomerId))
            {
                throw new ArgumentException($"The customer '{customer.CustomerId}' is there twice. State each once.", nameof(customers));
            }

            if (customer.Fate == CustomerFate.Undecided)
            {
                undecided++;
                continue;
            }

            decided++;
            retained += customer.Fate == CustomerFate.Retained ? 1 : 0;
            tally.Add(customer);
        }

        return new(options, retained, decided, undecided, Tested(tally, options, decided == 0 ? 0 : retained / (double)decided), tally.Values.Count(v => v.Decided < options.FewestDecided), tally.NotLookedAt);
    }

    /// <summary>How well a prospect fits.</summary>
    /// <param name="traits">What is known of it; a trait that is not there is not known.</param>
    public ProfileFit Fit(IEnumerable<KeyValuePair<string, TraitValue>> traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        var known = traits.ToDictionary(StringComparer.Ordinal);
        var significant = Significant;
        TraitProfile[] held = [.. significant.Where(v => known.TryGetValue(v.Trait, out var value) && ProfileTally.TextOf(v.Trait, value, Options) == v.Value)];
        var lines = held.Select(v => new ProfileFitLine { Profile = v, Points = v.Decided / (double)(v.Decided + 20) * (v.Rate.Estimate - Base!.Estimate) / held.Length }).ToArray();
        var value = Base?.Estimate;
        foreach (var line in lines)
        {
            value += line.Points;
        }

        return new()
        {
            Value = value is { } share ? Math.Clamp(share, 0, 1) : null,
            Base = Base?.Estimate,
            Lines = Array.AsReadOnly(lines),
            Unknown = [.. significant.Select(v => v.Trait).Distinct().Where(t => !known.ContainsKey(t)).Order(StringComparer.Ordinal)],
            Reason = Base is null ? "no customer is decided" : significant.Count == 0 ? "no trait tells who stays" : lines.Length == 0 ? "the prospect has no value that tells" : null,
        };
    }

    /// <summary>A few lines for a person: what those who left and those who stayed had in common.</summary>
    public string Explain() => string.Join('\n', [
        Base is null ? "no customer is decided" : $"{Numbers.Percent(Base.Estimate)} of {Numbers.Of(Decided, "customer")} stayed; {Numbers.Count(Undecided)} not decided",
        .. Significant.Select(v => $"  {v}"),
        $"{Numbers.Of(Significant.Count, "value")} of {Numbers.Count(Values.Count)} tell, with at most {Numbers.Confidence(Options.FalseDiscoveryRate)} by chance; {Numbers.Count(TooFew)} with fewer than {Options.FewestDecided} customers"]);

    private static TraitProfile[] Tested(ProfileTally tally, ProfileOptions options, double baseRate)
    {
        ProfileCount[] counts = [.. tally.Values.Where(v => v.Decided >= options.FewestDecided)];
        double[] probabilities = [.. counts.Select(v => tally.Rest(v) is var rest ? FisherExact.TwoSided(v.Retained, v.Decided, rest.Retained, rest.Decided) : 1)];
        var adjusted = FalseDiscoveries.Adjusted(probabilities);
        return
        [
            .. counts.Select((v, i) => new TraitProfile
            {
                Trait = v.Trait,
                Value = v.Value,
                Decided = v.Decided,
                Retained = v.Retained,
                Rate = ProportionInterval.Wilson(v.Retained, v.Decided, options.Confidence),
                Lift = baseRate > 0 ? v.Retained / (double)v.Decided / baseRate : null,
                Probability = probabilities[i],
                Adjusted = adjusted[i],
                IsSignificant = adjusted[i] <= options.FalseDiscoveryRate + Tolerance,
            }).OrderBy(v => v.Probability).ThenBy(v => v.Trait, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal),
        ];
    }
}
