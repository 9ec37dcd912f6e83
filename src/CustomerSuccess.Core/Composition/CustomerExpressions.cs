using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Begins the language of expressions over customers.</summary>
public static class CustomerExpressions
{
    /// <summary>
    /// Declares what every host has: <c>customer</c>, <c>subscriptions</c>, <c>contacts</c>, <c>issues</c>, <c>plan</c>, <c>now</c>, <c>previous.health.band</c> and
    /// <c>previous.health.value</c>, <c>health.band</c> and <c>health.value</c> for rules, <c>days(n)</c>, <c>orElse(x, d)</c>,
    /// <c>known(x)</c>. The host adds its traits, signals, schemes and functions: a name that is not declared is a mistake.
    /// </summary>
    public static LanguageBuilder<CustomerFacts> Declare() => Language.For<CustomerFacts>().Customers().Contacts().Plans().Health();
}
