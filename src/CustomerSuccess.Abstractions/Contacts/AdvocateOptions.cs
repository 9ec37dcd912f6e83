namespace CustomerSuccess.Contacts;

/// <summary>When a contact may be asked to speak for the vendor. Immutable.</summary>
public sealed class AdvocateOptions
{
    private readonly int _mostAsks = 3;
    private readonly TimeSpan _askWindow = TimeSpan.FromDays(365);
    private readonly TimeSpan _between = TimeSpan.FromDays(90);
    private readonly TimeSpan _engagedWithin = TimeSpan.FromDays(90);

    /// <summary>The most asks within <see cref="AskWindow"/>, 1 or more; 3 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostAsks { get => _mostAsks; init => _mostAsks = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At most 1 or more asks are made. Where nobody is to be asked, ask nobody."); }

    /// <summary>The time in which asks are counted, above 0; 365 days unless stated. An ask made exactly so long ago no longer counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan AskWindow { get => _askWindow; init => _askWindow = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Asks are counted over a time above 0."); }

    /// <summary>The least time from one ask to the next, 0 or more; 90 days unless stated. An ask exactly so much later may be made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Between { get => _between; init => _between = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The time between asks is 0 or more."); }

    /// <summary>Within what time a contact was last engaged who is ready, above 0; 90 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan EngagedWithin { get => _engagedWithin; init => _engagedWithin = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A contact was engaged within a time above 0."); }

    /// <summary>No issue of this severity or a graver one is open at a customer whose contacts are ready; high unless stated.</summary>
    public IssueSeverity NoIssueFrom { get; init; } = IssueSeverity.High;
}

/// <summary>What is known of the value that the customer got: from its success plan, or wherever the host has it. Immutable.</summary>
public sealed class AdvocateInputs
{
    /// <summary>Nothing is known.</summary>
    public static AdvocateInputs Unknown { get; } = new();

    /// <summary>Whether an outcome is evidenced; null where it is not known.</summary>
    public bool? ValueEvidenced { get; init; }

    /// <summary>Whether the customer has acknowledged an outcome; null where it is not known.</summary>
    public bool? ValueAcknowledged { get; init; }
}
