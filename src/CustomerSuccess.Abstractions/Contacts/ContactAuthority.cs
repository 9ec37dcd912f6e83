namespace CustomerSuccess.Contacts;

/// <summary>What a contact may do about a contract, the least first.</summary>
public enum ContactAuthority
{
    /// <summary>Has no part in it.</summary>
    None,

    /// <summary>Is heard.</summary>
    Influences,

    /// <summary>Decides.</summary>
    Decides,

    /// <summary>Signs.</summary>
    Signs,
}

/// <summary>How high in the customer's house a contact stands, the highest first.</summary>
public enum ContactLevel
{
    /// <summary>An executive: an executive sponsor, or who signs.</summary>
    Executive,

    /// <summary>A manager: a decision maker, a champion, or who decides.</summary>
    Manager,

    /// <summary>Everybody else whose persona or authority is stated.</summary>
    User,
}
