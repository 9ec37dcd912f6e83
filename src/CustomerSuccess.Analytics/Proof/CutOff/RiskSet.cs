namespace CustomerSuccess.Proof;

/// <summary>Whose outcomes a proof at a cut-off counts.</summary>
public enum RiskSet
{
    /// <summary>Customers whose decision falls in the horizon: a renewal is due, or one was decided, or they left.</summary>
    RenewalDue,

    /// <summary>Every active customer: who did not leave within the horizon stayed.</summary>
    AllActive,
}
