namespace CustomerSuccess.Interventions;

/// <summary>How grave what a rule finds is. The gravest are served first, and may silence the others.</summary>
public enum CaseSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Worth a touch.</summary>
    Warning,

    /// <summary>Success is at risk.</summary>
    Severe,

    /// <summary>The customer is at risk.</summary>
    Critical,
}

/// <summary>What kind of rule it is. Only plays may ever be held out for a control group.</summary>
public enum RuleKind
{
    /// <summary>A play: it may be left out without wronging the customer.</summary>
    Play,

    /// <summary>Something that is owed.</summary>
    Obligation,

    /// <summary>An incident.</summary>
    Incident,

    /// <summary>A matter of security.</summary>
    Security,

    /// <summary>Recovery after a failure of the vendor.</summary>
    Recovery,

    /// <summary>A notice of renewal.</summary>
    RenewalNotice,
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>The success criterion was met.</summary>
    Succeeded,

    /// <summary>What triggered it no longer holds, without the success criterion being met.</summary>
    Cleared,

    /// <summary>The exit condition was met.</summary>
    Exited,

    /// <summary>The time for success is over, or every rung was used, and the success criterion was not met.</summary>
    Unsuccessful,

    /// <summary>It could not be told for too long whether what triggered it still holds.</summary>
    Undetermined,

    /// <summary>A fact that arrived late shows that it should not have been opened. It counts in no rate.</summary>
    Withdrawn,

    /// <summary>Its rule was removed.</summary>
    Cancelled,

    /// <summary>The customer is gone.</summary>
    CustomerGone,
}

/// <summary>Why a touch, or an occurrence of a trigger, was held back.</summary>
public enum SuppressionReason
{
    /// <summary>The rule's cool-down since its last case of the same correlation key is not over.</summary>
    CoolDown,

    /// <summary>The rule does not come back for this correlation key, or not yet.</summary>
    ReEntry,

    /// <summary>The rule has opened as many cases as it may.</summary>
    Cap,

    /// <summary>A case of the same correlation key is open: it stands for this occurrence too.</summary>
    Absorbed,

    /// <summary>The guard is not known.</summary>
    GuardUnknown,

    /// <summary>The correlation key is not known.</summary>
    KeyUnknown,

    /// <summary>The success criterion was met already.</summary>
    SuccessMet,

    /// <summary>It became known too late.</summary>
    KnownTooLate,

    /// <summary>A graver case of the customer is open.</summary>
    Inhibited,

    /// <summary>A silence covers it.</summary>
    Silenced,

    /// <summary>A budget is used up.</summary>
    Budget,

    /// <summary>It is not the time of day or the day of the week at the contact.</summary>
    QuietHours,

    /// <summary>The contact opted out, or may not be touched for another reason.</summary>
    OptOut,

    /// <summary>Nothing says that the contact may be touched, or when.</summary>
    ConsentUnknown,

    /// <summary>There is no contact to touch.</summary>
    NoContact,

    /// <summary>The experience that is appropriate to the customer has no touches.</summary>
    NoTouches,

    /// <summary>It is not known whether what triggered the case still holds.</summary>
    Undetermined,

    /// <summary>There was no time for it.</summary>
    Capacity,

    /// <summary>The case is over, or will be with the next cycle.</summary>
    CaseOver,

    /// <summary>The version of the rule that the case began with is not known.</summary>
    RuleUnknown,

    /// <summary>Something of the rule failed to evaluate.</summary>
    RuleFailed,

    /// <summary>Too many attempts on the channel were not answered lately.</summary>
    Saturated,

    /// <summary>The channel failed in the case.</summary>
    ChannelFailed,
}

/// <summary>Where a case comes from that no rule opened.</summary>
public static class CaseSources
{
    /// <summary>The name under which work is recorded that no rule asked for.</summary>
    public const string OtherWork = "other work";
}
