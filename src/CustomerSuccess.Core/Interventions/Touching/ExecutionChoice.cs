using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Whether people execute a touch: as the rung says; otherwise as the experience says of the channel, what people do before what is automatic;
/// otherwise by its coverage: people serve high and low touch. Without an experience, or without a channel, people do.
/// </summary>
internal static class ExecutionChoice
{
    public static (bool IsByPeople, string Because) Of(CustomerFacts facts, Rung rung, string? channel) => (rung.Execution, facts.Segments.Experience) switch
    {
        (TouchExecution.People, _) => (true, "the rung says so"),
        (TouchExecution.Automatic, _) when channel is not null => (false, "the rung says so"),
        _ when channel is null => (true, "the owner chooses the channel"),
        (_, { Experience: { } experience, Segment: var segment }) => Of(experience, segment, channel),
        _ => (true, "no experience says otherwise"),
    };

    private static (bool IsByPeople, string Because) Of(AppropriateExperience experience, string segment, string channel) =>
        experience.ByPeople.Contains(channel, StringComparer.Ordinal) ? (true, $"people do {channel} in '{segment}'")
        : experience.Automatic.Contains(channel, StringComparer.Ordinal) ? (false, $"{channel} is automatic in '{segment}'")
        : experience.Coverage is ExperienceCoverage.HighTouch or ExperienceCoverage.LowTouch ? (true, $"people serve '{segment}'")
        : (false, $"'{segment}' is served automatically");
}
