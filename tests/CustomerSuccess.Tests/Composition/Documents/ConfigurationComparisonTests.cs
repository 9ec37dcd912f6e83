using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class ConfigurationComparisonTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_lists_who_changes_band_and_why()
    {
        var before = CustomerConfiguration.Load(All).Over(Sources());
        var after = CustomerConfiguration.Load([.. All.Where(d => d != Default), Change(Default, "\"best\": 1 }", "\"best\": 100 }")]).Over(Sources());

        var comparison = await ConfigurationComparison.RunAsync(before, after, AsOf);

        var change = Assert.Single(comparison.Changes);
        Assert.Equal(("small", "Green", "Yellow"), (change.CustomerId, change.Before.Band!.Name, change.After.Band!.Name));
        Assert.Equal(["Green → Yellow: 1"], comparison.Moves.Select(m => m.ToString()));
        Assert.Equal((2, (change.After.Value!.Value - change.Before.Value!.Value) / 2), (comparison.Customers, comparison.MeanShift));
        Assert.Equal(change.Why!.Difference, change.Why.Lines.Sum(l => l.Configuration), 1e-9);
        Assert.StartsWith("1 of 2 customers change band; scores shift by -20.8 on average\n  Green → Yellow: 1\nsmall: Green → Yellow\n  100.0 → 58.4    -41.6\n    use   -41.6   configuration -41.6", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_segment_and_scorecard_are_said()
    {
        var before = CustomerConfiguration.Load(All).Over(Sources());
        var after = CustomerConfiguration.Load([.. All.Where(d => d != Tier), Change(Tier, "100.0", "1000.0")]).Over(Sources());

        var comparison = await ConfigurationComparison.RunAsync(before, after, AsOf);

        Assert.Contains("large: Red → Yellow, segment guided → self-serve, scorecard large → default", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_that_only_one_side_has_are_counted_in_whatever_order_the_rest_comes()
    {
        static CustomerSources Of(params string[] customers)
        {
            var signals = new SignalLog();
            foreach (var customer in customers)
            {
                signals.Append(new(customer, "login", AsOf.AddDays(-1)));
            }

            return CustomerSources.InMemory(signals: signals);
        }

        var configuration = CustomerConfiguration.Load(All);
        var comparison = await ConfigurationComparison.RunAsync(configuration.Over(Of("a", "b", "c")), configuration.Over(Of("d", "c", "b", "e")), AsOf);

        Assert.Equal((2, 3), (comparison.Customers, comparison.Unpaired));
        Assert.EndsWith("; 3 more were scored by one of the two only", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_comparison_and_one_of_nobody_say_so()
    {
        var health = CustomerConfiguration.Load(All).Over(CustomerSources.InMemory(new(), new()));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConfigurationComparison.RunAsync(health, health, AsOf, cancelled.Token));
        Assert.Equal("0 of 0 customers change band; scores shift by 0.0 on average", (await ConfigurationComparison.RunAsync(health, health, AsOf)).ToString());
    }

    [Fact]
    public async Task The_same_configuration_changes_nothing()
    {
        var health = CustomerConfiguration.Load(All).Over(Sources());

        Assert.Equal("0 of 2 customers change band; scores shift by 0.0 on average", (await ConfigurationComparison.RunAsync(health, health, AsOf)).ToString());
    }
}
