using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using Microsoft.Extensions.DependencyInjection;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Composition;

public class InterventionsRegistrationTests
{
    private static readonly Rule Idle = Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince));

    [Fact]
    public async Task Rules_run_over_the_sources_store_and_channels_of_the_host()
    {
        var (accounts, contacts, email) = (new AccountLog().Add(new Customer("acme", Day(0))), new ContactLog([.. Enumerable.Repeat((byte)7, 32)]), new RecordingChannel("email"));
        contacts.Add(new Contact("acme", "ann", Day(0)) { IsPrimary = true, Channels = ["email"] }).Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day(0)));
        var store = new InMemoryInterventionStore();
        var services = new ServiceCollection()
            .AddSingleton<ICustomerSource>(accounts).AddSingleton<ISignalSource>(new SignalLog()).AddSingleton<IContactSource>(contacts)
            .AddSingleton<IInterventionStore>(store).AddSingleton<ITouchChannel>(email)
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", _ => HealthResult.Of(50)).Interventions(RuleSet.Of([Automatic])));
        await using var provider = services.BuildServiceProvider();

        var engine = provider.GetRequiredService<CustomerInterventions>();
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(8));
        await engine.DeliverAsync(Day(8));

        Assert.Equal("ann", Assert.Single(email.Messages).ContactId);
        Assert.Equal(Day(8), (await store.LastCycleAsync(default))!.At);
    }

    [Fact]
    public void A_rule_that_names_what_nothing_gives_is_found_when_the_host_starts()
    {
        var services = new ServiceCollection().AddSingleton<ICustomerSource>(new AccountLog())
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", _ => HealthResult.Of(50))
                .Interventions(RuleSet.Of([Rule("red", Trigger.SegmentEntered("experence", "large")), Rule("few", Trigger.When(Fact.Number("seets").LessThan(3)))])));
        var mistakes = Assert.Throws<ConfigurationException>(() => services.BuildServiceProvider().GetRequiredService<IHealthScorer>()).Diagnostics;

        Assert.Equal(["IN020", "IN020"], mistakes.Select(m => m.Code));
        Assert.Contains(mistakes, m => m.Message.Contains("'seets'", StringComparison.Ordinal));
    }

    private static Rule Automatic => CustomerSuccess.Interventions.Rule.Of("idle", new()
    {
        Trigger = Idle.Content.Trigger,
        Purpose = Purpose,
        Success = Idle.Content.Success,
        Ladder = [new() { Channels = ["email"], Execution = TouchExecution.Automatic }],
    });
}
