namespace CustomerSuccess.Proof;

/// <summary>A table of a proof: the first column is text, the others stand to the right.</summary>
internal sealed record ProofTable(string[] Headers, IReadOnlyList<string[]> Rows);
