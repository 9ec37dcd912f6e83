using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Tests.Segmentation;

/// <summary>Experiences for tests of something else.</summary>
internal static class Experiences
{
    public static AppropriateExperience HighTouch { get; } = new() { Coverage = ExperienceCoverage.HighTouch, Channels = ["call", "email"] };

    public static AppropriateExperience TechTouch { get; } = new() { Coverage = ExperienceCoverage.TechTouch, Channels = ["in-app", "email"] };

    public static AppropriateExperience SelfServe { get; } = new() { Coverage = ExperienceCoverage.SelfServe, Channels = ["in-app"] };
}
