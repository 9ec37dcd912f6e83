namespace CustomerSuccess;

/// <summary>An expression as it is written and as it is hashed.</summary>
/// <param name="Text">The canonical text.</param>
/// <param name="Signed">What content hashes say of it; empty where nothing pins down what is computed.</param>
/// <param name="IsText">Whether it gives a text.</param>
internal sealed record ReaderText(string Text, string Signed, bool IsText);
