using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Contacts;

namespace CustomerSuccess.Tests.Interventions.Touching;

/// <summary>A customer whose contact ann may be touched by email, call and in-app, and touches of hers.</summary>
internal static class Touched
{
    public static readonly DateTimeOffset Day = Scene.Day;

    public static ContactLog Log(params string[] channels) => new ContactLog(Scene.Key)
        .Add(new Contact("acme", "ann", Day.AddDays(-900)) { IsPrimary = true, Channels = channels.Length > 0 ? channels : ["email", "call", "in-app"] })
        .Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day.AddDays(-900)));

    public static AppropriateExperience Experience(params string[] channels) => new() { Coverage = ExperienceCoverage.HighTouch, Channels = channels };

    public static CustomerFacts Facts(AppropriateExperience? experience, ContactLog? log = null, DateTimeOffset? at = null)
    {
        var facts = Scene.Facts(log ?? Log(), at ?? Day);
        return experience is null ? facts : facts.With(new SegmentFacts(new SegmentAnswer
        {
            CustomerId = "acme",
            Scheme = "service",
            Purpose = SegmentPurpose.Experience,
            AsOf = facts.AsOf,
            KnownAt = facts.KnownAt,
            Segment = "gold",
            Because = "stated",
            Experience = experience,
            AlsoMatched = [],
            Undetermined = [],
            ConfigurationHash = "0",
        }));
    }

    public static Touch Touch(string? channel, double daysAgo, TouchState state = TouchState.Failed, string? contact = "ann", double waitedDays = 3) => new()
    {
        Key = new(new("rule", "acme", $"at {daysAgo} on {channel}"), 0, 0, contact),
        State = state,
        Channel = channel,
        Attempts = 1,
        AttemptedAt = Day.AddDays(-daysAgo),
        EndedAt = state is TouchState.Answered or TouchState.Failed ? Day.AddDays(-daysAgo + waitedDays) : null,
    };
}
