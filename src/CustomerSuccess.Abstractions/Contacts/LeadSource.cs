namespace CustomerSuccess.Contacts;

/// <summary>What kind of thing a lead came from.</summary>
public enum LeadSourceKind
{
    /// <summary>An interaction, by its id.</summary>
    Interaction,

    /// <summary>A contact, by its id.</summary>
    Contact,

    /// <summary>A signal, by its id.</summary>
    Signal,

    /// <summary>Something else, in words.</summary>
    Text,
}

/// <summary>Where a lead came from. Immutable.</summary>
public sealed record LeadSource
{
    private LeadSource(LeadSourceKind kind, string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        (Kind, Reference) = (kind, reference);
    }

    /// <summary>The kind.</summary>
    public LeadSourceKind Kind { get; }

    /// <summary>The id, or the words.</summary>
    public string Reference { get; internal init; }

    /// <summary>It was said in an interaction.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static LeadSource Interaction(string id) => new(LeadSourceKind.Interaction, id);

    /// <summary>A contact said it, in no interaction that is known.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static LeadSource Contact(string id) => new(LeadSourceKind.Contact, id);

    /// <summary>A signal shows it.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static LeadSource Signal(string id) => new(LeadSourceKind.Signal, id);

    /// <summary>It came from elsewhere: a survey, the press.</summary>
    /// <exception cref="ArgumentException">The words are empty.</exception>
    public static LeadSource Text(string words) => new(LeadSourceKind.Text, words);

    /// <summary>The kind, and the id where it has one; no free text.</summary>
    public override string ToString() => Kind == LeadSourceKind.Text ? "a text" : $"{Kind.ToString().ToLowerInvariant()} {Reference}";
}
