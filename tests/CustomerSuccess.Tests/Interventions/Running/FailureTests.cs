using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class FailureTests
{
    private static readonly Rule Idle = Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Wait = Days(20) });

    private static readonly InterventionPolicy Policy = new()
    {
        Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 2, Within = Days(3) }],
        Retry = new() { Timeout = TimeSpan.FromSeconds(30) },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_fails_at_any_call_leaves_nothing_half_written_and_the_next_time_goes_on(bool afterwards)
    {
        var (undisturbed, calls) = await RunAsync(0, afterwards);
        Assert.True(calls > 20);
        for (var call = 1; call <= calls; call++)
        {
            var (found, _) = await RunAsync(call, afterwards);
            Assert.Equal(undisturbed, found);
        }
    }

    [Fact]
    public async Task A_source_of_silences_that_fails_stops_the_cycle_before_anything_is_recorded()
    {
        var (silences, scene) = (new Away(), new RuleScene().Customer("acme"));
        var engine = CustomerInterventions.Of(scene.Health(), RuleSet.Of([Idle]), new() { Store = scene.Store, Silences = silences, Channels = [scene.Email] });
        await engine.RunAsync(Day(0.5));
        silences.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => engine.RunAsync(Day(7)));
        Assert.Empty(await engine.CasesAsync("acme"));

        silences.IsAway = false;
        Assert.Single((await engine.RunAsync(Day(7))).Events.OfType<TouchReserved>());
        silences.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => engine.DeliverAsync(Day(7.5)));
        Assert.Empty(scene.Email.Messages);
    }

    [Fact]
    public async Task A_lambda_that_throws_is_not_known_and_stops_no_other_rule()
    {
        var throws = FactCondition.Of("odd", _ => throw new InvalidTimeZoneException("a secret"));
        Rule[] rules =
        [
            Idle,
            Rule("guarded", Idle.Content.Trigger, c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Guard = throws }),
            Rule("triggered", Trigger.When(throws)),
            Rule("left", Idle.Content.Trigger, c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = throws, Exit = throws }),
        ];
        var scene = new RuleScene().Customer("acme");
        var engine = scene.Of(null, rules);
        await engine.RunAsync(Day(0.5));
        var report = await engine.RunAsync(Day(8));

        Assert.Equal(["idle", "left"], report.Events.OfType<CaseOpened>().Select(e => e.Case.Rule).Order());
        var held = Assert.Single(report.Events.OfType<OccurrenceSuppressed>());
        Assert.Equal(("guarded", SuppressionReason.GuardUnknown), (held.Case.Rule, held.Reason));
        Assert.Equal(2, report.Events.OfType<TouchReserved>().Count());
    }

    [Fact]
    public async Task A_customer_whose_sources_failed_is_taken_up_with_the_next_cycle_though_nothing_changed_since()
    {
        var scene = new RuleScene().Customer("acme").Customer("other");
        var flaky = new Flaky(scene.Signals);
        var sources = new CustomerSources { Customers = scene.Accounts, Traits = scene.Accounts, Signals = flaky, Contacts = scene.Contacts };
        var health = CustomerHealth.Of(sources, h => h.ScoredBy(Scorecards()));
        var engine = CustomerInterventions.Of(health, RuleSet.Of([Rule("seen", Trigger.Signal("login"))]), new() { Store = scene.Store });
        await engine.RunAsync(Day(0.5));
        scene.Login("acme", 1);
        flaky.IsAway = true;
        var report = await engine.RunAsync(Day(1.5), ["acme"]);
        Assert.Equal("acme", Assert.Single(report.Problems).CustomerId);

        flaky.IsAway = false;
        Assert.Equal(Day(1), Assert.Single((await engine.RunAsync(Day(1.6), [])).Events.OfType<CaseOpened>()).At);
    }

    [Fact]
    public async Task A_customer_whose_log_others_change_each_time_is_taken_up_with_the_next_cycle()
    {
        var scene = new RuleScene().Customer("acme");
        var store = new FaultyStore(scene.Store);
        var engine = CustomerInterventions.Of(scene.Health(), RuleSet.Of([Rule("seen", Trigger.Signal("login"))]), new() { Store = store });
        await engine.RunAsync(Day(0.5));
        scene.Login("acme", 1);
        store.Instead = c => c.EvaluatedAt is null ? null : AppendOutcome.VersionConflict;
        Assert.Contains("changed by others", Assert.Single((await engine.RunAsync(Day(1.5), ["acme"])).Problems).Because, StringComparison.Ordinal);

        store.Instead = _ => null;
        Assert.Equal(Day(1), Assert.Single((await engine.RunAsync(Day(1.6), [])).Events.OfType<CaseOpened>()).At);
    }

    private static Scorecard<CustomerFacts> Scorecards() => Scorecard.For<CustomerFacts>("default").Measure("seats", f => f.Account.Number("seats").OrElse(0), m => m.MoreIsBetter().Linear(0, 100)).Build();

    // Each step is repeated by another process until it succeeds; a delivery a minute later, when what was begun has had its time.
    private static async Task<(string Found, int Calls)> RunAsync(int failsAt, bool afterwards)
    {
        var scene = new RuleScene().Customer("a").Customer("b").Customer("c");
        var store = new FaultyStore(new InMemoryInterventionStore()) { FailsAt = failsAt, FailsAfterwards = afterwards };
        CustomerInterventions Engine() => CustomerInterventions.Of(scene.Health(), RuleSet.Of([Idle], Policy), new() { Store = store, Channels = [scene.Email] });
        await RepeatAsync(() => Engine().RunAsync(Day(0.5)));
        await RepeatAsync(() => Engine().RunAsync(Day(7)));
        await RepeatAsync(() => Engine().DeliverAsync(Day(7.1)));
        await RepeatAsync(() => Engine().RunAsync(Day(7.2), []));
        for (var minute = 0; minute < 8; minute++)
        {
            await RepeatAsync(() => Engine().DeliverAsync(Day(7.3).AddMinutes(minute)));
        }

        await RepeatAsync(() => Engine().RunAsync(Day(10.5), []));
        await RepeatAsync(() => Engine().DeliverAsync(Day(10.6)));
        for (var minute = 0; minute < 8; minute++)
        {
            await RepeatAsync(() => Engine().DeliverAsync(Day(10.7).AddMinutes(minute)));
        }

        var calls = store.Calls;
        var found = new List<string>();
        foreach (var id in new[] { "a", "b", "c" })
        {
            found.AddRange((await Engine().CasesAsync(id)).Select(c => $"{c}: {string.Join(", ", c.Touches.Select(t => $"{t} {t.Channel}"))}"));
        }

        // One effect for one key, whatever failed.
        found.AddRange(scene.Email.Messages.Select(m => m.Key.ToString()).Distinct().Order(StringComparer.Ordinal));
        return (string.Join('\n', found), calls);
    }

    private static async Task RepeatAsync<T>(Func<Task<T>> step)
    {
        for (var i = 0; i < 2; i++)
        {
            try
            {
                await step();
                return;
            }
            catch (IOException)
            {
                // Once is what the store was told to.
            }
            catch (ArgumentOutOfRangeException) when (i > 0)
            {
                // The cycle was recorded before the store failed.
                return;
            }
        }
    }

    private sealed class Away : ISilenceSource
    {
        public bool IsAway { get; set; }

        public ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken) => IsAway ? throw new IOException("silences are away") : ValueTask.FromResult<IReadOnlyList<Silence>>([]);
    }

    private sealed class Flaky(ISignalSource inner) : ISignalSource
    {
        public bool IsAway { get; set; }

        public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken) => IsAway ? throw new IOException("signals are away") : inner.ReadAsync(query, cancellationToken);

        public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => inner.CoverageAsync(signal, cancellationToken);
    }
}
