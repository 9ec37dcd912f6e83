using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class ChannelFailureTests
{
    private static readonly Rule Idle = Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Wait = Days(2) });

    private static readonly RetryPolicy Hasty = new() { Timeout = TimeSpan.FromMilliseconds(50), Attempts = 3, Delay = TimeSpan.FromMinutes(5), Factor = 2 };

    [Theory]
    [InlineData("throws", TouchState.Retrying, "InvalidTimeZoneException")]
    [InlineData("throws later", TouchState.Retrying, "InvalidTimeZoneException")]
    [InlineData("throws a time-out", TouchState.Retrying, "TimeoutException")]
    [InlineData("cancels itself", TouchState.Retrying, "OperationCanceledException")]
    [InlineData("gives nothing", TouchState.Retrying, "gave no result")]
    [InlineData("hangs", TouchState.Retrying, "no answer in 00:00:00.05")]
    [InlineData("blocks", TouchState.Retrying, "no answer in 00:00:00.05")]
    [InlineData("stops when told to", TouchState.Retrying, "no answer in 00:00:00.05")]
    [InlineData("throws when told to stop", TouchState.Retrying, "no answer in 00:00:00.05")]
    public async Task What_one_touch_does_to_a_channel_concerns_no_other_and_is_reported(string how, TouchState state, string because)
    {
        using var released = new ManualResetEventSlim();
        var channel = new OddChannel("email", true, (message, token) => message.CustomerId == "good" ? ValueTask.FromResult(TouchResult.Sent) : Misbehaving(how, released, token));
        var scene = new RuleScene().Customer("bad").Customer("good");
        var engine = await PlannedAsync(scene, Hasty, channel);

        var report = await engine.DeliverAsync(Day(7.5));
        released.Set();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("bad", "idle"), (problem.CustomerId, problem.Rule));
        Assert.Contains("email, attempt 1: ", problem.Because, StringComparison.Ordinal);
        Assert.Contains(because, problem.Because, StringComparison.Ordinal);
        Assert.Equal(TouchState.Sent, (await TouchAsync(engine, "good")).State);
        var bad = await TouchAsync(engine, "bad");
        Assert.Equal((state, Day(7.5).AddMinutes(5)), (bad.State, bad.NotBefore));
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_a_growing_wait_and_given_up_and_the_ladder_goes_on()
    {
        var (email, inApp) = (OddChannel.Says("email", TouchResultKind.Failed), OddChannel.Says("in-app", TouchResultKind.Sent));
        var scene = new RuleScene().Customer("acme");
        var engine = await PlannedAsync(scene, Hasty, email, inApp);
        for (var minute = 0; minute < 30; minute++)
        {
            await engine.DeliverAsync(Day(7.5).AddMinutes(minute));
            await engine.RunAsync(Day(7.5).AddMinutes(minute).AddSeconds(30), []);
        }

        Assert.Equal([(1, 0), (2, 5), (3, 15)], email.Given.Select(m => (m.Attempt, (int)(m.At - Day(7.5)).TotalMinutes)));
        Assert.Single(email.Given.Select(m => m.Key).Distinct());
        var found = Assert.Single(await engine.CasesAsync("acme"));
        Assert.Equal([("email", TouchState.Failed), ("in-app", TouchState.Sent)], found.Touches.Select(t => (t.Channel!, t.State)));
        Assert.Contains("given up after 3 attempts", found.Touches[0].Because, StringComparison.Ordinal);
        Assert.Equal(Day(7.5).AddMinutes(16), found.Touches[1].AttemptedAt);
    }

    [Theory]
    [InlineData(true, UncertainDelivery.AtMostOnce, 3)]
    [InlineData(true, UncertainDelivery.AtLeastOnce, 3)]
    [InlineData(false, UncertainDelivery.AtMostOnce, 1)]
    [InlineData(false, UncertainDelivery.AtLeastOnce, 3)]
    public async Task What_is_uncertain_is_tried_again_where_the_key_is_honoured_or_the_policy_asks_for_it(bool honoursKeys, UncertainDelivery policy, int attempts)
    {
        var email = OddChannel.Says("email", TouchResultKind.Uncertain, honoursKeys);
        var scene = new RuleScene().Customer("acme");
        var engine = await PlannedAsync(scene, Hasty with { WhenUncertain = policy }, email);
        for (var minute = 0; minute < 30; minute++)
        {
            var report = await engine.DeliverAsync(Day(7.5).AddMinutes(minute));
            Assert.Equal(report.Events.OfType<TouchStarted>().Count(), report.Problems.Count);
        }

        // At the end it may have reached the contact: it is waited for, and listed as uncertain.
        Assert.Equal(attempts, email.Given.Count);
        Assert.Single(email.Given.Select(m => m.Key.ToString()).Distinct());
        var touch = await TouchAsync(engine, "acme");
        Assert.Equal(TouchState.Sent, touch.State);
        Assert.Contains("uncertain", touch.Because, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("INT-5")]
    public async Task What_is_refused_for_good_is_not_tried_again_and_its_channel_not_used_again()
    {
        var (email, inApp) = (OddChannel.Says("email", TouchResultKind.Rejected), OddChannel.Says("in-app", TouchResultKind.Sent));
        var scene = new RuleScene().Customer("acme");
        var engine = await PlannedAsync(scene, Hasty, email, inApp);
        for (var day = 7.5; day < 20; day++)
        {
            await engine.DeliverAsync(Day(day));
            await engine.RunAsync(Day(day + 0.1), []);
        }

        Assert.Single(email.Given);
        Assert.Single(inApp.Given);
        Assert.Equal(["email", "in-app", "call"], Assert.Single(await engine.CasesAsync("acme")).Touches.Select(t => t.Channel));
    }

    [Theory]
    [InlineData(true, UncertainDelivery.AtMostOnce, 2)]
    [InlineData(false, UncertainDelivery.AtMostOnce, 1)]
    [InlineData(false, UncertainDelivery.AtLeastOnce, 2)]
    public async Task A_crash_between_beginning_and_result_leaves_an_attempt_that_is_found_to_be_uncertain(bool honoursKeys, UncertainDelivery policy, int attempts)
    {
        var email = OddChannel.Says("email", TouchResultKind.Sent, honoursKeys);
        var scene = new RuleScene().Customer("acme");
        var kept = new InMemoryInterventionStore();
        var store = new FaultyStore(kept) { FailsOn = c => c.Events.Any(e => e is TouchAttempted) };
        var retry = Hasty with { WhenUncertain = policy };
        var before = await PlannedAsync(scene, retry, store, email);
        await Assert.ThrowsAsync<IOException>(() => before.DeliverAsync(Day(7.5)));
        Assert.Equal(TouchState.Started, (await TouchAsync(before, "acme")).State);

        // Another process finds it, once it has had its time.
        var after = Of(scene, retry, kept, email);
        Assert.Empty((await after.DeliverAsync(Day(7.5))).Events);
        for (var minute = 1; minute < 30; minute++)
        {
            await after.DeliverAsync(Day(7.5).AddMinutes(minute));
        }

        Assert.Equal(attempts, email.Given.Count);
        Assert.Single(email.Given.Select(m => m.Key.ToString()).Distinct());
        Assert.Equal(TouchState.Sent, (await TouchAsync(after, "acme")).State);
    }

    [Fact]
    public async Task A_delivery_that_is_cancelled_records_what_it_has_heard_and_leaves_the_rest_uncertain()
    {
        using var cancel = new CancellationTokenSource();
        var sent = new TaskCompletionSource();
        var email = new OddChannel("email", true, async (message, _) =>
        {
            if (message.CustomerId == "good")
            {
                sent.SetResult();
                return TouchResult.Sent;
            }

            await sent.Task;
            await Task.Delay(20, CancellationToken.None);
            await cancel.CancelAsync();
            await new TaskCompletionSource().Task;
            return TouchResult.Sent;
        });
        var scene = new RuleScene().Customer("bad").Customer("good");
        var engine = await PlannedAsync(scene, Hasty with { Timeout = TimeSpan.FromSeconds(30) }, email);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.DeliverAsync(Day(7.5), cancel.Token));

        Assert.Equal(TouchState.Sent, (await TouchAsync(engine, "good")).State);
        Assert.Equal(TouchState.Started, (await TouchAsync(engine, "bad")).State);
    }

    [Fact]
    public async Task A_result_that_cannot_be_recorded_leaves_those_of_others_recorded()
    {
        var scene = new RuleScene().Customer("a").Customer("b").Customer("c");
        var store = new FaultyStore(new InMemoryInterventionStore()) { FailsOn = c => c.CustomerId == "a" && c.Events.Any(e => e is TouchAttempted) };
        var engine = await PlannedAsync(scene, Hasty, store, OddChannel.Says("email", TouchResultKind.Sent));
        await Assert.ThrowsAsync<IOException>(() => engine.DeliverAsync(Day(7.5)));

        Assert.Equal([TouchState.Started, TouchState.Sent, TouchState.Sent], [(await TouchAsync(engine, "a")).State, (await TouchAsync(engine, "b")).State, (await TouchAsync(engine, "c")).State]);
    }

    [Fact]
    public async Task A_channel_that_nobody_gave_is_named_and_holds_up_no_other()
    {
        var scene = new RuleScene().Customer("acme");
        var engine = await PlannedAsync(scene, Hasty, OddChannel.Says("in-app", TouchResultKind.Sent));
        Assert.Contains("no channel 'email' is registered", Assert.Single((await engine.DeliverAsync(Day(7.5))).Problems).Because, StringComparison.Ordinal);
        Assert.Equal(TouchState.Reserved, (await TouchAsync(engine, "acme")).State);
    }

    private static CustomerInterventions Of(RuleScene scene, RetryPolicy retry, IInterventionStore store, params ITouchChannel[] channels) =>
        CustomerInterventions.Of(scene.Health(), RuleSet.Of([Idle], new() { Retry = retry }), new() { Store = store, Channels = channels });

    private static Task<CustomerInterventions> PlannedAsync(RuleScene scene, RetryPolicy retry, params ITouchChannel[] channels) => PlannedAsync(scene, retry, new InMemoryInterventionStore(), channels);

    private static async Task<CustomerInterventions> PlannedAsync(RuleScene scene, RetryPolicy retry, IInterventionStore store, params ITouchChannel[] channels)
    {
        var engine = Of(scene, retry, store, channels);
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(7));
        return engine;
    }

    private static async Task<Touch> TouchAsync(CustomerInterventions engine, string customer) => Assert.Single(Assert.Single(await engine.CasesAsync(customer)).Touches);

    private static async ValueTask<TouchResult> Misbehaving(string how, ManualResetEventSlim released, CancellationToken token)
    {
        switch (how)
        {
            case "throws":
                throw new InvalidTimeZoneException("a secret");
            case "throws later":
                await Task.Yield();
                throw new InvalidTimeZoneException("a secret");
            case "throws a time-out":
                throw new TimeoutException();
            case "cancels itself":
                throw new OperationCanceledException();
            case "gives nothing":
                return null!;
            case "hangs":
                await new TaskCompletionSource().Task;
                break;
            case "blocks":
                released.Wait(CancellationToken.None);
                break;
            case "stops when told to":
                await Task.Delay(Timeout.Infinite, token);
                break;
            default:
                token.Register(() => throw new InvalidTimeZoneException("a secret"));
                await new TaskCompletionSource().Task;
                break;
        }

        return TouchResult.Sent;
    }
}
