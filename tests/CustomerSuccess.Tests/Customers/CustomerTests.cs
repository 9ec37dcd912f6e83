using CustomerSuccess.Customers;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class CustomerTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public void Unless_stated_it_is_called_by_its_id_active_and_known_from_when_it_holds()
    {
        var customer = new Customer("acme", At("2026-03-02T05:00+05:00"));

        Assert.Equal(("acme", "acme", true, Day, Day), (customer.Name, customer.ToString(), customer.IsActive, customer.EffectiveAt, customer.RecordedAt));
        Assert.Null(customer.ParentId ?? customer.LifecycleStage);
        Assert.Equal(("acme", Day), (((IDated)customer).CustomerId, ((IDated)customer).EffectiveAt));
    }

    [Theory]
    [InlineData("acme", "its own parent")]
    [InlineData("", "an empty id")]
    [InlineData("  ", "an empty id")]
    public void A_parent_is_another_customer(string parent, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => new Customer("acme", Day) { ParentId = parent }).Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_is_not_empty() =>
        Assert.Throws<ArgumentException>(() => new Customer("\t", Day));

    [Fact]
    public void Two_versions_that_say_the_same_are_equal_whether_stated_or_not()
    {
        var customer = new Customer("acme", Day);

        Assert.Equal(customer, new Customer("acme", Day.ToOffset(TimeSpan.FromHours(9))) { RecordedAt = Day, Name = "acme", IsActive = true, ParentId = null });
        Assert.NotEqual(customer, customer with { IsActive = false });
        Assert.NotEqual(customer, customer with { RecordedAt = Day.AddTicks(1) });
    }
}
