namespace CustomerSuccess.Expressions;

/// <summary>What the flags of a pattern switch on. The flag U swaps greedy and lazy repetition, which changes no yes and no no.</summary>
[Flags]
internal enum Re2Flags
{
    None = 0,

    /// <summary>i: case does not matter.</summary>
    FoldsCase = 1,

    /// <summary>m: ^ and $ also match beside a newline.</summary>
    IsMultiline = 2,

    /// <summary>s: the dot matches a newline too.</summary>
    DotIsAll = 4,

    /// <summary>U: repetition is lazy.</summary>
    IsLazy = 8,
}
