namespace CustomerSuccess.Portfolio.Reading;

/// <summary>What a CSV file must have, and may have. Other columns may be there, in any order, and are not looked at.</summary>
/// <param name="Row">What one line is, for messages: <c>customer</c>.</param>
/// <param name="Required">Columns that must be there.</param>
/// <param name="Optional">Columns that are read where they are there.</param>
internal sealed record TableShape(string Row, string[] Required, string[] Optional)
{
    /// <summary>Columns by which a file that was given in place of this one is known, and what to say then.</summary>
    public (string[] Columns, string Words)? Mixup { get; init; }

    public IEnumerable<string> All => Required.Concat(Optional);
}
