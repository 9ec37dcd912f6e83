namespace CustomerSuccess.Signals;

/// <summary>What became of a signal that was appended.</summary>
public enum SignalReceipt
{
    /// <summary>It is in the log.</summary>
    Accepted,

    /// <summary>Its id is known with the same content: nothing changed.</summary>
    Duplicate,

    /// <summary>Its id is known with another content: the first stays, this one is left out and counted.</summary>
    Conflict,
}
