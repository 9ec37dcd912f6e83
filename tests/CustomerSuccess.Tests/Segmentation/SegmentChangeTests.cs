using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

/// <summary>Entering and leaving segments over time.</summary>
public sealed class SegmentChangeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SegmentScheme Scheme = SegmentScheme.For("tier", SegmentPurpose.EconomicTier)
        .Segment("large", Fact.Number("seats").AtLeast(100)).Otherwise("small").Build();

    [Fact]
    [Requirement("SEG-5")]
    public async Task Membership_can_be_asked_as_of_any_date_and_entering_and_leaving_are_events()
    {
        var growing = Start.AddDays(10).AddHours(9);
        var health = Health(new AccountLog().Add(new Customer("acme", Start)).Add(Seats(50, Start)).Add(Seats(150, growing)).Add(Seats(80, Start.AddDays(20))));

        Assert.Null(await health.SegmentsAsync("acme", Start.AddTicks(-1)));
        foreach (var (at, expected) in new[] { (Start, "small"), (growing.AddTicks(-1), "small"), (growing, "large"), (Start.AddDays(20), "small") })
        {
            Assert.Equal(expected, (await health.SegmentsAsync("acme", at))!.Find("tier")!.Segment);
        }

        var changes = await health.SegmentChangesAsync("acme", Start.AddDays(-5), Start.AddDays(30));
        Assert.Equal([("acme", "tier", Start, null, "small"), ("acme", "tier", Start.AddDays(11), "small", "large"), ("acme", "tier", Start.AddDays(20), "large", "small")], changes.Select(Parts));
        Assert.Equal(["acme tier: (none) → small at 2026-01-01", "acme tier: small → large at 2026-01-12", "acme tier: large → small at 2026-01-21"], changes.Select(c => c.ToString()));
    }

    [Fact]
    public async Task A_customer_that_is_gone_leaves_and_one_that_comes_back_enters()
    {
        var health = Health(new AccountLog()
            .Add(new Customer("acme", Start)).Add(Seats(50, Start))
            .Add(new Customer("acme", Start.AddDays(5)) { IsActive = false })
            .Add(new Customer("acme", Start.AddDays(9))));

        Assert.Equal(
            [(Start, null, "small"), (Start.AddDays(5), "small", null), (Start.AddDays(9), (string?)null, "small")],
            (await health.SegmentChangesAsync("acme", Start.AddDays(-1), Start.AddDays(30))).Select(c => (c.At, c.Left, c.Entered)));
        Assert.EndsWith("small → (none) at 2026-01-06", (await health.SegmentChangesAsync("acme", Start, Start.AddDays(5)))[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_known_late_is_seen_when_it_was_known()
    {
        var late = new Trait("acme", "seats", TraitValue.Of(150), Start.AddDays(3)) { RecordedAt = Start.AddDays(8) };
        var health = Health(new AccountLog().Add(new Customer("acme", Start)).Add(Seats(50, Start)).Add(late));

        Assert.Equal(Start.AddDays(8), Assert.Single(await health.SegmentChangesAsync("acme", Start, Start.AddDays(30))).At);
        Assert.Equal("large", (await health.FactsAsync("acme", new(Start.AddDays(4), Start.AddDays(9))))!.Segments.Find("tier")!.Segment);
        Assert.Equal("small", (await health.SegmentsAsync("acme", Start.AddDays(4)))!.Find("tier")!.Segment);
    }

    [Fact]
    public async Task A_grid_of_the_host_says_when_changes_are_seen()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(3), "east", "east");
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(Seats(50, Start)).Add(Seats(150, Start.AddDays(2)));
        var health = Health(accounts, c => c.On(new EvaluationGrid(zone, 7, new DateOnly(2026, 1, 5))));

        Assert.Equal(
            [Start.AddDays(4).AddHours(-3)],
            (await health.SegmentChangesAsync("acme", Start.AddDays(-100), Start.AddDays(30))).Select(c => c.At));
    }

    [Fact]
    public async Task Over_the_portfolio_changes_come_customer_by_customer_and_a_source_that_fails_is_not_data()
    {
        var accounts = new AccountLog();
        foreach (var id in new[] { "b", "a", "c" })
        {
            accounts.Add(new Customer(id, Start)).Add(new Trait(id, "seats", TraitValue.Of(id == "b" ? 200 : 1), Start.AddDays(1)));
        }

        var health = Health(accounts, c => c.InBatches(1, 2));
        Assert.Equal(["a: small", "b: small", "b: large", "c: small"], (await All(health.SegmentChangesAsync(Start.AddDays(-1), Start.AddDays(5)))).Select(c => $"{c.CustomerId}: {c.Entered}"));
        Assert.Empty(await All(health.SegmentChangesAsync(Start.AddDays(5), Start.AddDays(5))));
        Assert.Empty(await All(health.SegmentChangesAsync(Start.AddDays(9), Start.AddDays(5))));

        var broken = CustomerHealth.Of(
            new CustomerSources { Customers = accounts, Traits = new Broken() },
            c => c.Trait("seats", TraitKind.Number).SegmentedBy(Scheme).ScoredBy("flat", HealthStrategies.From("flat", _ => HealthResult.Of(1))));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => All(broken.SegmentChangesAsync(Start, Start.AddDays(5))));
        Assert.Equal("Segments of 'a': the customer's facts could not be read: IOException: no traits today", failure.Message);
    }

    [Fact]
    public async Task A_scheme_may_read_the_band_before()
    {
        var scheme = SegmentScheme.For("attention", SegmentPurpose.Other).Segment("was red", Fact.Text(HealthWords.PreviousBand).Is("Red")).Otherwise("was not").Build();
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(Seats(90, Start)).Add(Seats(10, Start.AddDays(3)));
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts), c => c
            .Trait("seats", TraitKind.Number).PreviousHealth().SegmentedBy(scheme)
            .ScoredBy("seats", HealthStrategies.From("seats", f => HealthResult.Of(f.Facts.Number("seats").Value))));

        Assert.Equal(
            [(Start, "was not"), (Start.AddDays(4), "was red")],
            (await health.SegmentChangesAsync("acme", Start.AddDays(-1), Start.AddDays(9))).Select(c => (c.At, c.Entered)));
    }

    [Law(MaxTest = 300)]
    public void However_a_span_is_cut_the_changes_are_the_same_and_lead_from_answer_to_answer(Seed seed)
    {
        var dice = seed.Dice();
        var accounts = new AccountLog();
        for (var i = 0; i < 8; i++)
        {
            var at = Start.AddHours(dice.Below(24 * 20));
            accounts.Add(new Trait("acme", "seats", TraitValue.Of(dice.Of(10, 99, 100, 300)), at) { RecordedAt = at.AddHours(dice.Of(0, 0, 0, 30, -30)) });
            accounts.Add(new Customer("acme", Start.AddHours(dice.Below(24 * 20))) { IsActive = !dice.OneIn(3) });
        }

        var health = Health(accounts, c => c.On(new EvaluationGrid(TimeZoneInfo.Utc, dice.Between(1, 3), new DateOnly(2026, 1, 2))));
        var (from, middle, to) = (Start.AddHours(dice.Below(200) - 100), Start.AddHours(dice.Below(400)), Start.AddDays(25));
        var whole = Changes(from, to);

        Assert.Equal(whole, middle < from ? whole : [.. Changes(from, middle), .. Changes(middle, to)]);
        Assert.All(whole.Zip(whole.Skip(1)), p => Assert.Equal(p.First.Entered, p.Second.Left));
        Assert.All(whole, c => Assert.Equal(c.Entered, Segment(c.At)));
        Assert.All(whole, c => Assert.NotEqual(c.Left, c.Entered));

        List<SegmentChange> Changes(DateTimeOffset after, DateTimeOffset upTo) => [.. health.SegmentChangesAsync("acme", after, upTo).AsTask().GetAwaiter().GetResult()];
        string? Segment(DateTimeOffset at) => health.FactsAsync("acme", new(at)).AsTask().GetAwaiter().GetResult() is { } facts && facts.Account.Version!.IsActive ? facts.Segments.Find("tier")!.Segment : null;
    }

    [Law(MaxTest = 500)]
    public void A_fact_that_is_recorded_after_known_at_changes_no_answer(Seed seed)
    {
        var dice = seed.Dice();
        var accounts = new AccountLog().Add(new Customer("acme", Start));
        var (asOf, knownAt) = (Start.AddHours(dice.Below(400)), Start.AddHours(dice.Below(400)));
        for (var i = 0; i < seed.Size; i++)
        {
            accounts.Add(Random(Start.AddHours(dice.Below(400))));
        }

        var before = Explained();
        for (var i = 0; i < seed.Size; i++)
        {
            accounts.Add(Random(knownAt.AddTicks(1).AddHours(dice.Below(50))));
        }

        Assert.Equal(before, Explained());

        Trait Random(DateTimeOffset recorded) => Seats(dice.Of(10, 99, 100, 300), Start.AddHours(dice.Below(400))) with { RecordedAt = recorded };
        string? Explained() => Health(accounts).FactsAsync("acme", new(asOf, knownAt)).AsTask().GetAwaiter().GetResult()?.Segments.Find("tier")!.Explain();
    }

    private static (string, string, DateTimeOffset, string?, string?) Parts(SegmentChange change) => (change.CustomerId, change.Scheme, change.At, change.Left, change.Entered);

    private static Trait Seats(double seats, DateTimeOffset at) => new("acme", "seats", TraitValue.Of(seats), at);

    private static CustomerHealth Health(AccountLog accounts, Action<CustomerHealthBuilder>? more = null) => CustomerHealth.Of(CustomerSources.InMemory(accounts), c =>
    {
        c.Trait("seats", TraitKind.Number).SegmentedBy(Scheme).ScoredBy("flat", HealthStrategies.From("flat", _ => HealthResult.Of(50)));
        more?.Invoke(c);
    });

    private static async Task<List<SegmentChange>> All(IAsyncEnumerable<SegmentChange> changes)
    {
        var all = new List<SegmentChange>();
        await foreach (var change in changes)
        {
            all.Add(change);
        }

        return all;
    }

    private sealed class Broken : ITraitSource
    {
        public IAsyncEnumerable<Trait> ReadAsync(FactQuery query, CancellationToken cancellationToken) => throw new IOException("no traits today");
    }
}
