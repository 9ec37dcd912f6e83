using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class StrategyHashTests
{
    private static readonly Tenant Row = new("acme", Logins: 12);
    private static readonly Vocabulary<Tenant> Versioned = Vocabulary.For<Tenant>().Number("logins", t => t.Logins, version: "1").Build();

    [Fact]
    public void A_versioned_strategy_over_versioned_readers_is_reproducible()
    {
        Assert.True(Define("1").Reproducible);
        Assert.Equal(Define("1").ConfigurationHash, Define("1").ConfigurationHash);
        Assert.Matches("^[0-9a-f]{64}$", Define("1").ConfigurationHash);
    }

    [Fact]
    public void A_strategy_or_a_reader_without_a_version_is_not_reproducible()
    {
        Assert.False(Define(null).Reproducible);
        Assert.False(Define(" ").Reproducible);
        Assert.False(Define("1", facts: Tenant.Words).Reproducible);
    }

    [Fact]
    public void Whatever_can_change_a_score_changes_the_hash()
    {
        string[] hashes =
        [
            Define("1").ConfigurationHash,
            Define("2").ConfigurationHash,
            Define(null).ConfigurationHash,
            Define("1", "other").ConfigurationHash,
            Define("1", facts: Tenant.Words).ConfigurationHash,
            Define("1", options: new() { Bands = HealthBands.RedYellowGreen(40, 70) }).ConfigurationHash,
            Define("1", options: new() { Display = new(0, 10) }).ConfigurationHash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_version_that_options_state_has_the_word() =>
        Assert.Equal(Define("7").ConfigurationHash, Define("1", options: new() { Version = "7" }).ConfigurationHash);

    [Fact]
    public void A_type_declares_its_version_by_an_interface() =>
        Assert.True(new StrategyRunner("typed", new Typed()).Score(new() { Facts = Versioned.Read(Row, Tenant.AsOf), AsOf = Tenant.AsOf }).Definition.Reproducible);

    [Fact]
    public void All_scores_of_one_strategy_share_one_definition()
    {
        var runner = new StrategyRunner("typed", new Typed());

        Assert.Same(runner.Score(Row.Context()).Definition, runner.Score(new Tenant("other").Context()).Definition);
    }

    private static ScoreDefinition Define(string? version, string name = "mine", Vocabulary<Tenant>? facts = null, HealthStrategyOptions? options = null) =>
        new StrategyRunner(name, HealthStrategies.From(name, _ => HealthResult.Of(50), version), options)
            .Score(new() { Facts = (facts ?? Versioned).Read(Row, Tenant.AsOf), AsOf = Tenant.AsOf }).Definition;

    private sealed class Typed : IVersionedHealthStrategy
    {
        public string Version => "3";

        public HealthResult Score(HealthScoreContext context) => HealthResult.Of(50);
    }
}
