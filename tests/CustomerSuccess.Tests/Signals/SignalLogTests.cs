using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalLogTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");
    private static readonly SignalMeasure Logins = SignalMeasure.Count("login");

    [Fact]
    public void The_same_id_with_the_same_content_is_the_same_signal_however_often_it_is_delivered()
    {
        var (log, signal) = (new SignalLog(), new Signal("acme", "login", Day) { Id = "1", Value = 2, Actor = "ann", Product = "crm" });

        Assert.Equal(SignalReceipt.Accepted, log.Append(signal));
        Assert.Equal(SignalReceipt.Duplicate, log.Append(signal));
        // When it was recorded is when it was delivered, not what was observed.
        Assert.Equal(SignalReceipt.Duplicate, log.Append(signal with { RecordedAt = Day.AddDays(9) }));
        Assert.Equal(1, log.Count);
        Assert.Empty(log.Conflicts);
    }

    public static TheoryData<Signal> OtherContents { get; } =
    [
        new Signal("acme", "login", Day.AddTicks(1)) { Id = "1", Value = 2, Actor = "ann", Product = "crm" },
        new Signal("acme", "ticket", Day) { Id = "1", Value = 2, Actor = "ann", Product = "crm" },
        new Signal("beta", "login", Day) { Id = "1", Value = 2, Actor = "ann", Product = "crm" },
        new Signal("acme", "login", Day) { Id = "1", Actor = "ann", Product = "crm" },
        new Signal("acme", "login", Day) { Id = "1", Value = 0, Actor = "ann", Product = "crm" },
        new Signal("acme", "login", Day) { Id = "1", Value = 2, Actor = "crm", Product = "ann" },
        new Signal("acme", "login", Day) { Id = "1", Value = 2, Product = "crm" },
        new Signal("acme", "login", Day) { Id = "1", Value = 2, Actor = "ann", Product = "crm", Provenance = Provenance.Vendor },
    ];

    [Theory]
    [MemberData(nameof(OtherContents))]
    public void A_known_id_with_another_content_is_left_out_and_reported(Signal other)
    {
        var log = new SignalLog();
        log.Append(new Signal("acme", "login", Day) { Id = "1", Value = 2, Actor = "ann", Product = "crm" });

        Assert.Equal(SignalReceipt.Conflict, log.Append(other));
        Assert.Equal(1, log.Count);
        var conflict = Assert.Single(log.Conflicts);
        Assert.Equal((other.CustomerId, other.Name, 1, other.OccurredAt), (conflict.CustomerId, conflict.Signal, conflict.Count, conflict.First));
        Assert.Equal(2, log.Facts("acme", Day.AddDays(1)).Signals.Read(SignalMeasure.Sum("login")).Value);
    }

    [Fact]
    public void Importing_the_same_twice_changes_nothing_conflicts_included()
    {
        Signal[] file = [new("acme", "login", Day) { Id = "1" }, new("acme", "login", Day.AddDays(1)) { Id = "1" }, new("acme", "login", Day.AddDays(2)) { Id = "1" }, new("acme", "login", Day) { Id = "2" }];
        var log = new SignalLog();

        Assert.Equal(2, log.AppendAll(file));
        Assert.Equal(0, log.AppendAll(file));
        Assert.Equal(2, log.Count);
        Assert.Equal("acme: 2 × login with a known id and other content, first 2026-03-03", Assert.Single(log.Conflicts).ToString());
    }

    [Fact]
    public void Many_ids_are_known_again_and_ids_that_look_alike_are_two()
    {
        var log = new SignalLog();
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(i => $"event-{i}"), "é", "e\u0301", "\ud800", "\ud801", "\ufffd", "EVENT-1", "event-1 "];
        foreach (var (id, expected) in ids.Select(i => (i, SignalReceipt.Accepted)).Concat(ids.Select(i => (i, SignalReceipt.Duplicate))))
        {
            Assert.Equal(expected, log.Append(new Signal("acme", "login", Day) { Id = id }));
        }
    }

    [Fact]
    public void Without_ids_the_same_twice_counts_twice()
    {
        var (kept, plain) = (new SignalLog(), new SignalLog(keepIds: false));
        for (var i = 0; i < 2; i++)
        {
            kept.Append(new("acme", "login", Day));
            plain.Append(new("acme", "login", Day) { Id = "1" });
        }

        Assert.Equal((2, 2), (kept.Count, plain.Count));
    }

    [Fact]
    public void What_was_read_does_not_change_when_more_arrives_in_order_late_or_under_another_name()
    {
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", Day), new("acme", "login", Day.AddDays(2)) { Value = 1, Actor = "ann" }]);
        var facts = log.Facts("acme", Day.AddDays(9)).Signals;
        var people = SignalMeasure.DistinctActors("login");

        // Each makes a column that the view does not have, or moves what is there.
        log.AppendAll([new("acme", "login", Day.AddDays(3)) { RecordedAt = Day.AddDays(4), Actor = "bob" }, new("acme", "login", Day.AddDays(1)) { Value = 5 }, new("acme", "ticket", Day)]);
        log.TrimExcess();
        log.Covers("login", new SignalCoverage { Through = Day });

        Assert.Equal((2d, 1d, 1d), (facts.Read(Logins).Value, facts.Read(people).Value, facts.Read(SignalMeasure.Sum("login")).Value));
        Assert.Equal(["login"], facts.Signals);
        Assert.False(log.Facts("acme", Day.AddDays(9)).Signals.Read(Logins).IsKnown);
    }

    [Fact]
    public async Task It_gives_what_a_query_asks_for_and_all_that_it_was_told_but_ids()
    {
        var log = new SignalLog();
        Signal[] all =
        [
            new("acme", "login", Day) { Value = 1, Actor = "ann", Product = "crm", Provenance = Provenance.System },
            new("acme", "login", Day.AddDays(1)),
            new("acme", "login", Day.AddDays(2)) { RecordedAt = Day.AddDays(5) },
            new("acme", "ticket", Day.AddDays(1)) { RecordedAt = Day },
            new("beta", "login", Day.AddDays(1)),
        ];
        log.AppendAll(all);

        Assert.Equal(all.Take(4), await ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day.AddDays(9) }));
        Assert.Equal([all[1]], await ReadAsync(new() { CustomerIds = ["acme"], Names = ["login"], After = Day, AsOf = Day.AddDays(2) }));
        Assert.Equal([all[1], all[2]], await ReadAsync(new() { CustomerIds = ["acme"], Names = ["login"], After = Day, AsOf = Day.AddDays(2), KnownAt = Day.AddDays(5) }));
        Assert.Equal([all[3], all[4]], await ReadAsync(new() { CustomerIds = ["acme", "nobody", "beta"], Names = ["login", "ticket"], After = Day.AddHours(1), AsOf = Day.AddDays(1), KnownAt = Day.AddDays(1) }, skip: 1));

        async Task<Signal[]> ReadAsync(SignalQuery query, int skip = 0)
        {
            var read = new List<Signal>();
            await foreach (var signal in log.ReadAsync(query, CancellationToken.None))
            {
                read.Add(signal);
            }

            return [.. read.Skip(skip)];
        }
    }

    [Fact]
    public async Task Cancellation_ends_reading()
    {
        var log = new SignalLog();
        log.Append(new("acme", "login", Day));

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in log.ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, new CancellationToken(canceled: true)))
            {
            }
        });
    }

    [Fact]
    public void Customers_are_listed_in_ordinal_order_and_one_without_signals_has_facts_too()
    {
        var log = new SignalLog();
        log.AppendAll([new("b", "login", Day), new("A", "login", Day), new("a", "login", Day)]);

        Assert.Equal(["A", "a", "b"], log.CustomerIds);
        Assert.Equal(0, log.Facts("nobody", Day).Signals.Read(Logins).Value);
        Assert.Empty(log.Facts("nobody", Day).Signals.Signals);
    }
}
