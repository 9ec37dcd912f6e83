namespace CustomerSuccess.Interventions;

/// <summary>Finds texts that say nothing, stand twice, or hold half of a character: a hash could not tell them apart, and no document can hold them.</summary>
internal static class RuleTexts
{
    public static void Run(RuleContent content, RuleMistakes rule)
    {
        foreach (var (part, text) in new[] { ("purpose/reason", content.Purpose.Reason), ("purpose/agenda", content.Purpose.Agenda), ("purpose/expectedResult", content.Purpose.ExpectedResult), ("description", content.Description ?? "") })
        {
            Whole(rule, part, text);
        }

        rule.Text("direction", content.Direction);
        List(rule, "audience", content.Audience.Personas);
        List(rule, "tags", content.Tags);
        for (var i = 0; i < content.Ladder.Count; i++)
        {
            var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ladder/{i}");
            List(rule, $"{at}/channels", content.Ladder[i].Channels);
            List(rule, $"{at}/audience", content.Ladder[i].Audience?.Personas ?? []);
        }
    }

    /// <summary>A name that may be left out, and says something where it is not.</summary>
    public static void Text(this RuleMistakes rule, string part, string? text)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            rule.Add("IN004", part, $"A name is empty.", "Write it, or leave it out.");
        }

        Whole(rule, part, text ?? "");
    }

    private static void List(RuleMistakes rule, string part, IReadOnlyList<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part}/{i}");
            rule.Text(at, texts[i] ?? "");
            if (!seen.Add(texts[i] ?? ""))
            {
                rule.Add("IN004", at, $"'{texts[i]}' stands twice.", "Name each once.");
            }
        }
    }

    private static void Whole(RuleMistakes rule, string part, string text)
    {
        if (CanonicalJson.HasHalfCharacter(text))
        {
            rule.Add("IN003", part, $"A text holds half of a character.", "Write it as valid Unicode.");
        }
    }
}
