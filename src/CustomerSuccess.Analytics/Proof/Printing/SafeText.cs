using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>Names of bands, segments and strategies are the host's: whatever a terminal would obey, a line would break at or would turn the direction of reading is a question mark.</summary>
internal static class SafeText
{
    public static string Of(string text) => text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? '?' : c)) : text;

    private static bool IsUnsafe(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
