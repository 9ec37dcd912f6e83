namespace CustomerSuccess.Segmentation;

/// <summary>Reads an appropriate experience.</summary>
internal static class ExperienceReader
{
    private const string Example = "{ \"coverage\": \"lowTouch\", \"channels\": [\"email\"] }";

    /// <summary>The experience; null where there are mistakes, which are then found.</summary>
    public static AppropriateExperience? Read(DocumentNode node, DocumentCheck check)
    {
        var before = check.Count;
        if (DocumentReader.Of(node, check, Example) is not { } experience)
        {
            return null;
        }

        experience.Required("coverage", "Say how it is served: highTouch, lowTouch, techTouch or selfServe.");
        var coverage = experience.Word<ExperienceCoverage>("coverage");
        var (channels, people, automatic, skills) = (Words(experience, "channels"), Words(experience, "byPeople"), Words(experience, "automatic"), Words(experience, "skills"));
        var (contact, review) = (Cadence(experience, "contactEvery"), Cadence(experience, "reviewEvery"));
        experience.Done();
        return check.Count > before ? null : new()
        {
            Coverage = coverage!.Value,
            Channels = channels,
            ByPeople = people,
            Automatic = automatic,
            ContactEvery = contact,
            ReviewEvery = review,
            Skills = skills,
        };
    }

    private static IReadOnlyList<string> Words(DocumentReader experience, string name)
    {
        var words = experience.Texts(name);
        if (words.Any(string.IsNullOrWhiteSpace) || words.Distinct(StringComparer.Ordinal).Count() != words.Count)
        {
            experience.Check.Add("DO004", experience.Node.Find(name)!, $"A word of '{name}' is empty, or stands twice.", "Write each once.");
        }

        return words;
    }

    private static TimeSpan? Cadence(DocumentReader experience, string name)
    {
        var span = experience.Span(name);
        if (span <= TimeSpan.Zero)
        {
            experience.Check.Add("DO004", experience.Node.Find(name)!, $"A cadence is above zero.", "Write \"30 days\", or leave it out.");
        }

        return span;
    }
}
