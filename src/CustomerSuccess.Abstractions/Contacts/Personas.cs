namespace CustomerSuccess.Contacts;

/// <summary>The usual personas. A host's own is a text beside them, compared ordinally.</summary>
public static class Personas
{
    /// <summary>Stands for the purchase at the customer.</summary>
    public const string ExecutiveSponsor = "executive sponsor";

    /// <summary>Wants it to succeed and speaks for it.</summary>
    public const string Champion = "champion";

    /// <summary>Decides on the budget or the renewal.</summary>
    public const string DecisionMaker = "decision maker";

    /// <summary>Works with the product.</summary>
    public const string User = "user";
}
