namespace CustomerSuccess.Expressions;

/// <summary>What a place between two code points must be.</summary>
internal enum Re2Assertion
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}

/// <summary>What stands at one side of a place.</summary>
internal enum Re2Side : byte
{
    Other,
    Newline,
    Word,

    /// <summary>The text begins or ends here.</summary>
    Edge,
}

/// <summary>Where assertions hold.</summary>
internal static class Re2Assertions
{
    public static bool Holds(this Re2Assertion assertion, Re2Side before, Re2Side after) => assertion switch
    {
        Re2Assertion.TextStart => before == Re2Side.Edge,
        Re2Assertion.TextEnd => after == Re2Side.Edge,
        Re2Assertion.LineStart => before is Re2Side.Edge or Re2Side.Newline,
        Re2Assertion.LineEnd => after is Re2Side.Edge or Re2Side.Newline,
        Re2Assertion.WordBoundary => (before == Re2Side.Word) != (after == Re2Side.Word),
        _ => (before == Re2Side.Word) == (after == Re2Side.Word),
    };
}
