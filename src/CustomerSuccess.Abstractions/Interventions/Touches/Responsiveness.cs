namespace CustomerSuccess.Interventions;

/// <summary>Whether a contact answers.</summary>
public enum Responsiveness
{
    /// <summary>Answered lately, or was hardly touched.</summary>
    Responsive,

    /// <summary>Did not answer lately.</summary>
    Cooling,

    /// <summary>Has not answered for long, whatever the channel.</summary>
    Unresponsive,
}

/// <summary>Whether a contact answers, and what that rests on. Immutable.</summary>
public sealed class ContactResponsiveness
{
    /// <summary>Whether the contact answers.</summary>
    public required Responsiveness State { get; init; }

    /// <summary>What it rests on, after "the contact": <c>answered none of the last 2 touches</c>.</summary>
    public required string Because { get; init; }

    /// <summary><c>Cooling: answered none of the last 2 touches</c>.</summary>
    public override string ToString() => $"{State}: {Because}";
}
