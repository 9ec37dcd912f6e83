namespace CustomerSuccess.Contacts;

/// <summary>Where a contact stands.</summary>
public enum ContactStatus
{
    /// <summary>There, and to be spoken with.</summary>
    Active,

    /// <summary>Away for a time: still part of the network, not to be touched.</summary>
    OnLeave,

    /// <summary>No longer a contact, though still at the customer.</summary>
    Inactive,

    /// <summary>Left the customer or the role: see <see cref="Contact.SuccessorId"/>.</summary>
    MovedOn,
}
