namespace CustomerSuccess.Proof;

/// <summary>Names of bands and segments are the host's: whatever a terminal would obey or a line would break at is a question mark.</summary>
internal static class SafeText
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;
}
