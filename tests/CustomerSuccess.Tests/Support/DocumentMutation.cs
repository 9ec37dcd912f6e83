using System.Text;

namespace CustomerSuccess.Tests.Support;

/// <summary>Changes the text of a document in a few places, by dice.</summary>
internal static class DocumentMutation
{
    private static readonly string[] Usual = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e999", "NaN", "\"\\ud800\"", "\\", "/*", "//", "\n", "\0", "é", "👩", "9007199254740993", "{}", "[]", "0.1"];

    /// <summary>The text, mutated one to three times.</summary>
    /// <param name="text">The text of a document.</param>
    /// <param name="dice">Decides.</param>
    /// <param name="words">Words of this kind of document, inserted beside what JSON is made of.</param>
    public static string Mutated(string text, Random dice, params ReadOnlySpan<string> words)
    {
        string[] pieces = [.. Usual, .. words];
        var mutated = new StringBuilder(text);
        for (var times = dice.Next(1, 4); times > 0; times--)
        {
            var at = dice.Next(mutated.Length);
            switch (dice.Next(5))
            {
                case 0:
                    mutated.Insert(at, pieces[dice.Next(pieces.Length)]);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(dice.Next(1, 12), mutated.Length - at));
                    break;
                case 2:
                    // A stretch from elsewhere: a property twice, a list in a list.
                    var from = dice.Next(mutated.Length);
                    mutated.Insert(at, mutated.ToString(from, Math.Min(dice.Next(1, 60), mutated.Length - from)));
                    break;
                case 3:
                    // Another number: days before what comes before, levels that are none.
                    var digit = mutated.ToString().IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], at);
                    mutated[Math.Max(0, digit)] = (char)('0' + dice.Next(10));
                    break;
                default:
                    mutated[at] = (char)dice.Next(32, 127);
                    break;
            }
        }

        return mutated.ToString();
    }

    /// <summary>That every mistake of a report stands within a document.</summary>
    public static void HasPlaces(ConfigurationException report, string document, string text) => Assert.All(report.Diagnostics, d =>
    {
        Assert.Equal(document, d.Document);
        Assert.StartsWith("$", d.Path, StringComparison.Ordinal);
        Assert.InRange(d.Line!.Value, 1, text.Count(c => c == '\n') + 1);
        Assert.InRange(d.Column!.Value, 1, text.Length + 1);
        Assert.False(string.IsNullOrWhiteSpace(d.Cure));
    });
}
