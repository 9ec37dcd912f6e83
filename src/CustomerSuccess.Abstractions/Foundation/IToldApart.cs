namespace CustomerSuccess;

/// <summary>A fact that says all it holds, so that of two with the same instants the same one stands whichever arrived first.</summary>
internal interface IToldApart
{
    /// <summary>Everything beside the instants, as a text that differs where anything does.</summary>
    string Content { get; }
}
