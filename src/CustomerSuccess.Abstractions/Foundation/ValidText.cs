using System.Runtime.CompilerServices;
using System.Text;

namespace CustomerSuccess;

/// <summary>Checks names that hashes cover: they could not tell two texts apart of which each holds half of a character.</summary>
internal static class ValidText
{
    /// <exception cref="ArgumentException">It is empty, or no valid Unicode.</exception>
    public static void Check(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (!string.Equals(Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)), text, StringComparison.Ordinal))
        {
            throw new ArgumentException("The text holds half of a character. Write it as valid Unicode.", name);
        }
    }
}
