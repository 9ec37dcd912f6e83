namespace CustomerSuccess;

/// <summary>An expression as it is written and as it is hashed.</summary>
/// <param name="Text">The canonical text.</param>
/// <param name="Signed">What content hashes say of it; empty where nothing pins down what is computed.</param>
/// <param name="IsText">Whether it gives a text.</param>
internal sealed record ReaderText(string Text, string Signed, bool IsText)
{
    /// <summary>The version of a reader of two: empty where nothing pins down one of them.</summary>
    public static string VersionOf(ReaderText first, ReaderText second) => first.Signed.Length > 0 && second.Signed.Length > 0 ? $"{first.Signed} by {second.Signed}" : "";
}
