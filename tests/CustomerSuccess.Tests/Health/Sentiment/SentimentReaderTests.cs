using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;
using static CustomerSuccess.Tests.Health.Sentiment.Ratings;

namespace CustomerSuccess.Tests.Health.Sentiment;

public sealed class SentimentReaderTests
{
    private static readonly SentimentReader Usual = new(Said);

    [Fact]
    [Requirement("HLT-18")]
    public void The_latest_rating_counts_with_who_gave_it_and_when()
    {
        var reading = Usual.Read(Facts(30, [Rated(2, 5, "bob"), Rated(10, 4), Rated(20, null, "eve"), Rated(40, 1)]));

        Assert.Equal((4, 4, null, "ann", Start.AddDays(10), TimeSpan.FromDays(20), false, null),
            (reading.Rating, reading.Value.Value, reading.Calibrated, reading.Rater, reading.At!.Value, reading.Age!.Value, reading.IsStale, reading.ReferenceHash));
        Assert.Equal("4 on 1 to 5, given 2025-01-11 (20 days ago)", reading.ToString());
    }

    [Fact]
    public void Of_several_at_one_instant_it_is_the_one_recorded_last_and_one_that_was_recorded_later_than_is_known_does_not_count()
    {
        var facts = Facts(30, [Rated(10, 5, "bob") with { RecordedAt = Start.AddDays(12) }, Rated(10, 2), Rated(20, 1, "eve") with { RecordedAt = Start.AddDays(31) }]);

        Assert.Equal((5, "bob"), (Usual.Read(facts).Rating, Usual.Read(facts).Rater));
    }

    [Fact]
    [Requirement("HLT-18")]
    public void A_rating_expires_after_90_days_and_may_be_stale_before()
    {
        var lab = new SentimentReader(Said, new() { StaleAfter = TimeSpan.FromDays(90), ExpiresAfter = TimeSpan.FromDays(120) });
        Signal[] ratings = [Rated(0, 4)];

        Assert.True(Usual.Value(Facts(90, ratings)).IsKnown);
        var expired = Usual.Read(Facts(90.001, ratings));
        Assert.Equal((false, 4, "csm.sentiment: expired: 90 days old"), (expired.Value.IsKnown, expired.Rating, Assert.Single(expired.Value.Causes).ToString()));
        Assert.Equal("4 on 1 to 5, given 2025-01-01 (90 days ago), does not count: expired: 90 days old", expired.ToString());
        Assert.Equal([(true, false), (true, true), (true, true), (false, false)], new[] { 90, 90.5, 120, 121 }.Select(d => lab.Read(Facts(d, ratings))).Select(r => (r.Value.IsKnown, r.IsStale)));
        Assert.True(new SentimentReader(Said, new() { ExpiresAfter = null }).Value(Facts(5000, ratings)).IsKnown);
    }

    [Fact]
    public void Without_ratings_it_is_not_known_and_a_source_that_is_not_complete_says_so()
    {
        Assert.Equal("no rating: no observations", Usual.Read(Facts(9, [])).ToString());
        Assert.Equal(UnknownKind.Incomplete, Assert.Single(Usual.Value(new CustomerFacts("acme", Start)).Causes).Kind);
        var log = new SignalLog().Covers(Said, new() { From = Start.AddDays(-50) });
        Assert.Equal("csm.sentiment: incomplete before 2024-11-12", Assert.Single(Usual.Value(log.Facts("acme", Start)).Causes).ToString());
        log.Covers(Said, new() { From = Start.AddDays(-91) }).Append(Rated(-80, 3));
        Assert.Equal(3, Usual.Value(log.Facts("acme", Start)).Value);
    }

    [Fact]
    [Requirement("HLT-18")]
    public void It_restarts_on_hand_over()
    {
        Signal[] ratings = [Rated(10, 4)];
        var handed = Usual.Read(Facts(30, ratings, Owned(0, "ann"), Owned(20, "bob")));

        Assert.Equal("csm.sentiment: the customer was handed over on 2025-01-21, after the rating", Assert.Single(handed.Value.Causes).ToString());
        Assert.Equal((4, false), (handed.Rating, handed.IsStale));
        Assert.True(Counts(Facts(19, ratings, Owned(0, "ann"), Owned(20, "bob"))));
        Assert.True(Counts(Facts(30, [.. ratings, Rated(20, 2, "bob")], Owned(0, "ann"), Owned(20, "bob"))));
        Assert.True(new SentimentReader(Said, new() { RestartsOnHandOver = false }).Value(Facts(30, ratings, Owned(0, "ann"), Owned(20, "bob"))).IsKnown);
    }

    [Fact]
    public void What_hands_nothing_to_another_is_no_hand_over()
    {
        Signal[] ratings = [Rated(10, 4)];

        Assert.True(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, "ann"))));
        Assert.True(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, null), Owned(25, "ann"))));
        Assert.True(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, "bob", role: "sales"))));
        Assert.True(Counts(Facts(30, ratings, Owned(20, "ann"))));
        Assert.True(Counts(Facts(30, ratings)));
        Assert.False(Counts(Facts(30, ratings, Owned(20, "bob"))));
        Assert.False(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, "bob"), Owned(25, "ann"))));
        Assert.False(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, null), Owned(25, "bob"))));
        // Corrected at the same instant: there was no hand-over.
        Assert.True(Counts(Facts(30, ratings, Owned(0, "ann"), Owned(20, "bob"), Owned(20, "ann") with { RecordedAt = Start.AddDays(21) })));
        Assert.False(new SentimentReader(Said, new() { OwnerRole = "sales" }).Value(Facts(30, ratings, Owned(0, "ann", "sales"), Owned(20, "bob", "sales"))).IsKnown);
    }

    [Fact]
    public void A_rating_off_the_scale_is_not_known_and_no_earlier_one_takes_its_place() =>
        Assert.Equal("csm.sentiment: out of range: 7 is not on the scale of 1 to 5", Assert.Single(Usual.Value(Facts(9, [Rated(1, 3), Rated(2, 7)])).Causes).ToString());

    [Fact]
    [Requirement("HLT-18")]
    public void It_is_calibrated_with_the_latest_reference_that_was_there()
    {
        Signal[] others = [.. Many("ann", 20, _ => 5), .. Many("bob", 20, _ => 3)];
        var (early, late) = (RaterReference.Of(Said, others.Take(20), Start, Scale), RaterReference.Of(Said, others, Start.AddDays(10), Scale));
        var reader = new SentimentReader(Said, new() { References = [late, early] });
        CustomerFacts At(double day) => Facts(day, [Rated(1, 4)]);

        // ann leans by 1: 20 of 40 of it is taken off.
        Assert.Equal((4, 3.5, 3.5, late.Hash), Of(reader.Read(At(10))));
        Assert.Equal((4, 4, 4, early.Hash), Of(reader.Read(At(9))));
        Assert.Equal("4 on 1 to 5, given 2025-01-02 (9 days ago); calibrated 3.5", reader.Read(At(10)).ToString());
        Assert.NotEqual(reader.Version, Usual.Version);
        Assert.Null(new SentimentReader(Said, new() { References = [late] }).Read(At(9)).Calibrated);

        static (double?, double?, double, string?) Of(SentimentReading r) => (r.Rating, r.Calibrated, r.Value.Value, r.ReferenceHash);
    }

    [Fact]
    [Requirement("HLT-18")]
    public async Task It_stands_apart_from_computed_health_and_counts_only_where_a_measure_reads_it()
    {
        var log = Log((0, 40));
        log.Append(Rated(5, 4));
        var card = Scorecard.For<CustomerFacts>("both")
            .Measure("usage", SignalMeasure.Latest(Name), m => m.MoreIsBetter().Linear(0, 100))
            .Measure("sentiment", Usual, m => m.MoreIsBetter().Linear(1, 5).HalfLife(TimeSpan.FromDays(10)).Redistribute())
            .Build();
        var accounts = new AccountLog().Add(new Customer("acme", Start));
        var (with, without) = (CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.ScoredBy(card)), Over(log, accounts, c => c.Sentiment("sentiment", Usual)));

        // 75 of 100 halfway to 50 after ten days.
        Assert.Equal((40 + 62.5) / 2, (await with.ScoreAsync("acme", Start.AddDays(15)))!.Value!.Value, 9);
        Assert.Equal(40, (await with.ScoreAsync("acme", Start.AddDays(96)))!.Value);
        Assert.Equal(40, (await without.ScoreAsync("acme", Start.AddDays(15)))!.Value);
        Assert.True((await with.ScoreAsync("acme", Start.AddDays(15)))!.Definition.Reproducible);
        Assert.Equal([Said, Name], without.Plan.Signals);
        // The window of a rating is no window of a trend.
        Assert.Equal(28, with.Plan.Spacing.TotalDays);
        Assert.Equal(TimeSpan.FromDays(10), without.Plan.Model.Facts.Vocabulary.Read((await without.FactsAsync("acme", new(Start.AddDays(15))))!, Start.AddDays(15)).Age("sentiment").Value);
    }

    [Fact]
    public void Options_that_are_none_are_refused()
    {
        var reference = RaterReference.Of("other", [], Start, Scale);

        Assert.Throws<ArgumentException>(() => new SentimentReader(" "));
        Assert.Contains("stale after 100 days", Assert.Throws<ArgumentException>(() => new SentimentReader(Said, new() { StaleAfter = TimeSpan.FromDays(100) })).Message, StringComparison.Ordinal);
        Assert.Contains("'other'", Assert.Throws<ArgumentException>(() => new SentimentReader(Said, new() { References = [reference] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SentimentOptions { References = [reference, RaterReference.Of("x", [], Start, Scale)] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SentimentOptions { ExpiresAfter = TimeSpan.Zero });
        Assert.Throws<ArgumentException>(() => new SentimentOptions { OwnerRole = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SentimentScale(5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SentimentScale(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Facts(1, [Rated(0, 1)]).Signals.LatestSignal(SignalMeasure.Mean(Said)));
    }

    private static bool Counts(CustomerFacts facts) => Usual.Value(facts).IsKnown;
}
