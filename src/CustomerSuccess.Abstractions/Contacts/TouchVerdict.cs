namespace CustomerSuccess.Contacts;

/// <summary>Whether something may be done.</summary>
public enum PermissionState
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may not.</summary>
    Barred,

    /// <summary>Nothing says that it may: not to be done, until somebody finds out.</summary>
    Unknown,
}

/// <summary>Whether a contact may be touched, and why. Immutable.</summary>
public sealed class TouchVerdict
{
    internal TouchVerdict(PermissionState state, string reason, ContactConsent? entry = null) => (State, Reason, Entry) = (state, reason, entry);

    /// <summary>Whether the contact may be touched.</summary>
    public PermissionState State { get; }

    /// <summary>Whether it is known that the contact may be touched.</summary>
    public bool IsAllowed => State == PermissionState.Allowed;

    /// <summary>Why, in words.</summary>
    public string Reason { get; }

    /// <summary>The entry that decides; null where none does.</summary>
    public ContactConsent? Entry { get; }

    /// <summary><c>yes: Consent since 2026-01-01</c>.</summary>
    public override string ToString() => $"{State switch { PermissionState.Allowed => "yes", PermissionState.Barred => "no", _ => "unknown" }}: {Reason}";
}
