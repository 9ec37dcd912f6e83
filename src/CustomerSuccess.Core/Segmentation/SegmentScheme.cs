namespace CustomerSuccess.Segmentation;

/// <summary>
/// A scheme of segments with a purpose. A customer falls in exactly one: of those that match, the one with the largest
/// priority; of equal priorities the first by name (ordinal); where none matches, the segment of everyone else. A condition
/// that is not known does not match, and the answer says so. Immutable and safe to share between threads.
/// </summary>
public sealed class SegmentScheme
{
    private readonly SegmentModel _everyoneElse;

    internal SegmentScheme(string name, SegmentPurpose purpose, SegmentModel[] segments, SegmentModel everyoneElse)
    {
        (Name, Purpose, _everyoneElse) = (name, purpose, everyoneElse);
        Segments = Array.AsReadOnly([.. segments.OrderByDescending(s => s.Priority).ThenBy(s => s.Name, StringComparer.Ordinal), everyoneElse]);
        ConfigurationHash = SegmentHash.Of(this);
    }

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>What the scheme is for.</summary>
    public SegmentPurpose Purpose { get; }

    /// <summary>The segments in the order in which they win; that of everyone else is the last.</summary>
    public IReadOnlyList<SegmentModel> Segments { get; }

    /// <summary>The content hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string ConfigurationHash { get; }

    /// <summary>Whether the hash pins down what is computed: false where a condition is a lambda without a declared version.</summary>
    public bool Reproducible => Segments.All(s => s.When?.IsReproducible != false);

    /// <summary>The names that its conditions read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => [.. Segments.SelectMany(s => s.When?.Reads ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The named facts that its conditions read.</summary>
    internal IEnumerable<string> NamedFacts => Segments.SelectMany(s => s.When?.NamedFacts ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What else its conditions read: measures over signals, and what was recorded before.</summary>
    internal IEnumerable<object> Sources => Segments.SelectMany(s => s.When?.Sources ?? []);

    /// <summary>Begins a scheme.</summary>
    /// <param name="name">The name, for instance <c>experience</c>.</param>
    /// <param name="purpose">What it is for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such purpose.</exception>
    public static SegmentSchemeBuilder For(string name, SegmentPurpose purpose) => Enum.IsDefined(purpose)
        ? new(name, purpose)
        : throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A scheme of segments has one of the stated purposes.");

    /// <summary>Assigns a customer to its segment.</summary>
    /// <param name="facts">The facts by name.</param>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="asOf">The instant as of which the facts hold.</param>
    /// <param name="knownAt">The instant at which they are known; <paramref name="asOf"/> unless stated.</param>
    public SegmentAnswer Assign(IFacts facts, string customerId, DateTimeOffset asOf, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        SegmentModel? winner = null;
        var (also, undetermined) = (new List<SegmentContender>(), new List<SegmentContender>());
        foreach (var segment in Segments)
        {
            var holds = segment.When?.Holds(facts) ?? Reading.Known(winner is null);
            if (holds is { IsKnown: true, Value: true })
            {
                if (winner is null)
                {
                    winner = segment;
                }
                else
                {
                    also.Add(new() { Segment = segment.Name, Because = Lost(segment, winner) });
                }
            }
            else if (!holds.IsKnown && winner is null)
            {
                undetermined.Add(new() { Segment = segment.Name, Because = holds.Causes.Count > 0 ? string.Join("; ", holds.Causes) : $"{segment.When} does not say what is not known", Causes = holds.Causes });
            }
        }

        winner ??= _everyoneElse;
        return new SegmentAnswer
        {
            CustomerId = customerId,
            Scheme = Name,
            Purpose = Purpose,
            AsOf = asOf.ToUniversalTime(),
            KnownAt = (knownAt ?? asOf).ToUniversalTime(),
            Segment = winner.Name,
            Because = winner.When is null ? "no other segment matches" : $"{winner.When}",
            Experience = winner.Experience,
            AlsoMatched = also.AsReadOnly(),
            Undetermined = undetermined.AsReadOnly(),
            ConfigurationHash = ConfigurationHash,
        };
    }

    /// <inheritdoc />
    public override string ToString() => $"scheme '{Name}' ({Purpose}), {Segments.Count} segments, {ConfigurationHash[..12]}";

    private static string Lost(SegmentModel loser, SegmentModel winner) => loser.Priority < winner.Priority
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"its priority {loser.Priority} is below the {winner.Priority} of '{winner.Name}'")
        : $"'{winner.Name}' comes first by name at the same priority";
}
