using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Segments for tests.</summary>
internal static class Segments
{
    /// <summary>By the trait <c>size</c>.</summary>
    public static SegmentScheme BySize { get; } = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("small", Fact.Text("size").Is("small"), Served(ExperienceCoverage.TechTouch))
        .Segment("large", Fact.Text("size").Is("large"), Served(ExperienceCoverage.HighTouch))
        .Otherwise("other", Served(ExperienceCoverage.SelfServe))
        .Build();

    private static AppropriateExperience Served(ExperienceCoverage coverage) => new() { Coverage = coverage };
}
