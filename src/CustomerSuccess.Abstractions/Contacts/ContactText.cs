using System.Text.RegularExpressions;

namespace CustomerSuccess.Contacts;

/// <summary>Checks what records of contacts say. Messages never repeat what could be personal.</summary>
internal static partial class ContactText
{
    public static string? NotEmpty(string? text, string what) => text is null || !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new ArgumentException($"The {what} is empty. Leave it out where there is none.", nameof(text));

    public static T Defined<T>(T value, string what)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentException($"There is no {what} {value}. Say {string.Join(", ", Enum.GetNames<T>())}.", nameof(value));

    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> texts, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text) || !seen.Add(text))
            {
                throw new ArgumentException($"A {what} is empty or named twice. Name each once.", nameof(texts));
            }
        }

        return Array.AsReadOnly([.. texts]);
    }

    public static string LanguageTag(string tag) => Tag().IsMatch(tag)
        ? tag
        : throw new ArgumentException($"'{tag}' is no language tag. Write one of BCP 47, for instance de or pt-BR.", nameof(tag));

    [GeneratedRegex(@"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
