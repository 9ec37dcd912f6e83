using CustomerSuccess.Segmentation;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

public sealed class SegmentSchemeTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SegmentScheme Scheme = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("broad", Fact.Number("seats").AtLeast(100), Experiences.TechTouch)
        .Segment("area", Fact.Number("seats").AtLeast(200), Experiences.TechTouch)
        .Segment("strategic", Fact.Text("plan").Is("enterprise") & Fact.Number("seats").AtLeast(100), Experiences.HighTouch, priority: 10)
        .Otherwise("everyone else", Experiences.SelfServe)
        .Build();

    [Fact]
    [Requirement("SEG-2")]
    public void A_customer_falls_in_one_segment_by_priority_then_name_and_the_answer_lists_who_else_matched_and_why_it_lost()
    {
        var answer = Assign(Facts.With("seats", 250).With("plan", "enterprise"));

        Assert.Equal(("acme", "experience", SegmentPurpose.Experience, AsOf, AsOf), (answer.CustomerId, answer.Scheme, answer.Purpose, answer.AsOf, answer.KnownAt));
        Assert.Equal(("strategic", Experiences.HighTouch), (answer.Segment, answer.Experience));
        Assert.Equal("(\"plan\" is \"enterprise\" and \"seats\" >= 100)", answer.Because);
        Assert.Equal(
            [("area", "its priority 0 is below the 10 of 'strategic'"), ("broad", "its priority 0 is below the 10 of 'strategic'")],
            answer.AlsoMatched.Select(c => (c.Segment, c.Because)));
        Assert.True(answer.IsCertain);

        var next = Assign(Facts.With("seats", 250).With("plan", "pro"));
        Assert.Equal(("area", "broad", "'area' comes first by name at the same priority"), (next.Segment, Assert.Single(next.AlsoMatched).Segment, next.AlsoMatched[0].Because));
    }

    [Fact]
    public void Where_none_matches_it_is_everyone_else_and_that_is_no_other_match()
    {
        var answer = Assign(Facts.With("seats", 5).With("plan", "free"));

        Assert.Equal(("everyone else", "no other segment matches", Experiences.SelfServe), (answer.Segment, answer.Because, answer.Experience));
        Assert.Empty(answer.AlsoMatched);
        Assert.True(answer.IsCertain);
        Assert.DoesNotContain(Assign(Facts.With("seats", 250).With("plan", "pro")).AlsoMatched, c => c.Segment == "everyone else");
    }

    [Fact]
    public void A_condition_that_is_not_known_does_not_match_and_the_answer_says_that_it_might()
    {
        var answer = Assign(Facts.With("seats", 250).Unknown("plan", UnknownKind.Expired, "90 days old"));

        Assert.Equal(("area", false), (answer.Segment, answer.IsCertain));
        var missing = Assert.Single(answer.Undetermined);
        Assert.Equal(("strategic", "plan: expired: 90 days old"), (missing.Segment, missing.Because));
        Assert.Equal(UnknownKind.Expired, Assert.Single(missing.Causes).Kind);
    }

    [Fact]
    public void What_is_not_known_of_a_segment_that_would_lose_anyway_leaves_the_answer_certain()
    {
        var answer = SegmentScheme.For("tier", SegmentPurpose.EconomicTier)
            .Segment("a", Fact.IsTrue("first")).Segment("b", Fact.IsTrue("second")).Otherwise("c").Build()
            .Assign(Facts.With("first", true).Unknown("second"), "acme", AsOf);

        Assert.Equal(("a", true), (answer.Segment, answer.IsCertain));
    }

    [Fact]
    public void A_deciding_operand_outranks_what_is_not_known() =>
        Assert.True(Assign(Facts.With("seats", 5).Unknown("plan")).IsCertain);

    [Fact]
    public void Nothing_known_at_all_is_everyone_else_and_not_certain()
    {
        var answer = Assign(Facts.None);

        Assert.Equal("everyone else", answer.Segment);
        Assert.Equal(["strategic", "area", "broad"], answer.Undetermined.Select(u => u.Segment));
        Assert.Equal(["plan", "seats"], answer.Undetermined[0].Causes.Select(c => c.Subject));
    }

    [Fact]
    public void A_lambda_that_throws_or_gives_no_cause_is_not_known_and_cancellation_flows()
    {
        var answer = SegmentScheme.For("tier", SegmentPurpose.EconomicTier)
            .Segment("a", FactCondition.Of("throws", _ => throw new FormatException("bad"), "1"))
            .Segment("b", FactCondition.Of("silent", _ => default, "1"))
            .Otherwise("c").Build().Assign(Facts.None, "acme", AsOf);

        Assert.Equal("c", answer.Segment);
        Assert.Equal(["a", "b"], answer.Undetermined.Select(u => u.Segment));
        Assert.Equal("throws: reader failed: FormatException: bad", answer.Undetermined[0].Because);
        Assert.Matches("silent.* does not say what is not known", answer.Undetermined[1].Because);
        var cancels = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("a", FactCondition.Of("x", _ => throw new OperationCanceledException())).Otherwise("c").Build();
        Assert.Throws<OperationCanceledException>(() => cancels.Assign(Facts.None, "acme", AsOf));
    }

    [Fact]
    public void An_answer_explains_itself()
    {
        var answer = Assign(Facts.With("seats", 250));

        Assert.Equal("acme experience: area", answer.ToString());
        Assert.Equal(
            """
            experience: area, "seats" >= 200
              also matched: broad, 'area' comes first by name at the same priority
              not known: strategic, plan: not declared: written are 'seats'
            """.ReplaceLineEndings("\n"),
            answer.Explain());
        Assert.Equal("broad: 'area' comes first by name at the same priority", answer.AlsoMatched[0].ToString());
    }

    [Fact]
    public void Instants_are_UTC_and_known_at_may_differ()
    {
        var answer = Scheme.Assign(Facts.None, "acme", AsOf.ToOffset(TimeSpan.FromHours(2)), AsOf.AddDays(3).ToOffset(TimeSpan.FromHours(-5)));

        Assert.Equal((AsOf, TimeSpan.Zero), (answer.AsOf, answer.AsOf.Offset));
        Assert.Equal((AsOf.AddDays(3), TimeSpan.Zero), (answer.KnownAt, answer.KnownAt.Offset));
    }

    [Fact]
    public void A_scheme_says_what_it_reads_in_which_order_segments_win_and_whether_its_hash_pins_it_down()
    {
        Assert.Equal(["plan", "seats"], Scheme.Reads);
        Assert.Equal(["strategic", "area", "broad", "everyone else"], Scheme.Segments.Select(s => s.ToString()));
        Assert.Equal((10, int.MinValue), (Scheme.Segments[0].Priority, Scheme.Segments[^1].Priority));
        Assert.True(Scheme.Reproducible);
        Assert.Equal($"scheme 'experience' (Experience), 4 segments, {Scheme.ConfigurationHash[..12]}", Scheme.ToString());
        Assert.False(Lambda(null).Reproducible);
        Assert.True(Lambda("2").Reproducible);
        Assert.False(SegmentScheme.For("tier", SegmentPurpose.Other).Segment("a", !Condition(null) | Fact.IsTrue("x")).Otherwise("b").Build().Reproducible);

        static SegmentScheme Lambda(string? version) => SegmentScheme.For("tier", SegmentPurpose.Other).Segment("a", Condition(version)).Otherwise("b").Build();
        static FactCondition Condition(string? version) => FactCondition.Of("rule", _ => Reading.Known(true), version);
    }

    [Fact]
    public void Arguments_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Scheme.Assign(null!, "acme", AsOf));
        Assert.Throws<ArgumentException>(() => Scheme.Assign(Facts.None, " ", AsOf));
        Assert.Throws<ArgumentNullException>(() => SegmentScheme.For("x", SegmentPurpose.Other).Segment("a", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentScheme.For("x", (SegmentPurpose)99));
    }

    private static SegmentAnswer Assign(IFacts facts) => Scheme.Assign(facts, "acme", AsOf);
}
