using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Segmentation;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class CustomerHealthCheckTests
{
    private static readonly SegmentScheme Served = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("guided", Fact.IsTrue("vip"), Experiences.HighTouch).Otherwise("others", Experiences.SelfServe).Build();

    [Fact]
    public void SR001_Something_names_the_customers()
    {
        Assert.Equal(["SR001"], Codes(new CustomerSources(), c => c.ScoredBy(Usage.Card())));
        Assert.Equal(["SR001"], Codes(new CustomerSources { Signals = new Elsewhere() }, c => c.ScoredBy(Usage.Card())));
        CustomerHealth.Of(new CustomerSources { Signals = new SignalLog() }, c => c.ScoredBy(Usage.Card()));
    }

    [Fact]
    public void SR002_Two_scores_of_a_trend_do_not_count_the_same_signals()
    {
        var found = Mistakes(c => c.Signal("quarter", SignalMeasure.Count("x").InLast(90)).ScoredBy(Usage.Card(28)).TrendOver(TimeSpan.FromDays(89.5)));

        Assert.Equal(("SR002", "trend", "Scores of a trend are spaced by 89.5 days, and a measure spans 90: two scores would count the same signals."), (found[0].Code, found[0].Path, found[0].Message));
        CustomerHealth.Of(CustomerSources.InMemory(signals: new()), c => c.ScoredBy(Usage.Card(28)).TrendOver(TimeSpan.FromDays(28)));
        CustomerHealth.Of(CustomerSources.InMemory(signals: new()), c => c.ScoredBy(Usage.Card()).TrendOver(TimeSpan.FromHours(1)));
        Assert.Equal(["SR002"], Codes(c => c.ScoredBy("whole", HealthStrategies.WorstOf("whole", ("part", Usage.Card(28)))).TrendOver(TimeSpan.FromDays(1))));
    }

    [Fact]
    public void ST003_Somebody_scores_everyone()
    {
        Assert.Equal(["ST003"], Codes(_ => { }));
        Assert.Equal(["ST003"], Codes(c => c.Flag("vip", _ => true).SegmentedBy(Served).ScoredBy(Usage.Card(), forSegment: "guided")));
    }

    [Fact]
    public void ST007_Nobody_is_scored_by_two()
    {
        var found = Mistakes(c => c.Flag("vip", _ => true).SegmentedBy(Served).ScoredBy(Usage.Card()).ScoredBy(Usage.Card(name: "b"))
            .ScoredBy(Usage.Card(name: "c"), "guided").ScoredBy(Usage.Card(name: "d"), "guided"));

        Assert.Equal(["'usage' and 'b' are both to score everyone.", "'c' and 'd' are both to score the segment 'guided'."], found.Select(d => d.Message));
        Assert.All(found, d => Assert.Equal("ST007", d.Code));
    }

    [Fact]
    public void ST009_What_a_scorecard_over_columns_reads_by_name_is_read_from_the_facts()
    {
        var columns = Scorecard.ForColumns("columns").Measure("logins", m => m.MoreIsBetter().Linear(0, 10)).Measure("nps", m => m.MoreIsBetter().Linear(-100, 100)).Build();
        var found = Mistakes(c => c.ScoredBy(columns).Signal("login", SignalMeasure.Count("login")).Signal("nps", SignalMeasure.Latest("nps")));

        Assert.Equal(("ST009", "strategies/columns/logins", "Did you mean 'login'?"), (Assert.Single(found).Code, found[0].Path, found[0].Cure));
        Assert.Equal(["ST009", "ST009"], Codes(c => c.ScoredBy("whole", HealthStrategies.WorstOf("whole", ("part", columns)))));
    }

    [Fact]
    public void ST011_A_strategy_scores_a_segment_that_there_is()
    {
        var found = Mistakes(c => c.Flag("vip", _ => true).SegmentedBy(Served).ScoredBy(Usage.Card()).ScoredBy(Usage.Card(name: "b"), forSegment: "guidde"));

        Assert.Equal(("ST011", "segments/guidde"), (Assert.Single(found).Code, found[0].Path));
        Assert.Contains("Did you mean 'guided'?", found[0].Message, StringComparison.Ordinal);
        Assert.Equal(["ST011"], Codes(c => c.ScoredBy(Usage.Card()).ScoredBy(Usage.Card(name: "b"), forSegment: "guided")));
    }

    [Fact]
    public void All_mistakes_are_in_one_exception() => Assert.Equal(
        ["SG009", "SG010", "SR001", "SR002", "ST003", "ST011"],
        Codes(new CustomerSources(), c => c
            .SegmentedBy(SegmentScheme.For("self", SegmentPurpose.Other).Segment("a", Fact.IsTrue("nobody") & Fact.Text("segment.self").Is("a")).Otherwise("b").Build())
            .ScoredBy(Usage.Card(28), "nowhere")
            .TrendOver(TimeSpan.FromDays(1))).Order(StringComparer.Ordinal));

    [Fact]
    public void Words_with_arguments_that_are_none_are_refused()
    {
        CustomerHealth.Of(CustomerSources.InMemory(signals: new()), c =>
        {
            Assert.Throws<ArgumentNullException>(() => c.SegmentedBy(null!));
            Assert.Throws<ArgumentNullException>(() => c.ScoredBy(null!));
            Assert.Throws<ArgumentNullException>(() => c.On(null!));
            Assert.Throws<ArgumentNullException>(() => c.OverriddenBy(null!));
            Assert.Throws<ArgumentNullException>(() => c.RecordedIn(null!));
            Assert.Throws<ArgumentException>(() => c.ScoredBy(" ", Usage.Card()));
            Assert.Throws<ArgumentOutOfRangeException>(() => c.TrendOver(TimeSpan.Zero));
            Assert.Throws<ArgumentOutOfRangeException>(() => c.InBatches(0, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => c.InBatches(1, 0));
            c.ScoredBy(Usage.Card());
        });
        Assert.Throws<ArgumentNullException>(() => CustomerHealth.Of(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => CustomerHealth.Of(new CustomerSources(), null!));
    }

    private static IEnumerable<string> Codes(Action<CustomerHealthBuilder> how) => Mistakes(how).Select(d => d.Code);

    private static IEnumerable<string> Codes(CustomerSources sources, Action<CustomerHealthBuilder> how) =>
        Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(sources, how)).Diagnostics.Select(d => d.Code);

    private static IReadOnlyList<Diagnostic> Mistakes(Action<CustomerHealthBuilder> how) =>
        Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(CustomerSources.InMemory(signals: new()), how)).Diagnostics;

    private sealed class Elsewhere : ISignalSource
    {
        public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
