using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Tests.Segmentation;

public sealed class SegmentSchemeBuilderTests
{
    private static readonly FactCondition Any = Fact.IsTrue("x");

    private static readonly string?[] NoNames = [null, "", " ", "half \uD83D", "\uDE00"];

    [Fact]
    public void SG001_A_scheme_has_a_name() => Assert.All(NoNames, name => Mistakes(Tier(name!).Otherwise("rest"), ("SG001", "segments")));

    [Fact]
    public void SG002_A_scheme_has_one_segment_of_everyone_else()
    {
        Mistakes(Tier("tier").Segment("a", Any), ("SG002", "segments/tier"));
        Mistakes(Tier("tier").Otherwise("b").Otherwise("c"), ("SG002", "segments/tier"));
        Mistakes(Tier("tier"), ("SG002", "segments/tier"));
    }

    [Fact]
    public void SG003_A_segment_has_a_name()
    {
        Assert.All(NoNames, name => Mistakes(Tier("tier").Segment(name!, Any).Otherwise("rest"), ("SG003", "segments/tier")));
        Assert.All(NoNames, name => Mistakes(Tier("tier").Otherwise(name!), ("SG003", "segments/tier")));
    }

    [Fact]
    public void SG004_A_name_is_there_once_also_that_of_everyone_else()
    {
        Mistakes(Tier("tier").Segment("a", Any).Segment("a", !Any).Otherwise("rest"), ("SG004", "segments/tier/a"));
        Mistakes(Tier("tier").Segment("a", Any).Otherwise("a"), ("SG004", "segments/tier/a"));
        Assert.Equal(2, Tier("tier").Segment("a", Any).Otherwise("A").Build().Segments.Count);
    }

    [Fact]
    public void SG005_Each_segment_of_a_scheme_for_experience_states_one()
    {
        var builder = SegmentScheme.For("experience", SegmentPurpose.Experience).Segment("a", Any).Segment("b", Any, Experiences.HighTouch).Otherwise("rest");
        Mistakes(builder, ("SG005", "segments/experience/a"), ("SG005", "segments/experience/rest"));
    }

    [Theory]
    [InlineData(SegmentPurpose.EconomicTier)]
    [InlineData(SegmentPurpose.Persona)]
    [InlineData(SegmentPurpose.GrowthPotential)]
    [InlineData(SegmentPurpose.Other)]
    public void SG006_No_other_scheme_states_an_experience(SegmentPurpose purpose) =>
        Mistakes(SegmentScheme.For("x", purpose).Segment("a", Any, Experiences.HighTouch).Otherwise("rest"), ("SG006", "segments/x/a"));

    [Fact]
    public void All_mistakes_are_in_one_exception()
    {
        var builder = SegmentScheme.For("", SegmentPurpose.Experience).Segment("", Any).Segment("twice", Any, Experiences.HighTouch).Segment("twice", Any);
        Mistakes(
            builder,
            ("SG001", "segments"),
            ("SG002", "segments/"),
            ("SG003", "segments/"),
            ("SG005", "segments//"),
            ("SG005", "segments//twice"),
            ("SG004", "segments//twice"));
    }

    [Fact]
    public void A_scheme_is_built_again_and_does_not_change_with_its_builder()
    {
        var builder = Tier("tier").Segment("a", Any).Otherwise("rest");
        var (first, second) = (builder.Build(), builder.Segment("b", Any).Build());

        Assert.Equal(["a", "rest"], first.Segments.Select(s => s.Name));
        Assert.Equal(["a", "b", "rest"], second.Segments.Select(s => s.Name));
        Assert.Throws<NotSupportedException>(() => ((IList<SegmentModel>)first.Segments).Clear());
    }

    [Fact]
    public void A_priority_may_be_as_low_as_it_likes_and_everyone_else_comes_last()
    {
        var scheme = Tier("tier").Segment("z", Any, priority: int.MinValue).Segment("y", Any, priority: int.MaxValue).Otherwise("a").Build();

        Assert.Equal(["y", "z", "a"], scheme.Segments.Select(s => s.Name));
    }

    private static SegmentSchemeBuilder Tier(string name) => SegmentScheme.For(name, SegmentPurpose.EconomicTier);

    private static void Mistakes(SegmentSchemeBuilder builder, params (string Code, string Path)[] expected)
    {
        var found = Assert.Throws<ConfigurationException>(() => builder.Build()).Diagnostics;
        Assert.Equal(expected, found.Select(d => (d.Code, d.Path)));
        Assert.All(found, d => Assert.False(string.IsNullOrWhiteSpace(d.Message) || string.IsNullOrWhiteSpace(d.Cure)));
    }
}
