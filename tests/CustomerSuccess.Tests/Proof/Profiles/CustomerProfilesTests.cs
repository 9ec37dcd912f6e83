using CustomerSuccess.Customers;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof.Profiles;

public sealed class CustomerProfilesTests
{
    // 100 decided: 40 of plan pro of whom 38 stayed, 40 of plan free of whom 16 stayed, 20 of plan team of whom 14 stayed.
    private static readonly ProfiledCustomer[] Hundred =
    [
        .. Group("pro", 40, 38), .. Group("free", 40, 16), .. Group("team", 20, 14),
        new("open", [Plan("pro")], CustomerFate.Undecided),
    ];

    [Fact]
    [Requirement("SEG-8")]
    public void Values_that_tell_are_found_with_interval_lift_and_probability()
    {
        var profiles = CustomerProfiles.Of(Hundred);
        var pro = profiles.Values.Single(v => v.Value == "pro");

        Assert.Equal((100, 1, 0.68), (profiles.Decided, profiles.Undecided, profiles.Base!.Estimate));
        Assert.Equal((40, 38, 0.95), (pro.Decided, pro.Retained, pro.Rate.Estimate));
        Assert.Equal(0.95 / 0.68, pro.Lift!.Value, 12);
        Assert.Equal(FisherExact.TwoSided(38, 40, 30, 60), pro.Probability);
        Assert.Equal(ProportionInterval.Wilson(38, 40), pro.Rate);
        Assert.Equal([("pro", true), ("free", true), ("team", false)], profiles.Values.Select(v => (v.Value, v.IsSignificant)));
        Assert.Equal(profiles.Values.Select(v => v.Probability).Order(), profiles.Values.Select(v => v.Probability));
        Assert.StartsWith("68.0 % of 100 customers stayed; 1 not decided\n  plan pro: 95.0 % of 40 stayed (", profiles.Explain(), StringComparison.Ordinal);
        Assert.EndsWith("2 values of 3 tell, with at most 10 % by chance; 0 with fewer than 20 customers", profiles.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("SEG-8")]
    public void A_prospect_s_fit_is_the_base_and_the_mean_of_what_its_values_tell_shrunk_by_their_numbers()
    {
        ProfiledCustomer[] both = [.. Hundred.Select((c, i) => new ProfiledCustomer(c.CustomerId, [.. c.Traits, KeyValuePair.Create("sso", TraitValue.Of(c.Fate == CustomerFate.Retained))], c.Fate))];
        var profiles = CustomerProfiles.Of(both);
        var fit = profiles.Fit([Plan("free"), KeyValuePair.Create("sso", TraitValue.Of(true))]);
        var (plan, sso) = (40 / 60d * (0.4 - 0.68), 68 / 88d * (1 - 0.68));

        Assert.Equal(0.68 + ((plan + sso) / 2), fit.Value!.Value, 12);
        Assert.Equal(fit.Value.Value, fit.Base!.Value + fit.Lines.Sum(l => l.Points), 12);
        Assert.Null(fit.Reason);
        Assert.Equal(["sso"], profiles.Fit([Plan("free")]).Unknown);
        Assert.Equal(0.68 + plan, profiles.Fit([Plan("free")]).Value!.Value, 12);
        Assert.Contains("-18.7 points: plan free: 40.0 % of 40 stayed", profiles.Fit([Plan("free")]).Explain(), StringComparison.Ordinal);
        Assert.Contains("not known: sso", profiles.Fit([Plan("free")]).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_tells_the_fit_is_the_base_and_says_so()
    {
        var profiles = CustomerProfiles.Of([.. Group("pro", 40, 20), .. Group("free", 40, 20)]);

        Assert.Equal((0.5, "no trait tells who stays"), (profiles.Fit([Plan("pro")]).Value, profiles.Fit([Plan("pro")]).Reason));
        Assert.Equal((0.68, "the prospect has no value that tells"), (CustomerProfiles.Of(Hundred).Fit([Plan("team")]).Value, CustomerProfiles.Of(Hundred).Fit([Plan("team")]).Reason));
        Assert.Equal((null, "no customer is decided"), (CustomerProfiles.Of([]).Fit([]).Value, CustomerProfiles.Of([]).Fit([]).Reason));
        Assert.Equal("no fit: no customer is decided", CustomerProfiles.Of([]).Fit([]).Explain());
        Assert.StartsWith("no customer is decided", CustomerProfiles.Of([]).Explain(), StringComparison.Ordinal);
        Assert.Null(CustomerProfiles.Of(Group("pro", 40, 0)).Values[0].Lift);
        Assert.Equal(1, CustomerProfiles.Of(Group("pro", 40, 0)).Values[0].Probability);
    }

    [Fact]
    public void Values_of_fewer_than_20_decided_customers_are_counted_and_not_looked_at()
    {
        var profiles = CustomerProfiles.Of([.. Group("pro", 19, 19), .. Group("free", 40, 2)]);

        Assert.Equal(("free", 1), (Assert.Single(profiles.Values).Value, profiles.TooFew));
        Assert.Equal(2, CustomerProfiles.Of([.. Group("pro", 19, 19), .. Group("free", 40, 2)], new() { FewestDecided = 19 }).Values.Count);
    }

    [Fact]
    public void Numbers_and_money_are_in_bins_of_stated_edges_flags_and_nulls_are_values_and_the_rest_is_told()
    {
        var options = new ProfileOptions { FewestDecided = 1, Edges = new Dictionary<string, IReadOnlyList<double>> { ["seats"] = [10, 50.5], ["price"] = [100] } };
        TraitValue[] seats = [TraitValue.Of(9.9), TraitValue.Of(10), TraitValue.Of(50.4), TraitValue.Of(50.5), TraitValue.Null];
        var profiles = CustomerProfiles.Of(
            seats.Select((s, i) => new ProfiledCustomer($"{i}", [KeyValuePair.Create("seats", s), KeyValuePair.Create("price", TraitValue.Of(new Money(99 + i, i == 4 ? "USD" : "EUR"))), KeyValuePair.Create("users", TraitValue.Of(3)), KeyValuePair.Create("vip", TraitValue.Of(i == 0))], CustomerFate.Retained)),
            options);

        Assert.Equal(
            ["price 100 or more EUR: 3", "price 100 or more USD: 1", "price below 100 EUR: 1", "seats 10 to below 50.5: 2", "seats 50.5 or more: 1", "seats below 10: 1", "seats null: 1", "vip no: 4", "vip yes: 1"],
            profiles.Values.Select(v => $"{v.Trait} {v.Value}: {v.Decided}").Order(StringComparer.Ordinal));
        Assert.Equal(["users"], profiles.NotLookedAt);
    }

    [Fact]
    public void Customers_of_whom_a_trait_is_not_known_are_not_the_rest()
    {
        var unknown = Enumerable.Range(0, 500).Select(i => new ProfiledCustomer($"unknown {i}", [], CustomerFate.Churned));

        Assert.Equal(CustomerProfiles.Of(Hundred).Values.Select(v => v.Probability), CustomerProfiles.Of(Hundred.Concat(unknown)).Values.Select(v => v.Probability));
    }

    [Fact]
    [Requirement("SEG-8")]
    public void Contracts_of_7043_real_customers_tell()
    {
        var profiles = CustomerProfiles.Of(Telco.Contract.Select((c, i) => new ProfiledCustomer($"{i}", [KeyValuePair.Create("contract", TraitValue.Of(c))], Telco.Churned[i] ? CustomerFate.Churned : CustomerFate.Retained)));

        Assert.Equal([("Month-to-month", 3875, 2220), ("One year", 1473, 1307), ("Two year", 1695, 1647)], profiles.Values.OrderBy(v => v.Value, StringComparer.Ordinal).Select(v => (v.Value, v.Decided, v.Retained)));
        Assert.All(profiles.Values, v => Assert.True(v.IsSignificant));
        Assert.Equal(0.870138336195461, profiles.Values.Single(v => v.Value == "One year").Rate.Lower, 1e-9);
        Assert.Equal(5174 / 7043d, profiles.Base!.Estimate, 1e-12);
    }

    [Law(MaxTest = 300)]
    public void A_fit_is_a_share_and_its_lines_sum_to_it_in_whatever_order(Seed seed)
    {
        var dice = seed.Dice();
        ProfiledCustomer[] customers = [.. Enumerable.Range(0, dice.Between(0, 120)).Select(i => new ProfiledCustomer($"{i}", [Plan(dice.Of("a", "b", "c")), KeyValuePair.Create("vip", TraitValue.Of(dice.OneIn(2)))], dice.Of(Enum.GetValues<CustomerFate>())))];
        var (one, other) = (CustomerProfiles.Of(customers), CustomerProfiles.Of(dice.Shuffled(customers)));
        var fit = one.Fit([Plan("a"), KeyValuePair.Create("vip", TraitValue.Of(true))]);

        Assert.Equal(one.Explain(), other.Explain());
        Assert.True(fit.Value is null || (fit.Value >= 0 && fit.Value <= 1));
        Assert.Equal(fit.Value ?? 0, (fit.Base ?? 0) + fit.Lines.Sum(l => l.Points), 9);
        Assert.All(one.Values, v => Assert.True(v.Adjusted >= v.Probability && v.Adjusted <= 1));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Contains("'a' is there twice", Assert.Throws<ArgumentException>(() => CustomerProfiles.Of([new("a", [], CustomerFate.Churned), new("a", [], CustomerFate.Churned)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ProfiledCustomer(" ", [], CustomerFate.Churned));
        Assert.Throws<ArgumentException>(() => new ProfiledCustomer("a", [], (CustomerFate)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileOptions { FewestDecided = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileOptions { FalseDiscoveryRate = 10 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileOptions { Confidence = 1 });
        foreach (var edges in (double[][])[[], [2, 1], [double.NaN]])
        {
            Assert.Contains("'seats'", Assert.Throws<ArgumentException>(() => new ProfileOptions { Edges = new Dictionary<string, IReadOnlyList<double>> { ["seats"] = edges } }).Message, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<ProfiledCustomer> Group(string plan, int count, int stayed) =>
        Enumerable.Range(0, count).Select(i => new ProfiledCustomer($"{plan} {i}", [Plan(plan)], i < stayed ? CustomerFate.Retained : CustomerFate.Churned));

    private static KeyValuePair<string, TraitValue> Plan(string plan) => KeyValuePair.Create("plan", TraitValue.Of(plan));
}
