namespace CustomerSuccess.Portfolio;

/// <summary>Text from outside, made safe for a one-line message: short, and without anything a terminal would obey.</summary>
internal static class Quoted
{
    private const int Longest = 40;

    public static string Text(ReadOnlySpan<char> text) =>
        text.Length <= Longest ? $"'{Clean(text)}'" : $"'{Clean(text[..Longest])}…'";

    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = text.ToString().ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (char.IsControl(clean[i]) || char.IsSurrogate(clean[i]))
                clean[i] = '?';
        }

        return new string(clean);
    }
}
