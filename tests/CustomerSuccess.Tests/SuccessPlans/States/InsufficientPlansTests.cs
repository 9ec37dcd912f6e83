using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.States;

public sealed class InsufficientPlansTests
{
    [Fact]
    [Requirement("PLN-5")]
    public void What_was_kept_and_did_not_help_is_counted_per_template()
    {
        var wrong = Plan(Reach("live", 30, "a"), OfVendor("a", 10));
        var other = Plan(Reach("live", 31, "a"), OfVendor("a", 10));
        var counted = InsufficientPlans.Of([
            wrong.On(40, Done("a", 9)), wrong.On(50, Done("a", 30)), wrong.On(40, Done("a", 9), Done("live", 20)), wrong.On(40),
            other.On(31, Done("a", 9))]);

        Assert.Equal(
            [$"onboarding@{wrong.Template.ConfigurationHash[..12]}: insufficient in 2 of 4 plans (live 2)", $"onboarding@{other.Template.ConfigurationHash[..12]}: insufficient in 0 of 1 plans"],
            counted.Select(c => c.ToString()));
        Assert.Empty(InsufficientPlans.Of([]));
    }
}
